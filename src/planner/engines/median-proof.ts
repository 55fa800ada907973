import type { Median } from './median.ts'
import { createMedianBound } from './median-bound.ts'

const ROOT_STEPS = 250
const NODE_STEPS = 60

/** A part of the choices left to rule out: what is decided in it, and what its parent proved. */
type Node = {
  readonly verdict: Int8Array
  readonly multipliers: Float64Array
  readonly bound: number
}

/** Branch and bound for the p-median in small steps, deepest part first. */
export type MedianProof = {
  /** No choice costs less; reaches the total when that is proven best. */
  bound: number
  /** A choice that the multipliers favour. */
  favoured(): Int32Array
  /** One subgradient step, given the least total reached so far. */
  tighten(reached: number): void
}

/**
 * Bounds the whole problem first, then splits it on the site that matters most and bounds the
 * parts, each from its parent's multipliers. Steps, not time, decide what happens.
 */
export function createMedianProof(median: Median): MedianProof {
  const stack: Node[] = []
  let node = createMedianBound(median)
  let steps = 0
  let limit = ROOT_STEPS
  const settle = (reached: number) => {
    const open = stack.reduce((least, { bound }) => Math.min(least, bound), node.bound)
    proof.bound = Math.max(proof.bound, Math.min(open, reached))
  }
  const proof: MedianProof = {
    bound: -Infinity,
    favoured: () => node.favoured,
    tighten(reached) {
      if (proof.bound >= reached) return
      const last = lastChoice(median, node.verdict)
      if (last === null) node.tighten(reached)
      else {
        node.favoured.set(last)
        node.bound = Math.max(node.bound, totalOf(median, last))
      }
      steps += 1
      const isDone = node.bound >= reached
      settle(reached)
      if (!isDone && (steps < limit || last !== null)) return
      if (!isDone) stack.push(...split(median, node))
      const next = stack.pop()
      if (!next) {
        if (isDone) proof.bound = reached
        return
      }
      node = createMedianBound(median, next)
      node.bound = next.bound
      steps = 0
      limit = NODE_STEPS
    },
  }
  return proof
}

/** Two parts: with the undecided site of the most negative ρ open, and with it closed; the first is done first. */
function split(median: Median, node: ReturnType<typeof createMedianBound>): Node[] {
  const { cellCount, cost } = median
  let site = -1
  let least = Infinity
  for (let s = 0; s < node.verdict.length; s++) {
    if (node.verdict[s] !== -1) continue
    let rho = 0
    for (let i = 0; i < cellCount; i++) {
      rho += Math.min(0, cost[s * cellCount + i]! - node.best[i]!)
    }
    if (rho >= least) continue
    least = rho
    site = s
  }
  return [0, 1].map((choice) => {
    const verdict = node.verdict.slice()
    verdict[site] = choice
    return { verdict, multipliers: node.best, bound: node.bound }
  })
}

/** The one choice that is left, once p sites are surely open or only p are not closed; else null. */
function lastChoice({ openCount }: Median, verdict: Int8Array): number[] | null {
  const sites = [...verdict.keys()]
  const open = sites.filter((site) => verdict[site] === 1)
  if (open.length === openCount) return open
  const left = sites.filter((site) => verdict[site] !== 0)
  return left.length === openCount ? left : null
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
