import type { Situation, SituationInput } from '../situation.ts'
import type { Course } from './course.ts'
import { termsFrom } from './course-figures.ts'
import type { CompareMeasure, Measured } from './measures/measure.ts'
import { COMPARE_MEASURES } from './measures/registry.ts'
import { type PeopleMoved, peopleMoved } from './reach-of-people.ts'

/** One scenario's facts and its picture. */
export type ScenarioPicture = {
  readonly input: SituationInput
  readonly situation: Situation
}

/** A measure of two scenarios side by side. */
export type MeasureDifference = Pick<
  CompareMeasure,
  'id' | 'name' | 'definition' | 'unit' | 'isHighGood'
> & {
  readonly a: Measured
  readonly b: Measured
  /** b − a; null if either cannot be said. */
  readonly difference: number | null
  /** Which of them is better; null for a tie, or if either cannot be said. */
  readonly better: 'a' | 'b' | null
}

/** What changes from scenario a to scenario b. */
export type Comparison = PeopleMoved & {
  readonly measures: readonly MeasureDifference[]
  /** Need × (served in b − served in a) per cell: above 0 gains. NaN where need is unknown. */
  readonly difference: Float64Array
}

/** All measures but those of care, which a picture does not have. */
const PICTURE_MEASURES = COMPARE_MEASURES.filter(({ isOfCare }) => !isOfCare)

/**
 * Sets two scenarios of one ground side by side. People gained and lost by county sum to those of
 * the whole, and gained − lost is the difference in people within the standard, to the last bit.
 *
 * @param baseline the current posture, which fixes what both are measured by.
 */
export function compareScenarios(
  a: ScenarioPicture,
  b: ScenarioPicture,
  baseline: ScenarioPicture,
): Comparison {
  const terms = termsFrom(courseOf(baseline))
  const [one, other] = [courseOf(a), courseOf(b)]
  const measures = PICTURE_MEASURES.map((measure) =>
    measureDifference(measure, measure.measure(one, terms), measure.measure(other, terms)),
  )
  const difference = a.situation.need.score.map(
    (need, cell) => need * (b.situation.servedShare[cell]! - a.situation.servedShare[cell]!),
  )
  const moved = peopleMoved(a.input.ground, {
    before: a.situation.responseMinutes,
    after: b.situation.responseMinutes,
    standardMinutes: a.input.operation.responseStandardMinutes,
  })
  return { ...moved, measures, difference }
}

/** What a measure says of two scenarios. */
export function measureDifference(
  { id, name, definition, unit, isHighGood }: CompareMeasure,
  a: Measured,
  b: Measured,
): MeasureDifference {
  const difference = a.value === null || b.value === null ? null : b.value - a.value
  const isBBetter = isHighGood ? (difference ?? 0) > 0 : (difference ?? 0) < 0
  const better = difference === null || difference === 0 ? null : isBBetter ? 'b' : 'a'
  return { id, name, definition, unit, isHighGood, a, b, difference, better }
}

/** A picture as a course of which nobody asked for the way to care. */
function courseOf({ input, situation }: ScenarioPicture): Course {
  return { scenarioId: '', input, situation, careMinutes: [null, null, null] }
}
