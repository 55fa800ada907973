import { createRandom } from '#core/random.ts'
import type { NeedSurface } from '../../situation.ts'
import { SPEED_SHARE } from '../../studies/parts/travel-run.ts'
import { underservedSurface } from '../../underserved.ts'
import type { Course } from '../course.ts'

/** One way in which what is not known could be: the same for every course and future. */
export type CourseDraw = {
  /** By area index + 1, the first for cells of no area: where need lies, 0 at its lowest, 1 at its highest. */
  readonly areaLevels: Float64Array
  /** How fast people travel against what is on record, 1 ± SPEED_SHARE. */
  readonly speedFactor: number
}

type DrawSettings = {
  readonly seed: number
  readonly drawCount: number
  /** Of the ground. */
  readonly areaCount: number
}

/**
 * So many draws, of the seed alone. A level is uniform: between the best and the worst case nothing
 * says what is likelier. Speed is triangular: what is on record is likelier than what is a fifth off.
 */
export function drawsOf({ seed, drawCount, areaCount }: DrawSettings): CourseDraw[] {
  const random = createRandom(seed)
  return Array.from({ length: drawCount }, () => ({
    speedFactor: 1 + SPEED_SHARE * (random.next() + random.next() - 1),
    areaLevels: Float64Array.from({ length: areaCount + 1 }, () => random.next()),
  }))
}

/**
 * Need per cell in a draw. What is missing is taken to lie equally far between its best and its worst
 * in all cells of an area, for one indicator is usually missing for all of them; half of the draws lie
 * on either side of the score. Cells with complete evidence do not move. Where need is not known (NaN)
 * it stays so: measures leave such places out, and a range is one of the same figure as the value
 * beside it. 0.2 ms for 25,000 cells.
 */
export function drawnNeedScore(
  { score, lowest, highest }: Pick<NeedSurface, 'score' | 'lowest' | 'highest'>,
  areaIndex: ArrayLike<number>,
  { areaLevels }: CourseDraw,
): Float64Array {
  return score.map((known, cell) => {
    const level = areaLevels[areaIndex[cell]! + 1]!
    return level < 0.5
      ? lowest[cell]! + 2 * level * (known - lowest[cell]!)
      : known + (2 * level - 1) * (highest[cell]! - known)
  })
}

/** Minutes in a draw. Those on foot are slower and faster with the roads: minutes do not say which is which. */
export function drawnMinutes(minutes: Float64Array, { speedFactor }: CourseDraw): Float64Array {
  return minutes.map((each) => each / speedFactor)
}

/** Courses in a draw; a surface of need that several share is drawn once. */
export function drawnCourses(courses: readonly Course[], draw: CourseDraw): Course[] {
  const scores = new Map<NeedSurface, Float64Array>()
  return courses.map((course) => {
    const { need } = course.situation
    const { areaIndex } = course.input.ground.grid
    const score = scores.get(need) ?? drawnNeedScore(need, areaIndex, draw)
    scores.set(need, score)
    return drawnCourse(course, draw, score)
  })
}

/**
 * A course in a draw: need, minutes, who is served and underserved, and the way to care. Presence,
 * evidence, ranks of need and the force stay as they are, and so does the order of communities: they are
 * the same ones, and ranking them anew would cost more than all the rest. 1 ms for 25,000 cells.
 */
export function drawnCourse(
  course: Course,
  draw: CourseDraw,
  needScore = drawnNeedScore(course.situation.need, course.input.ground.grid.areaIndex, draw),
): Course {
  const { input, situation } = course
  const responseMinutes = drawnMinutes(situation.responseMinutes, draw)
  const served = underservedSurface(needScore, {
    presenceShare: situation.presence.presenceShare,
    responseMinutes,
    responseStandardMinutes: input.operation.responseStandardMinutes,
  })
  const need = { ...situation.need, score: needScore }
  return {
    ...course,
    careMinutes: course.careMinutes.map((minutes) => minutes && drawnMinutes(minutes, draw)),
    situation: { ...situation, ...served, need, responseMinutes },
  }
}
