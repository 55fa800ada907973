import type { Ground } from '#analysis/ground.ts'
import type { Issue } from '#core/issue.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Plan } from '#planner/plan.ts'
import type { PlanChoices, PlanWithout } from './plan-choices.ts'
import type { PlanReasons } from './plan-reasons.ts'
import { textTable } from './text-table.ts'
import type { Terminal } from './verb.ts'

/** A plan, what it was weighed against and what it rests on, as JSON. */
export function planJson(found: {
  readonly plan: Plan
  readonly choices: PlanChoices | null
  readonly reasons: PlanReasons | null
  readonly without: readonly PlanWithout[]
  readonly issues: readonly Issue[]
  readonly scenario: Scenario
  readonly under: readonly string[]
  readonly ground: Ground
}): string {
  const { plan, choices, reasons, without, issues, scenario, under, ground } = found
  const cellCount = ground.grid.cells.length
  return JSON.stringify(
    {
      scenario: scenario.name,
      under,
      ...plan,
      ...choices,
      ...(reasons && { why: reasons }),
      without,
      cellCount,
      issues,
    },
    null,
    1,
  )
}

/** Prints a plan with its reasons, its bound and its postings. */
export function printPlan(plan: Plan, issues: readonly Issue[], terminal: Terminal): void {
  for (const reason of plan.reasons) terminal.print(reason)
  terminal.print(plan.gapSentence)
  if (plan.postings.length > 0) {
    terminal.print(postingTable(plan))
  }
  terminal.print(`Plan ${plan.planHash.slice(0, 12)}, seed ${plan.seed}, ${plan.moves} moves.`)
  for (const { message } of issues) terminal.warn(message)
}

/** Carriers stand behind the crew that they carry, as on the screen. */
function postingTable({ postings }: Plan): string {
  const rows = postings.flatMap((posting, index) => {
    if (posting.carriesIndex !== null) return []
    const carriers = postings.filter(({ carriesIndex }) => carriesIndex === index)
    const along = carriers.map(({ count, typeName, fromName }) => {
      const origin = fromName === posting.fromName ? '' : ` from ${fromName ?? 'stock'}`
      return `${count} × ${typeName}${origin}`
    })
    return [
      [
        posting.count,
        posting.typeName,
        posting.fromName ?? 'stock',
        posting.placeName,
        posting.gainPoints.toFixed(2),
        along.join(', '),
      ],
    ]
  })
  return textTable([['count', 'what', 'from', 'to', 'gain', 'with'], ...rows])
}
