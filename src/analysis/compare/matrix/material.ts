import { isNoChange } from '../measure-text.ts'
import type { MeasureUnit } from '../measures/measure.ts'
import type { CourseRanges } from '../ranges/course-ranges.ts'
import type { JudgedCriterion, Standing } from './matrix.ts'

type Judged = Pick<JudgedCriterion, 'measureId' | 'unit' | 'isHighGood'>

/**
 * How the first of two values stands to the second. Better and worse are material: the difference
 * shows in the figures of the criterion, and at least 95 % of the draws of what is not known have its
 * sign: the end of them that is nearer to nothing lies on its side.
 *
 * @param difference of the first less the second, 5 and 95 % of the draws; null: nothing that it
 * follows from is drawn. NaN bears nothing out.
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

/** Of two courses for which some draw cannot say a value. */
const UNSAID = [Number.NaN, Number.NaN] as const

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
    /** Share of the draws in which the first course is better than the second; null where nothing was drawn. */
    betterShareOf(course: number, other: number): number | null {
      const [at, from] = [places[course]!, places[other]!]
      if (!pairs || at < 0 || from < 0 || course === other) return null
      return pairs[from * count + at]?.betterShare ?? null
    },
    /** Share of the draws in which two courses are the same; null where nothing was drawn. */
    sameShareOf(course: number, other: number): number | null {
      const [at, from] = [places[course]!, places[other]!]
      if (!pairs || at < 0 || from < 0 || course === other) return null
      return pairs[from * count + at]?.sameShare ?? null
    },
    /** Of the first course less the second; null where nothing was drawn. */
    differenceOf(course: number, other: number): readonly [number, number] | null {
      const [at, from] = [places[course]!, places[other]!]
      if (!pairs || at < 0 || from < 0) return null
      return pairs[from * count + at]?.difference ?? UNSAID
    },
  }
}
