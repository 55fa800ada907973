import { percent } from '#core/figures.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { DemandsInConflict } from '#jobs/plan-reasons.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { Plan } from '#planner/plan.ts'
import type { DecisionPrice } from '#planner/reasons/decision-prices.ts'
import type { LimitGain } from '#planner/reasons/limit-gains.ts'
import type { Unserved } from '#planner/reasons/unserved/unserved.ts'
import { textTable } from './text-table.ts'
import type { Terminal } from './verb.ts'

/** Why a plan is as it is, each answer by searching again. */
export type PlanReasons = {
  readonly conflict: DemandsInConflict
  readonly unserved: readonly Unserved[]
  readonly decisionPrices: readonly DecisionPrice[]
  readonly limitGains: readonly LimitGain[]
}

/** Asks for all of them; null where there is nothing to plan with. */
export async function planReasons(
  facts: PlanFacts,
  plan: Plan,
  tellStage: (stage: string) => void,
): Promise<PlanReasons | null> {
  const asked = { facts, laydown: plan.laydown }
  tellStage('Reasons 1 of 4: whether all demands can hold together')
  const conflict = await runJobInline('planConflict', asked)
  tellStage('Reasons 2 of 4: what would serve each county, the longest of them')
  const unserved = await runJobInline('planUnserved', asked)
  tellStage('Reasons 3 of 4: what each decision costs')
  const prices = await runJobInline('planDecisionPrices', asked)
  tellStage('Reasons 4 of 4: what a little more would bring')
  const gains = await runJobInline('planLimitGains', asked)
  if (!conflict.ok || !unserved.ok || !prices.ok || !gains.ok) return null
  return {
    conflict: conflict.value,
    unserved: unserved.value.strata,
    decisionPrices: prices.value.prices,
    limitGains: gains.value.gains,
  }
}

/** Prints them after the plan. */
export function printReasons(reasons: PlanReasons, terminal: Terminal): void {
  const { conflict, unserved, decisionPrices, limitGains } = reasons
  terminal.print(`\nWhat is demanded\n\n${conflict.sentence}`)
  terminal.print('\nWho is not served in full, and what would help\n')
  terminal.print(`${SERVED_MEANING}\n`)
  if (unserved.length === 0) terminal.print('Everybody is.')
  for (const stratum of unserved) printUnserved(stratum, terminal)
  terminal.print('\nWhat each decision costs\n')
  if (decisionPrices.length === 0) terminal.print('Nothing is decided that binds the plan.')
  for (const { sentence } of decisionPrices) terminal.print(sentence)
  terminal.print('\nWhat a little more would bring\n')
  for (const { sentence } of limitGains) terminal.print(sentence)
}

const NAMED_COUNT = 5
const SERVED_MEANING =
  'Something serves a county when a type more comes to its floor there; where none is short that there is any unit of, when at least 5 % more of its need is covered, or nearly all.'

/** Who serves it is told of those under their floor; of all others in JSON alone. */
function printUnserved(
  { sentence, remedies, contributions, shortfallShare }: Unserved,
  terminal: Terminal,
): void {
  terminal.print(sentence)
  for (const remedy of remedies.slice(1)) terminal.print(`  Or: ${remedy.sentence}`)
  if (shortfallShare === 0) return
  const rows = contributions
    .slice(0, NAMED_COUNT)
    .map(({ count, typeName, placeName, isPosted, countedShare, aloneShare }) => [
      count,
      typeName,
      placeName,
      isPosted ? 'posted' : 'stands',
      percent(countedShare, 1),
      percent(aloneShare, 1),
    ])
  if (rows.length === 0) return
  const headings = ['count', 'what', 'where', '', '% of need', '% it alone']
  terminal.print(textTable([headings, ...rows]))
}
