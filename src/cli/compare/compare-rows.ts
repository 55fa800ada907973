import { drawnOf, standingOf } from '#analysis/compare/matrix/material.ts'
import type { CompareMeasure, Measured } from '#analysis/compare/measures/measure.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { type MeasureDifference, measureDifference } from '#analysis/compare/scenario-measures.ts'
import { type Argument, argumentOf } from '#analysis/compare/words/argument.ts'
import { changeSentences } from '#analysis/compare/words/change-sentences.ts'
import { type LinkedSentence, plainText } from '#analysis/compare/words/phrase.ts'
import { Refusal } from '../verb.ts'
import { type Compared, twoOf, unlikeOf } from './compared.ts'

/**
 * The measure of an id or a name.
 *
 * @throws Refusal with the names there are.
 */
export function measureAsked(name: string): CompareMeasure {
  const plain = (text: string) => text.trim().toLowerCase()
  const found = COMPARE_MEASURES.find((each) =>
    [each.id, each.name].map(plain).includes(plain(name)),
  )
  if (found) return found
  const names = COMPARE_MEASURES.map((each) => `"${each.name}"`).join(', ')
  throw new Refusal(`There is no measure "${name}"; there is ${names}.`)
}

/** What a measure says of each scenario. */
export function valuesOf({ courses, figures }: Compared, { id }: CompareMeasure): Measured[] {
  return courses.map(
    ({ scenarioId }) => figures.measured[id]![figures.scenarioIds.indexOf(scenarioId)]!,
  )
}

type PairRow = MeasureDifference & {
  /** 5 and 95 % of the draws of what is not known, of either; null: nothing that it follows from is drawn. */
  readonly ranges: { readonly a: Range | null; readonly b: Range | null }
}

type Range = readonly [low: number, high: number]

/** Every measure of two scenarios; one is better where the draws bear it out, as on the screen. */
export function pairRows(compared: Compared): PairRow[] {
  const scenarioIds = compared.courses.map(({ scenarioId }) => scenarioId)
  return COMPARE_MEASURES.map((measure) => {
    const [a, b] = valuesOf(compared, measure)
    const drawn = drawnOf(compared.ranges, measure.id, scenarioIds)
    const judged = { measureId: measure.id, unit: measure.unit, isHighGood: measure.isHighGood }
    const standing = standingOf(judged, b!.value, a!.value, drawn.differenceOf(1, 0))
    return {
      ...measureDifference(measure, a!, b!),
      better: standing === 'better' ? 'b' : standing === 'worse' ? 'a' : null,
      ranges: { a: drawn.rangeOf(0), b: drawn.rangeOf(1) },
    }
  })
}

/** What the second changes against the first, and the argument for it. */
export type PairSentences = {
  readonly changes: readonly LinkedSentence[]
  readonly argument: Argument
}

export function pairSentences(compared: Compared): PairSentences {
  const { figures, matrix } = compared
  const two = twoOf(compared, 0, 1)
  return {
    changes: changeSentences(two),
    argument: argumentOf({
      two,
      matrix,
      figures,
      isDrawn: true,
      stale: compared.stale,
      unlike: unlikeOf(compared, 0, 1),
    }),
  }
}

/** The argument as plain words. */
export function argumentTexts(argument: Argument) {
  return {
    because: plainText(argument.because),
    however: plainText(argument.however),
    civilianImpact: plainText(argument.civilianImpact),
    unknowns: plainText(argument.unknowns),
  }
}
