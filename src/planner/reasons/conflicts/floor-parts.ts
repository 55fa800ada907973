import { minutesFor, type PlanProblem } from '../../problem.ts'
import { CLOSE } from './kept-demands.ts'
import type { Limits } from './limits-of.ts'

/** Cells that count for one floor and that the same sites reach: nothing can tell them apart. */
export type FloorParts = {
  /** Floor of each part, and what is asked there. */
  readonly floorOf: readonly number[]
  readonly demand: readonly number[]
  /** Parts that a unit in each slot covers. */
  readonly partsOf: readonly (readonly number[])[]
  /** What each floor asks to be covered, rounding allowed for. */
  readonly target: readonly number[]
}

/** Takes the floors apart by who reaches them. */
export function floorParts(problem: PlanProblem, { floors }: Pick<Limits, 'floors'>): FloorParts {
  const { sites, types, cellStratum, demand, floorShare } = problem
  const floorOf: number[] = []
  const sums: number[] = []
  const partsOf: number[][] = Array.from({ length: sites.length * types.length }, () => [])
  const target = floors.map(({ type, stratum }, floor) => {
    const { reachMinutes } = types[type]!
    const known = new Map<string, number>()
    let asked = 0
    cellStratum.forEach((own, cell) => {
      const value = demand[type]![cell]!
      if (own !== stratum || value === 0) return
      asked += value
      const near = [...sites.keys()].filter(
        (site) => minutesFor(problem, type, { site, cell }) <= reachMinutes,
      )
      if (near.length === 0) return
      const key = near.join(',')
      const part = known.get(key) ?? floorOf.length
      if (!known.has(key)) {
        known.set(key, part)
        floorOf.push(floor)
        sums.push(0)
        for (const site of near) partsOf[site * types.length + type]!.push(part)
      }
      sums[part]! += value
    })
    return floorShare * asked * (1 - CLOSE)
  })
  return { floorOf, demand: sums, partsOf, target }
}
