import type { PlanProblem } from '../../problem.ts'
import type { Demand } from './demands.ts'
import { toleratedBy } from './kept-demands.ts'

/** The limits that some demands come to. Infinity: there is none. */
export type Limits = {
  /** Units that stay, per slot. */
  readonly least: Int32Array
  /** Most units per slot. */
  readonly most: Float64Array
  readonly supply: Float64Array
  readonly room: Float64Array
  readonly budgetUsd: number
  readonly maxMoves: number
  /** Per type: whether its crews need their carriers. */
  readonly isCrew: readonly boolean[]
  readonly slack: Int32Array
  readonly forcedSites: readonly number[]
  readonly floors: readonly { readonly type: number; readonly stratum: number }[]
}

/** What is left of a problem when nothing but these is demanded. */
export function limitsOf(problem: PlanProblem, demands: readonly Demand[]): Limits {
  const { sites, types, fixedCount, maxMoveCount } = problem
  const tolerated = toleratedBy(problem)
  const least = new Int32Array(fixedCount.length)
  const most = new Float64Array(fixedCount.length).fill(Infinity)
  const supply = new Float64Array(types.length).fill(Infinity)
  for (const { kind, site, type } of demands) {
    if (kind === 'supply') supply[type] = Math.min(supply[type]!, tolerated.supply[type]!)
    if (kind === 'reserve')
      supply[type] = Math.min(supply[type]!, tolerated.supplyLessReserve[type]!)
    if (kind !== 'held' && kind !== 'barred') continue
    types.forEach((_, r) => {
      const slot = site * types.length + r
      if (kind === 'held') least[slot] = fixedCount[slot]!
      else if (type < 0 || type === r) most[slot] = fixedCount[slot]!
    })
  }
  const has = (kind: Demand['kind']) => demands.some((demand) => demand.kind === kind)
  const crews = new Set(demands.filter(({ kind }) => kind === 'crew').map(({ type }) => type))
  return {
    least,
    most,
    supply,
    room: Float64Array.from(sites, (_, site) => (has('room') ? tolerated.room[site]! : Infinity)),
    budgetUsd: has('budget') ? tolerated.budgetUsd : Infinity,
    maxMoves: has('moves') ? (maxMoveCount ?? Infinity) : Infinity,
    isCrew: types.map((_, r) => crews.has(r)),
    slack: tolerated.slack,
    forcedSites: demands.filter(({ kind }) => kind === 'forced').map(({ site }) => site),
    floors: demands.filter(({ kind }) => kind === 'floor'),
  }
}
