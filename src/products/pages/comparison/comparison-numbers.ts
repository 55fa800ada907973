import { isNoChange, measureShown } from '#analysis/compare/measure-text.ts'
import type { Comparison, MeasureDifference } from '#analysis/compare/scenario-measures.ts'
import type { Shown } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import type { BigNumber } from '#core/records/page.ts'
import { standardText } from '../../words/headline.ts'
import { fewKnownNumber, type NeedKnown } from '../../words/need-known.ts'
import { percentText, signedWallPeople, textOf, wallPeople } from '../../words/wall-people.ts'
import { asLine } from '../as-line.ts'

type Settings = Pick<Operation, 'responseStandardMinutes' | 'floorShare'>

/**
 * Need met, people within the standard, people out of reach, and who is worst off.
 *
 * @param known of how many people need is known: where it is of few, no share of it is told.
 */
export function comparisonNumbers(
  comparison: Comparison,
  operation: Settings,
  known: NeedKnown | null = null,
): BigNumber[] {
  const measureOf = (id: string) => comparison.measures.find((each) => each.id === id)
  if (known && !known.isTelling) {
    return [
      withinStandard(measureOf('peopleWithinStandard'), operation),
      outOfReach(measureOf('peopleOutOfReach')),
      fairMinutes(measureOf('equalMinutes')),
      fewKnownNumber(known),
    ].filter((number) => number !== null)
  }
  return [
    needMet(measureOf('needMet')),
    withinStandard(measureOf('peopleWithinStandard'), operation),
    outOfReach(measureOf('peopleOutOfReach')),
    worstCounty(measureOf('worstCounty'), operation) ?? fairMinutes(measureOf('equalMinutes')),
  ].filter((number) => number !== null)
}

type Measured = MeasureDifference | undefined

function needMet(measure: Measured): BigNumber | null {
  if (!measure || measure.b.value === null) return null
  const now = `now ${textOf(measureShown(measure.a.value, 'share'))}`
  return {
    ...frame('needMet', measureShown(measure.b.value, 'share')),
    label: 'of need met',
    comparison: unlessSame(measure, now),
  }
}

function withinStandard(measure: Measured, operation: Settings): BigNumber | null {
  if (!measure || measure.difference === null || measure.a.value === null) return null
  return {
    ...frame('peopleWithinStandard', signedWallPeople(measure.difference)),
    label: `within ${standardText(operation)}, net`,
    comparison: `people, now ${textOf(wallPeople(measure.a.value))}`,
  }
}

function outOfReach(measure: Measured): BigNumber | null {
  if (!measure || measure.b.value === null || measure.a.value === null) return null
  const now = `people, now ${textOf(wallPeople(measure.a.value))}`
  return {
    ...frame('peopleOutOfReach', wallPeople(measure.b.value)),
    label: 'out of reach',
    comparison: unlessSame(measure, now),
  }
}

function worstCounty(measure: Measured, { floorShare }: Settings): BigNumber | null {
  if (!measure || measure.b.value === null) return null
  const isUnder = measure.b.value < floorShare
  const now = `now ${textOf(measureShown(measure.a.value, 'share'))}`
  const where = measure.a.note !== measure.b.note && measure.a.note ? `, ${measure.a.note}` : ''
  return {
    ...frame('worstCounty', measureShown(measure.b.value, 'share')),
    label: asLine(`worst: ${measure.b.note ?? 'not named'}`),
    comparison: isUnder
      ? `floor is ${percentText(floorShare, 0)}`
      : unlessSame(measure, asLine(now + where)),
    status: isUnder ? 'watch' : null,
  }
}

function fairMinutes(measure: Measured): BigNumber | null {
  if (!measure || measure.b.value === null) return null
  const minutes = (value: number | null) => (value === null ? '–' : String(Math.round(value)))
  return {
    ...frame('equalMinutes', { value: minutes(measure.b.value), unit: 'min' }),
    label: 'to help, fairly shared',
    comparison: unlessSame(measure, `now ${minutes(measure.a.value)} min`),
  }
}

function frame(id: string, { value, unit }: Shown) {
  return { id, value, unit, status: null }
}

function unlessSame({ difference, unit, a, b }: MeasureDifference, now: string): string {
  return isNoChange(difference, unit) && a.note === b.note ? 'no material change' : now
}
