import { type Plan, planWithBound } from '#planner/plan.ts'
import { tenths } from '#planner/sentences.ts'
import type { RunningProof, TimedProof } from './proof.ts'
import type { Terminal } from './verb.ts'

/** The plan under the bound of a proof that ran beside it. */
export async function proven(
  plan: Plan,
  proving: RunningProof | null,
): Promise<{ readonly plan: Plan; readonly proof: TimedProof | null }> {
  if (!proving) return { plan, proof: null }
  const proof = await proving.end()
  return { plan: planWithBound(plan, proof.bound), proof }
}

/** How a proof went, in seconds and points. */
export function proofFacts(plan: Plan, proof: TimedProof) {
  const { bound, engine, metObjective, wasCutShort, ranSeconds } = proof
  const betterPoints = Math.max(0, (metObjective ?? plan.objective) - plan.objective)
  const isOpen = plan.gapShare !== 0
  return {
    bound,
    engine,
    ranSeconds,
    /** It could have shown more. */
    wasCutShort: isOpen && wasCutShort,
    metBetterPlan: betterPoints > 0,
    betterPoints,
  }
}

/** Prints what the bound does not say. */
export function printProof(plan: Plan, proof: TimedProof, terminal: Terminal): void {
  const { wasCutShort, ranSeconds, metBetterPlan, betterPoints } = proofFacts(plan, proof)
  if (wasCutShort)
    terminal.print(
      `The proof was cut short after ${Math.round(ranSeconds)} s; more seconds might show more.`,
    )
  if (metBetterPlan)
    terminal.print(
      `The proof came upon a plan worth ${tenths(betterPoints)} points more: more search steps may find it.`,
    )
}
