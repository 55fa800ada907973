import type { Ground } from '../ground.ts'
import { patrolDaysOfVisit, visitsNeeded } from './patrol-rhythm.ts'

/** One way to somebody whom other bases reach and this one does not. */
const OUT_OF_REACH_MINUTES = 1440

/**
 * Patrol-days of the period that visits to each cell take from each of some bases. Where only others
 * come to it, it counts as a day away, so that it is no way to be rid of work; where none of them does,
 * it is nobody's work: NaN.
 *
 * @param minutesFrom from each base to every cell; NaN: not come to.
 * @param needScore by cell, 0–10; NaN: not known.
 */
export function baseWork(
  { peopleCount }: Pick<Ground, 'peopleCount'>,
  needScore: Float64Array,
  minutesFrom: readonly Float64Array[],
): readonly Float64Array[] {
  const visits = peopleCount.map((people, cell) => visitsNeeded(people, needScore[cell]!))
  const isReached = visits.map((_, cell) =>
    minutesFrom.some((minutes) => !Number.isNaN(minutes[cell]!)) ? 1 : 0,
  )
  return minutesFrom.map((minutes) =>
    visits.map((count, cell) => {
      if (count === 0) return 0
      if (isReached[cell] === 0) return Number.NaN
      const way = minutes[cell]!
      return count * patrolDaysOfVisit(Number.isNaN(way) ? OUT_OF_REACH_MINUTES : way)
    }),
  )
}
