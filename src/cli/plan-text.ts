import type { Ground } from '#analysis/ground.ts'
import { listed } from '#core/figures.ts'
import type { Issue } from '#core/issue.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { askedProblem } from '#jobs/asked-problem.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { Plan } from '#planner/plan.ts'
import { POINTS_MEANING } from '#planner/points.ts'
import { flooredTypes } from '#planner/reasons/conflicts/demands.ts'
import { grouped } from '#planner/sentences.ts'
import type { PlanChoices, PlanWithout } from './plan-choices.ts'
import { proofFacts } from './plan-proof.ts'
import type { PlanReasons } from './plan-reasons.ts'
import type { TimedProof } from './proof.ts'
import { textTable } from './text-table.ts'
import type { Terminal } from './verb.ts'

/** What is told of a plan. */
type PlanTold = {
  readonly plan: Plan
  readonly floors: AskedFloors | null
  readonly proof: TimedProof | null
  readonly choices: PlanChoices | null
  readonly reasons: PlanReasons | null
  readonly without: readonly PlanWithout[]
  readonly issues: readonly Issue[]
  readonly scenario: Scenario
  readonly under: readonly string[]
  readonly ground: Ground
}

/** Floors that counties shall have, and by which types; what is missed of one costs points. */
export type AskedFloors = { readonly share: number; readonly typeNames: readonly string[] }

/** What is asked; null: no floor. */
export function askedFloors(facts: PlanFacts): AskedFloors | null {
  const asked = askedProblem(facts)
  if (!asked.ok) return null
  const { problem } = asked.value
  const typeNames = flooredTypes(problem).map((type) => problem.types[type]!.name)
  return typeNames.length > 0 ? { share: problem.floorShare, typeNames } : null
}

function floorSentence({ share, typeNames }: AskedFloors): string {
  const one = `The floor of ${Math.round(100 * share)} % in every county is asked of ${listed(typeNames)}`
  return `${one}. One that is missed costs points; it is no promise.`
}

/** A plan, what it was weighed against and what it rests on, as JSON. */
export function planJson(found: PlanTold): string {
  const { plan, floors, proof, choices, reasons, without, issues, scenario, under, ground } = found
  const { moves: searchSteps, ...told } = plan
  const cellCount = ground.grid.cells.length
  return JSON.stringify(
    {
      scenario: scenario.name,
      under,
      ...told,
      searchSteps,
      floors,
      proof: proof && proofFacts(plan, proof),
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

/** The last line: what it takes to find the same plan again, and what it is worth. */
export function printOrigin(plan: Plan, terminal: Terminal): void {
  const { seed, moves, planHash, inputHash, objective } = plan
  const hashes = `plan ${planHash.slice(0, 12)}, input ${inputHash.slice(0, 12)}`
  terminal.print(
    `\nSeed ${seed}, ${grouped(moves)} search steps, ${hashes}, objective ${objective.toFixed(2)} points.`,
  )
}

/** Prints a plan with its reasons, its bound and its postings. */
export function printPlan(
  { plan, floors, issues }: Pick<PlanTold, 'plan' | 'floors' | 'issues'>,
  terminal: Terminal,
): void {
  const [first, ...others] = plan.reasons
  if (first !== undefined) terminal.print(first)
  terminal.print(POINTS_MEANING)
  if (floors) terminal.print(floorSentence(floors))
  for (const reason of others) terminal.print(reason)
  terminal.print(plan.gapSentence)
  if (plan.postings.length > 0) {
    terminal.print(postingTable(plan))
  }
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
