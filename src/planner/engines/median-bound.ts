import type { Median } from './median.ts'

/** A total that no choice of sites gets below, tightened step by step. */
export type MedianBound = {
  bound: number
  /** The sites that the best multipliers favour. */
  readonly favoured: Int32Array
  /** Sites that are still in question (−1), surely open (1) or surely closed (0), given the total reached. */
  readonly verdict: Int8Array
  tighten(reached: number): void
}

/** Settings of one bound: what is decided already, and where to start from. */
export type MedianStart = {
  readonly verdict: Int8Array
  readonly multipliers: Float64Array
}

/** Dearest way to each cell: no price above it helps, and one far above would drown in rounding. */
function dearestWays({ cost, cellCount }: Median): Float64Array {
  const dearest = new Float64Array(cellCount)
  cost.forEach((way, at) => {
    if (way > dearest[at % cellCount]!) dearest[at % cellCount] = way
  })
  return dearest
}

/** Half the costs of the nearest and second-nearest site: a fair first price for each cell. */
export function firstMultipliers({ cost, cellCount, sites }: Median): Float64Array {
  const nearest = new Float64Array(cellCount).fill(Infinity)
  const next = new Float64Array(cellCount).fill(Infinity)
  for (let s = 0; s < sites.length; s++) {
    for (let i = 0; i < cellCount; i++) {
      const way = cost[s * cellCount + i]!
      if (way < nearest[i]!) {
        next[i] = nearest[i]!
        nearest[i] = way
      } else if (way < next[i]!) next[i] = way
    }
  }
  return nearest.map((way, i) => (Number.isFinite(next[i]!) ? (way + next[i]!) / 2 : way))
}

/**
 * p-median: no choice costs less than Σλᵢ + the p smallest ρ_j, ρ_j = Σ min(0, cost_ij − λᵢ).
 * Sites that would take the bound past what was reached are decided for good.
 *
 * @source G. Cornuéjols, M. L. Fisher, G. L. Nemhauser, "Location of bank accounts to optimize
 *   float", Management Science 23 (1977).
 */
export function createMedianBound(
  median: Median,
  start: MedianStart = {
    verdict: new Int8Array(median.sites.length).fill(-1),
    multipliers: firstMultipliers(median),
  },
): MedianBound & { readonly best: Float64Array } {
  const { cellCount } = median
  const at = start.multipliers.slice()
  const best = at.slice()
  const direction = new Float64Array(cellCount)
  const most = dearestWays(median)
  const rho = new Float64Array(median.sites.length)
  const verdict = start.verdict.slice()
  let step = 1
  let failures = 0
  const result = {
    bound: -Infinity,
    best,
    favoured: new Int32Array(median.openCount),
    verdict,
    tighten(reached: number) {
      const candidates = price(median, { at, rho, verdict })
      const chosen = candidates.slice(0, median.openCount)
      const next = candidates[median.openCount]
      const isPossible =
        chosen.length === median.openCount && (next === undefined || verdict[next] !== 1)
      let bound = isPossible ? 0 : Infinity
      for (const value of at) bound += value
      for (const site of chosen) bound += rho[site]!
      const limit = median.isWhole ? Math.ceil(bound - 1e-6) : bound * (1 - 1e-12)
      if (limit > result.bound) {
        result.bound = limit
        result.favoured.set(chosen)
        best.set(at)
        failures = 0
      } else failures += 1
      decide({ median, rho, verdict }, candidates, { bound, reached })
      if (failures >= 12) {
        failures = 0
        step *= 0.6
        at.set(best)
      }
      const distance = 1.02 * reached - bound
      walk(median, { at, direction, chosen, most }, step * Math.max(0, distance))
    },
  }
  return result
}

type Pricing = {
  readonly at: Float64Array
  readonly rho: Float64Array
  readonly verdict: Int8Array
}

/** Works out every ρ and ranks the sites in question; surely open ones stand first. */
function price({ cost, cellCount, sites }: Median, { at, rho, verdict }: Pricing): number[] {
  const candidates: number[] = []
  for (let s = 0; s < sites.length; s++) {
    if (verdict[s] === 0) continue
    let sum = 0
    const base = s * cellCount
    for (let i = 0; i < cellCount; i++) {
      const reduced = cost[base + i]! - at[i]!
      if (reduced < 0) sum += reduced
    }
    rho[s] = sum
    candidates.push(s)
  }
  return candidates.sort((a, b) => verdict[b]! - verdict[a]! || rho[a]! - rho[b]! || a - b)
}

type Decision = {
  readonly median: Median
  readonly rho: Float64Array
  readonly verdict: Int8Array
}

/** A site whose other choice would pass what was reached is settled: only something better is sought. */
function decide(
  { median, rho, verdict }: Decision,
  candidates: readonly number[],
  { bound, reached }: { readonly bound: number; readonly reached: number },
): void {
  const last = candidates[median.openCount - 1]
  const next = candidates[median.openCount]
  if (last === undefined || next === undefined || verdict[last] === 1) return
  const target = median.isWhole ? reached - 1 + 1e-6 : reached * (1 + 1e-12)
  candidates.forEach((site, k) => {
    if (verdict[site] !== -1) return
    if (k < median.openCount && bound - rho[site]! + rho[next]! > target) verdict[site] = 1
    if (k >= median.openCount && bound + rho[site]! - rho[last]! > target) verdict[site] = 0
  })
}

type Walk = {
  readonly at: Float64Array
  readonly direction: Float64Array
  readonly chosen: readonly number[]
  readonly most: Float64Array
}

function walk(
  { cost, cellCount }: Median,
  { at, direction, chosen, most }: Walk,
  distance: number,
): void {
  for (let i = 0; i < cellCount; i++) direction[i] = 0.3 * direction[i]! + 0.7
  for (const site of chosen) {
    const base = site * cellCount
    for (let i = 0; i < cellCount; i++) if (cost[base + i]! < at[i]!) direction[i]! -= 0.7
  }
  let length = 0
  for (const along of direction) length += along * along
  if (length < 1e-9) return
  const pace = distance / length
  for (let i = 0; i < cellCount; i++) {
    at[i] = Math.min(most[i]!, Math.max(0, at[i]! + pace * direction[i]!))
  }
}
