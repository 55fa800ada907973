import { expect } from 'vitest'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { Plan } from '#planner/plan.ts'
import { candidateFactsOf, planFactsOf } from '#state/desk/plan-inputs.ts'

/** A short plan for the first COA of an operation, and what it follows from. */
export async function plannedFor(
  contents: OperationContents,
): Promise<{ readonly facts: PlanFacts; readonly plan: Plan }> {
  const ground = await groundOfOperation(contents)
  const picture = await pictureOf(contents, ground, 'coa-1')
  const candidates = await runJobInline('candidates', candidateFactsOf(contents, 'coa-1', picture))
  const request = { objectiveName: 'need-covered', seed: 7, maxMoves: 4_000 }
  const facts = planFactsOf(contents, { scenarioId: 'coa-1', request, picture, candidates })
  const found = await runJobInline('plan', facts)
  if (!found.ok) throw new Error(found.issues[0]?.message)
  return { facts, plan: found.value.plan }
}

/** The value of an answer that is no refusal. */
export async function answered<T>(answer: Promise<{ ok: boolean; value?: T }>): Promise<T> {
  const { ok, value } = await answer
  expect(ok).toBe(true)
  return value!
}
