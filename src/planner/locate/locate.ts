import { hashOf, hashOfBytes } from '#core/canonical-json.ts'
import { gapShareOf } from '../engines/engine.ts'
import type { LocationCase, LocationProblem, LocationRequest } from './location-problem.ts'

/** An answer as it is handed on. */
export type Located = {
  readonly objective: number
  readonly bound: number
  readonly gapShare: number
  /** The bound has been reached: no choice of sites is better. */
  readonly proved: boolean
  /** Ids of sites, in the order of the file. */
  readonly chosen: readonly string[]
  /** Of the chosen sites, the problem and its facts; neither seed nor bound counts. */
  readonly planHash: string
  readonly notes: readonly string[]
}

/** Solves a case, and says how sure the answer is. */
export function locate(
  problem: LocationProblem,
  facts: LocationCase,
  request: LocationRequest,
): Located {
  const { objective, bound, chosen, notes } = problem.solve(facts, request)
  const gapShare = gapShareOf(objective, bound) ?? Infinity
  const ids = chosen.map((site) => facts.siteIds[site]!)
  const asked = {
    problem: problem.name,
    openCount: problem.takes.openCount ? request.openCount : null,
    radius: problem.takes.radius ? request.radius : null,
    siteIds: facts.siteIds,
    weights: hashOfNumbers(facts.weights),
    distances: hashOfNumbers(facts.distances),
  }
  return {
    objective,
    bound,
    gapShare,
    proved: gapShare === 0,
    chosen: ids,
    planHash: hashOf({ chosen: ids, input: hashOf(asked) }),
    notes,
  }
}

function hashOfNumbers({ buffer, byteOffset, byteLength }: Float64Array): string {
  return hashOfBytes(new Uint8Array(buffer, byteOffset, byteLength))
}
