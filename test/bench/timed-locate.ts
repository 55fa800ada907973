import { type Located, locate } from '#planner/locate/locate.ts'
import type { LocationCase, LocationProblem } from '#planner/locate/location-problem.ts'

/** Longest that a proof may go on here; the goal for MCLP. */
const PROOF_SECONDS = 20

type Asked = { readonly openCount: number; readonly radius?: number }

/** An answer and the processor time that it took. */
export type Timed = { readonly found: Located; readonly cpuSeconds: number }

/** Answers a standard problem; the proof is cut short after so long. */
export function timedLocate(
  problem: LocationProblem,
  facts: LocationCase,
  asked: Asked,
  proofSeconds = PROOF_SECONDS,
): Timed {
  const begun = process.cpuUsage()
  let until: number | null = null
  const mayProve = () => {
    until ??= performance.now() + proofSeconds * 1000
    return performance.now() < until
  }
  const found = locate(problem, facts, { radius: Infinity, seed: 1, ...asked, mayProve })
  const { user, system } = process.cpuUsage(begun)
  return { found, cpuSeconds: (user + system) / 1e6 }
}
