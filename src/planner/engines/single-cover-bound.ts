import type { SingleCover } from './single-cover.ts'

/** A limit that no choice of sites passes, tightened step by step. */
export type SingleBound = {
  bound: number
  /** The sites that the best multipliers favour: often a good choice. */
  readonly favoured: Int32Array
  /** Multipliers of the lowest limit. */
  readonly best: Float64Array
  /** Sites that are still in question (−1), surely open (1) or surely closed (0), given what was reached. */
  readonly verdict: Int8Array
  /** One subgradient step towards an objective that was reached. */
  tighten(reached: number): void
}

/** Settings of one bound: what is decided already, and where to start from. */
export type SingleCoverStart = {
  readonly verdict: Int8Array
  readonly multipliers: Float64Array
}

/** Half of a group's weight, or all of it where one site alone covers it. */
function firstMultipliers({ weight, groupOffsets }: SingleCover): Float64Array {
  return weight.map((value, group) => {
    const within = groupOffsets[group + 1]! - groupOffsets[group]!
    return within <= 1 ? value : value / 2
  })
}

/**
 * MCLP: no choice covers more than Σ(wᵢ − uᵢ) + the p largest c_j, where c_j = Σ of uᵢ over the
 * cells of site j and 0 ≤ uᵢ ≤ wᵢ. Whole weights let it be rounded down. Sites that would take the
 * limit down to what was reached are decided for good.
 *
 * @source R. D. Galvão, C. ReVelle, "A Lagrangean heuristic for the maximal covering location
 *   problem", European Journal of Operational Research 88 (1996).
 */
export function createSingleCoverBound(
  cover: SingleCover,
  start: SingleCoverStart = {
    verdict: new Int8Array(cover.sites.length).fill(-1),
    multipliers: firstMultipliers(cover),
  },
): SingleBound {
  const { weight, sites, openCount } = cover
  const verdict = start.verdict.slice()
  const at = start.multipliers.slice()
  const best = at.slice()
  const direction = new Float64Array(weight.length)
  const earned = new Float64Array(sites.length)
  let order = Array.from({ length: sites.length }, (_, s) => s)
  let step = 1.5
  let failures = 0
  const result: SingleBound = {
    bound: Infinity,
    favoured: new Int32Array(openCount),
    best,
    verdict,
    tighten(reached) {
      earned.fill(0)
      let bound = 0
      for (let group = 0; group < weight.length; group++) {
        bound += weight[group]! - at[group]!
        direction[group] = 0.3 * direction[group]! - 0.7
      }
      order = order.filter((site) => verdict[site] !== 0)
      for (const s of order) {
        for (let i = cover.offsets[s]!; i < cover.offsets[s + 1]!; i++) {
          earned[s]! += at[cover.groups[i]!]!
        }
      }
      order.sort((a, b) => verdict[b]! - verdict[a]! || earned[b]! - earned[a]! || a - b)
      const next = order[openCount]
      if (order.length < openCount || (next !== undefined && verdict[next] === 1)) {
        result.bound = -Infinity
        return
      }
      for (let k = 0; k < openCount; k++) {
        const site = order[k]!
        bound += earned[site]!
        for (let i = cover.offsets[site]!; i < cover.offsets[site + 1]!; i++) {
          direction[cover.groups[i]!]! += 0.7
        }
      }
      const limit = cover.isWhole ? Math.floor(bound + 1e-6) : bound * (1 + 1e-12)
      if (limit < result.bound) {
        result.bound = limit
        result.favoured.set(order.slice(0, openCount))
        best.set(at)
        failures = 0
      } else failures += 1
      decide({ order, earned, verdict, cover }, { bound, reached })
      if (failures >= 15) {
        failures = 0
        step *= 0.6
        at.set(best)
      }
      walk({ at, direction, weight }, step * Math.max(0, bound - reached))
    },
  }
  return result
}

type Decision = {
  readonly order: readonly number[]
  readonly earned: Float64Array
  readonly verdict: Int8Array
  readonly cover: SingleCover
}

/** A site whose other choice would not pass what was reached is settled: only something better is sought. */
function decide(
  { order, earned, verdict, cover }: Decision,
  { bound, reached }: { readonly bound: number; readonly reached: number },
): void {
  const last = order[cover.openCount - 1]
  const next = order[cover.openCount]
  if (last === undefined || next === undefined || verdict[last] === 1) return
  const target = cover.isWhole ? reached + 1 - 1e-6 : reached * (1 - 1e-12)
  order.forEach((site, k) => {
    if (verdict[site] !== -1) return
    if (k < cover.openCount && bound - earned[site]! + earned[next]! < target) verdict[site] = 1
    if (k >= cover.openCount && bound + earned[site]! - earned[last]! < target) verdict[site] = 0
  })
}

type Walk = {
  readonly at: Float64Array
  readonly direction: Float64Array
  readonly weight: Float64Array
}

function walk({ at, direction, weight }: Walk, distance: number): void {
  let length = 0
  for (let group = 0; group < at.length; group++) {
    const along = direction[group]!
    if ((at[group] === 0 && along > 0) || (at[group] === weight[group] && along < 0)) {
      direction[group] = 0
    } else length += weight[group]! * along * along
  }
  if (!(length > 1e-6)) return
  for (let group = 0; group < at.length; group++) {
    const next = at[group]! - (distance / length) * weight[group]! * direction[group]!
    at[group] = Math.min(weight[group]!, Math.max(0, next))
  }
}
