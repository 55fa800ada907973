import { partOf, type Steps } from '../steps.ts'
import { balanceBound } from './balance-bound.ts'
import { growZones, NO_ZONE } from './grow-zones.ts'
import { searchZones } from './search-zones.ts'
import { evenLoads, TAKEN, weightRow, type ZoningProblem } from './zoning-problem.ts'

/** Zones that share ground out, and how even they are. */
export type SharedOut = {
  /** Seed whose zone each block is in; −1: in none. */
  readonly zoneOf: Int32Array
  readonly loadUnits: Float64Array
  readonly evenUnits: Float64Array
  /** The largest load over its even share: 1 is even, 1.2 says that one zone carries a fifth too much. */
  readonly balanceIndex: number
  /** How far loads lie from their even shares in the mean over zones, as a share of these. */
  readonly meanDeviationShare: number
  /** No zones from these seeds on this ground have a lower balance index. */
  readonly balanceBound: number
  /** Blocks that no seed comes to over passable links. */
  readonly leftOut: Uint32Array
  readonly searchSteps: number
}

export type ShareOut = {
  readonly seed: number
  /** Over all starts together. */
  readonly maxSteps: number
}

/**
 * Shares blocks out among seeds: zones are grown by travel and by load, each is searched for a third of
 * the steps, and the better one for the rest. Every zone is one piece at each step. Stopped, it answers
 * with the best so far.
 */
export function* shareOut(problem: ZoningProblem, { seed, maxSteps }: ShareOut): Steps<SharedOut> {
  const third = Math.floor(maxSteps / 3)
  let searchSteps = 0
  let best: { readonly zoneOf: Int32Array; readonly cost: number } | null = null
  const starts = (['even', 'nearest'] as const).map((order) => growZones(problem, order))
  const searches = [
    { start: () => starts[0]!, steps: third },
    { start: () => starts[1]!, steps: third },
    { start: () => best?.zoneOf ?? starts[0]!, steps: maxSteps - 2 * third },
  ]
  for (const [at, { start, steps }] of searches.entries()) {
    const search = searchZones(problem, start(), { seed: seed + at, maxSteps: steps })
    const span = { from: at / searches.length, to: (at + 1) / searches.length }
    const { value, wasStopped } = yield* partOf(search, span)
    searchSteps += value.searchSteps
    if (!best || value.cost < best.cost) best = value
    if (wasStopped) break
  }
  return { ...judged(problem, best!.zoneOf), searchSteps }
}

/** What given zones come to. */
export function judged(problem: ZoningProblem, zoneOf: Int32Array): Omit<SharedOut, 'searchSteps'> {
  const { seeds, fixedZone, weightUnits } = problem
  const loadUnits = new Float64Array(seeds.length)
  const leftOut: number[] = []
  zoneOf.forEach((zone, block) => {
    if (zone >= 0) loadUnits[zone]! += weightUnits[weightRow(problem, zone) + block]!
    else if (zone === NO_ZONE && fixedZone[block] !== TAKEN) leftOut.push(block)
  })
  const evenUnits = evenLoads(problem, (block) => zoneOf[block]! >= 0)
  const ratios = [...loadUnits].map((load, zone) =>
    evenUnits[zone]! > 0 ? load / evenUnits[zone]! : Number.NaN,
  )
  const known = ratios.filter((ratio) => !Number.isNaN(ratio))
  const none = known.length === 0
  return {
    zoneOf,
    loadUnits,
    evenUnits,
    balanceIndex: none ? Number.NaN : Math.max(...known),
    meanDeviationShare: none
      ? Number.NaN
      : known.reduce((sum, ratio) => sum + Math.abs(ratio - 1), 0) / known.length,
    balanceBound: none ? Number.NaN : balanceBound(problem, zoneOf, evenUnits),
    leftOut: Uint32Array.from(leftOut),
  }
}
