import { isNoChange } from '../measure-text.ts'
import type { MeasureUnit } from '../measures/measure.ts'
import type { CourseRanges } from '../ranges/course-ranges.ts'
import type { JudgedCriterion } from './matrix.ts'

/** How one course stands to another by a criterion; null: one of them has no value. */
export type Standing = 'better' | 'worse' | 'same' | null

type Judged = Pick<JudgedCriterion, 'measureId' | 'unit' | 'isHighGood'>

/**
 * How the first of two values stands to the second. Better and worse are material: the difference
 * shows in the figures of the criterion, and 90 % of the draws of what is not known have its sign.
 *
 * @param difference of the first less the second, 5 and 95 % of the draws; null: nothing was drawn.
 */
export function standingOf(
  criterion: Judged,
  value: number | null,
  other: number | null,
  difference: readonly [low: number, high: number] | null,
): Standing {
  if (value === null || other === null) return null
  const isBorneOut = !difference || (value > other ? difference[0] > 0 : difference[1] < 0)
  if (!isBorneOut || !isShown(value - other, criterion)) return 'same'
  return value > other === criterion.isHighGood ? 'better' : 'worse'
}

/** What a measure is in shows as the table writes it; what people judge shows in full. */
function isShown(difference: number, { measureId, unit }: Judged): boolean {
  return measureId === null
    ? Math.abs(difference) > 1e-9
    : !isNoChange(difference, unit as MeasureUnit)
}

/**
 * What draws say of one measure, by the order of the given scenarios; those that were not drawn have
 * nothing said of them.
 */
export function drawnOf(
  ranges: CourseRanges | null,
  measureId: string | null,
  scenarioIds: readonly string[],
) {
  const cells = measureId === null ? undefined : ranges?.ranges[measureId]
  const pairs = measureId === null ? undefined : ranges?.pairs[measureId]
  const places = scenarioIds.map((id) => ranges?.scenarioIds.indexOf(id) ?? -1)
  const count = ranges?.scenarioIds.length ?? 0
  return {
    rangeOf: (course: number) => cells?.[places[course]!] ?? null,
    /** Of the first course less the second. */
    differenceOf(course: number, other: number): readonly [number, number] | null {
      const [at, from] = [places[course]!, places[other]!]
      if (at < 0 || from < 0) return null
      return pairs?.[from * count + at]?.difference ?? null
    },
  }
}
