import type { Median } from './median.ts'
import { createMedianBound, firstMultipliers } from './median-bound.ts'

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
      node.tighten(reached)
      steps += 1
      const target = median.isWhole ? reached - 1 + 1e-6 : reached
      const isDone = node.bound > target
      settle(reached)
      if (!isDone && steps < limit) return
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
  if (site < 0) return [leaf(median, node)]
  return [0, 1].map((choice) => {
    const verdict = node.verdict.slice()
    verdict[site] = choice
    return { verdict, multipliers: node.best, bound: node.bound }
  })
}

/** Everything is decided but the multipliers are not yet exact: go on from fresh ones. */
function leaf(median: Median, node: ReturnType<typeof createMedianBound>): Node {
  return { verdict: node.verdict, multipliers: firstMultipliers(median), bound: node.bound }
}
