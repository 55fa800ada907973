import type { RunJob } from '#jobs/run-job.ts'
import type { PlanReasons, Weighed } from '../results-store.ts'
import { IDLE } from '../results-store.ts'
import type { MadePlan } from './planning.ts'
import type { Run } from './task.ts'

/** What can be asked of a plan that begins with why. */
export type ReasonQuestion =
  /** By whom one county is served; and what would serve it. */
  | { readonly kind: 'servedBy' | 'unserved'; readonly stratum: number }
  /** What each decision costs, what a little more would bring, and why demands do not hold together. */
  | { readonly kind: 'decisionPrices' | 'limitGains' | 'conflict' }

export function isSameQuestion(one: ReasonQuestion, other: ReasonQuestion): boolean {
  return one.kind === other.kind && stratumOf(one) === stratumOf(other)
}

function stratumOf(question: ReasonQuestion): number {
  return 'stratum' in question ? question.stratum : -1
}

/** The answer of a question as it stands. */
export function reasonIn(reasons: PlanReasons, question: ReasonQuestion): Weighed<unknown> {
  return 'stratum' in question
    ? (reasons[question.kind][question.stratum] ?? { ...IDLE, planHashes: [] })
    : reasons[question.kind]
}

export function withReason(
  reasons: PlanReasons,
  question: ReasonQuestion,
  answer: Weighed<unknown>,
): PlanReasons {
  const next =
    'stratum' in question
      ? { [question.kind]: { ...reasons[question.kind], [question.stratum]: answer } }
      : { [question.kind]: answer }
  return { ...reasons, ...next } as PlanReasons
}

/** Works one answer out. Of what would serve a county: null where more search serves it in full. */
export async function workedOut(
  runJob: RunJob,
  question: ReasonQuestion,
  asking: { readonly made: MadePlan; readonly watched: Run & { readonly stop: AbortSignal } },
) {
  const { made, watched } = asking
  const asked = { facts: made.facts, laydown: made.plan.laydown }
  switch (question.kind) {
    case 'servedBy':
      return runJob('planServedBy', { ...asked, stratum: question.stratum }, watched)
    case 'unserved': {
      const found = await runJob('planUnserved', { ...asked, only: question.stratum }, watched)
      return found.ok ? { ...found, value: found.value.strata[0] ?? null } : found
    }
    case 'decisionPrices':
      return runJob('planDecisionPrices', asked, watched)
    case 'limitGains':
      return runJob('planLimitGains', asked, watched)
    case 'conflict':
      return runJob('planConflict', asked, watched)
  }
}
