import { needMetByCounty, needMetShare } from '#analysis/compare/need-met.ts'
import { peopleReached } from '#analysis/compare/reach-of-people.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { percent } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import type { BigNumber } from '#core/records/page.ts'
import { standardText } from '../../words/headline.ts'
import { fewKnownNumber, type NeedKnown, needKnown } from '../../words/need-known.ts'
import { percentText, textOf, wallPeople } from '../../words/wall-people.ts'
import { asLine } from '../as-line.ts'

type MapNumbersInput = {
  readonly ground: Ground
  readonly situation: Situation
  /** The current posture, to say what is now; null where this is the current posture. */
  readonly baseline: Situation | null
  readonly operation: Pick<Operation, 'responseStandardMinutes' | 'floorShare'>
}

/** What stands beside the map of one scenario: need met, people in time, the worst-off county; of need only where it is known for most. */
export function mapNumbers(input: MapNumbersInput): BigNumber[] {
  const known = needKnown(input.ground, input.situation)
  const all = known.isTelling
    ? [needMet(input, known), withinStandard(input), worstCounty(input)]
    : [withinStandard(input), fewKnownNumber(known)]
  return all.filter((number) => number !== null)
}

function needMet(
  { ground, situation, baseline }: MapNumbersInput,
  { allCount, knownCount }: NeedKnown,
): BigNumber | null {
  const share = needMetShare(ground, situation)
  if (Number.isNaN(share)) return null
  const unknown = textOf(wallPeople(allCount - knownCount))
  return {
    id: 'needMet',
    value: percent(share, 1),
    unit: '%',
    label: 'of need met',
    comparison: baseline
      ? `now ${percentText(needMetShare(ground, baseline))}`
      : `unknown for ${unknown}`,
    status: null,
  }
}

function withinStandard(input: MapNumbersInput): BigNumber {
  const { ground, situation, baseline, operation } = input
  const standard = operation.responseStandardMinutes
  const within = ({ responseMinutes }: Situation) =>
    peopleReached(ground, responseMinutes, standard).withinCount
  const all = ground.peopleCount.reduce((sum, people) => sum + people, 0)
  return {
    id: 'peopleWithinStandard',
    ...wallPeople(within(situation)),
    label: `within ${standardText(operation)}`,
    comparison: baseline
      ? `people, now ${textOf(wallPeople(within(baseline)))}`
      : `people, of ${textOf(wallPeople(all))}`,
    status: null,
  }
}

function worstCounty(input: MapNumbersInput): BigNumber | null {
  const { ground, situation, baseline, operation } = input
  const [worst] = needMetByCounty(ground, situation)
  if (!worst) return null
  const before = baseline ? needMetByCounty(ground, baseline)[0] : undefined
  const isUnder = worst.share < operation.floorShare
  const floor = `floor is ${percentText(operation.floorShare, 0)}`
  return {
    id: 'worstCounty',
    value: percent(worst.share, 1),
    unit: '%',
    label: asLine(`worst: ${worst.name}`),
    comparison: asLine(
      before && !isUnder
        ? `now ${percentText(before.share)}${before.name === worst.name ? '' : `, ${before.name}`}`
        : floor,
    ),
    status: isUnder ? 'watch' : null,
  }
}
