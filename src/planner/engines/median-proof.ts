import { type Choice, createProof, type Part, type Proof } from './branch-and-bound.ts'
import type { Median } from './median.ts'
import { createMedianBound, type MedianStart } from './median-bound.ts'

const STEPS = { root: 250, part: 60 }

/** Branch and bound for the p-median, each part from its parent's multipliers. */
export function createMedianProof(median: Median): Proof {
  return createProof(partOf(median), STEPS)
}

function partOf(median: Median, start?: MedianStart): Part {
  const bound = createMedianBound(median, start)
  return Object.assign(bound, {
    last: () => lastChoice(median, bound.verdict),
    split: () => split(median, bound).map((begin) => () => partOf(median, begin)),
  })
}

/** Two parts: with the undecided site of the most negative ρ open, and with it closed. */
function split(median: Median, part: ReturnType<typeof createMedianBound>): MedianStart[] {
  const { cellCount, cost } = median
  let site = -1
  let least = Infinity
  for (let s = 0; s < part.verdict.length; s++) {
    if (part.verdict[s] !== -1) continue
    let rho = 0
    for (let i = 0; i < cellCount; i++) {
      rho += Math.min(0, cost[s * cellCount + i]! - part.best[i]!)
    }
    if (rho >= least) continue
    least = rho
    site = s
  }
  return [1, 0].map((choice) => {
    const verdict = part.verdict.slice()
    verdict[site] = choice
    return { verdict, multipliers: part.best }
  })
}

/** The one choice that is left, once p sites are surely open or only p are not closed; else null. */
function lastChoice(median: Median, verdict: Int8Array): Choice | null {
  const sites = [...verdict.keys()]
  const open = sites.filter((site) => verdict[site] === 1)
  if (open.length === median.openCount) return { sites: open, cost: totalOf(median, open) }
  const left = sites.filter((site) => verdict[site] !== 0)
  if (left.length !== median.openCount) return null
  return { sites: left, cost: totalOf(median, left) }
}

function totalOf({ cost, cellCount }: Median, sites: readonly number[]): number {
  let total = 0
  for (let i = 0; i < cellCount; i++) {
    let least = Infinity
    for (const site of sites) least = Math.min(least, cost[site * cellCount + i]!)
    total += least
  }
  return total
}
