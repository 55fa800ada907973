import { minutesFor, type PlanProblem } from './problem.ts'
import type { Shift } from './shifts.ts'

/** Who no unit of a type reaches any more once a posting is left out of a plan. */
export type LostCover = {
  readonly peopleCount: number
  /** Most demand first. */
  readonly names: readonly string[]
  /** How many cells that is, named or not. */
  readonly cellCount: number
}

const NAMED_AT_MOST = 3

/**
 * Leaves one shift out of a plan, its units back where they came from, and tells who drops out of
 * reach of their type by it. Crews that it would leave without carriers are not counted.
 *
 * @param laydown units by slot under the plan.
 */
export function lostCoverOf(
  problem: PlanProblem,
  laydown: Int32Array,
  { type, from, to, count }: Shift,
): LostCover {
  const slotAt = (site: number) => site * problem.types.length + type
  const left = laydown.slice()
  left[slotAt(to)]! -= count
  if (from >= 0) left[slotAt(from)]! += count
  if (left[slotAt(to)]! > 0) return { peopleCount: 0, names: [], cellCount: 0 }
  const demand = problem.demand[type]!
  const { reachMinutes } = problem.types[type]!
  const standing = [...problem.sites.keys()].filter((site) => left[slotAt(site)]! > 0)
  const isReached = (site: number, cell: number) =>
    minutesFor(problem, type, { site, cell }) <= reachMinutes
  const lost = [...demand.keys()].filter(
    (cell) =>
      demand[cell]! > 0 && isReached(to, cell) && !standing.some((site) => isReached(site, cell)),
  )
  lost.sort((a, b) => demand[b]! - demand[a]! || a - b)
  return {
    peopleCount: lost.reduce((sum, cell) => sum + problem.peopleCount[cell]!, 0),
    names: lost.slice(0, NAMED_AT_MOST).map((cell) => problem.cellNames[cell]!),
    cellCount: lost.length,
  }
}
