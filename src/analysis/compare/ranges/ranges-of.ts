import type { Course, Terms } from '../course.ts'
import type { CompareMeasure } from '../measures/measure.ts'
import type { CourseRanges, PairRange } from './course-ranges.ts'
import { drawnCourse, drawnCourses, drawsOf } from './draw-courses.ts'
import { rangeOfDraws } from './range-of-draws.ts'

type RangeSettings = {
  readonly seed: number
  readonly drawCount: number
  readonly measures: readonly CompareMeasure[]
}

/**
 * What measures are in draws of what is not known, all courses in the same draws, so that what differs
 * between two is due to them alone. The current posture that a measure may look at is drawn too; the
 * aversion to inequality stays. Ranges hold 90 % of the draws. Measures that no draw moves are left
 * out, and a course that some draw has no value for has no range. Stopped, it answers with the draws
 * that it has.
 */
export function* courseRangesOf(
  courses: readonly Course[],
  terms: Terms,
  { seed, drawCount, measures }: RangeSettings,
): Generator<number, CourseRanges, boolean | undefined> {
  const areaCount = terms.baseline.input.ground.areaNames.length
  const values = measures.map(() => courses.map((): number[] => []))
  let made = 0
  let wasStopped = false
  for (const draw of drawsOf({ seed, drawCount, areaCount })) {
    wasStopped = (yield made / drawCount) === true
    if (wasStopped) break
    const drawn = drawnCourses(courses, draw)
    const baseline = drawn[courses.indexOf(terms.baseline)] ?? drawnCourse(terms.baseline, draw)
    const under = { ...terms, baseline }
    for (const [m, measure] of measures.entries()) {
      for (const [c, course] of drawn.entries()) {
        values[m]![c]!.push(measure.measure(course, under).value ?? Number.NaN)
      }
    }
    made++
  }
  const moved = [...measures.keys()].filter((m) => values[m]!.some(isMoved))
  const byMeasure = <T>(answer: (measure: number) => T) =>
    Object.fromEntries(moved.map((m) => [measures[m]!.id, answer(m)]))
  return {
    drawCount: made,
    seed,
    wasStopped,
    scenarioIds: courses.map(({ scenarioId }) => scenarioId),
    ranges: byMeasure((m) => values[m]!.map(rangeOf)),
    pairs: byMeasure((m) => pairsOf(values[m]!, measures[m]!.isHighGood)),
  }
}

/** Whether draws give other values than the first. */
function isMoved(draws: readonly number[]): boolean {
  return draws.some((value) => !Object.is(value, draws[0]))
}

/** By first × count + second. */
function pairsOf(
  values: readonly (readonly number[])[],
  isHighGood: boolean,
): (PairRange | null)[] {
  return values.flatMap((first) =>
    values.map((second) => {
      const differences = second.map((value, draw) => value - first[draw]!)
      const difference = rangeOf(differences)
      if (difference === null) return null
      const sameCount = differences.filter((each) => each === 0).length
      const sameShare = sameCount / differences.length
      return { difference, betterShare: betterShare(differences, isHighGood), sameShare }
    }),
  )
}

function betterShare(differences: readonly number[], isHighGood: boolean): number {
  const points = differences.reduce((sum, difference) => {
    if (difference === 0) return sum + 0.5
    return sum + Number(difference > 0 === isHighGood)
  }, 0)
  return points / differences.length
}

/** See `rangeOfDraws`; null where any draw cannot be said. */
function rangeOf(draws: readonly number[]): ReturnType<typeof rangeOfDraws> | null {
  const range = rangeOfDraws(draws)
  return Number.isNaN(range[0]) ? null : range
}
