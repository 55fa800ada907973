import type { PlanProblem } from '../problem.ts'
import { unitsOf } from '../sentences.ts'

/** Units that something keeps in a slot, `site × typeCount + type`; more than stand there are not kept. */
export type Hold = { readonly slot: number; readonly count: number }

/** Something that binds the plan and that a person can take back. Plain data. */
export type Decision = {
  readonly kind: 'forced' | 'forbidden' | 'barred' | 'heldPlace' | 'heldPosting' | 'fixed'
  readonly id: string
  readonly site: number
  /** As a clause: "Fish Town is not to be used". */
  readonly name: string
  /** As the subject of a sentence, without it: "Allowing Fish Town". */
  readonly lifting: string
  /** In the words of whoever decided; null: none were written. */
  readonly reason: string | null
  /** Types that may not stand there. */
  readonly barredTypes: readonly number[]
  /** What it keeps in place. All holds of a slot add up, as far as units stand there. */
  readonly holds: readonly Hold[]
}

/** Every decision that a problem states, as far as the problem alone can tell: what is fixed goes by place and type. */
export function decisionsIn(problem: PlanProblem): Decision[] {
  const { sites, types, fixedCount } = problem
  return sites.flatMap((_, site) => [
    ...ruleDecisions(problem, site, null),
    ...types.flatMap((type, r) => {
      const slot = site * types.length + r
      const count = fixedCount[slot]!
      return count > 0 ? [fixedDecision(problem, slot, { count, id: type.id })] : []
    }),
  ])
}

/** What is decided of a place itself, with the words of whoever decided. */
export function ruleDecisions(
  { sites, types }: PlanProblem,
  site: number,
  reason: string | null,
): Decision[] {
  const { placeId, name, rule, barredTypes } = sites[site]!
  const facts = { site, reason, barredTypes: [], holds: [] }
  const found: Decision[] = []
  const add = (
    kind: Decision['kind'],
    parts: Pick<Decision, 'name' | 'lifting'> & Partial<Decision>,
  ) => found.push({ ...facts, kind, id: `${kind} ${placeId}`, ...parts })
  if (rule === 'forced')
    add(rule, { name: `${name} has to be used`, lifting: `Not having to use ${name}` })
  if (rule === 'forbidden')
    add(rule, { name: `${name} is not to be used`, lifting: `Allowing ${name}` })
  if (rule === 'forbidden' || barredTypes.length === 0) return found
  const barred = barredTypes.map((type) => types[type]!.name).join(' or ')
  add('barred', {
    name: `no ${barred} goes to ${name}`,
    lifting: `Allowing ${barred} at ${name}`,
    barredTypes,
  })
  return found
}

/** Units of one type that stay at a place for what they are. */
export function fixedDecision(
  { sites, types }: PlanProblem,
  slot: number,
  { count, id }: { readonly count: number; readonly id: string },
): Decision {
  const site = Math.floor(slot / types.length)
  const { placeId, name } = sites[site]!
  const units = unitsOf(count, types[slot % types.length]!.name)
  return {
    kind: 'fixed',
    id: `fixed ${placeId} ${id}`,
    site,
    name: `${units} at ${name} ${count === 1 ? 'stays' : 'stay'}`,
    lifting: `Freeing ${units} at ${name}`,
    reason: null,
    barredTypes: [],
    holds: [{ slot, count }],
  }
}

/** The problem with one decision lifted and all others in force. */
export function withoutDecision(
  problem: PlanProblem,
  decisions: readonly Decision[],
  lifted: Decision,
): PlanProblem {
  const { kind } = lifted
  if (lifted.holds.length > 0) {
    return { ...problem, fixedCount: fixedUnder(problem, decisions, lifted) }
  }
  const sites = problem.sites.map((site, at) => {
    if (at !== lifted.site) return site
    if (kind === 'forced') return { ...site, rule: 'optional' as const }
    if (kind === 'forbidden') return { ...site, rule: 'optional' as const, barredTypes: [] }
    const barredTypes = site.barredTypes.filter((type) => !lifted.barredTypes.includes(type))
    return { ...site, barredTypes }
  })
  return { ...problem, sites }
}

function fixedUnder(
  { fixedCount, currentCount }: PlanProblem,
  decisions: readonly Decision[],
  lifted: Decision,
): Int32Array {
  const fixed = fixedCount.slice()
  for (const { slot } of lifted.holds) {
    const held = decisions
      .filter(({ id }) => id !== lifted.id)
      .flatMap(({ holds }) => holds.filter((hold) => hold.slot === slot))
      .reduce((sum, { count }) => sum + count, 0)
    fixed[slot] = Math.min(currentCount[slot]!, fixed[slot]!, held)
  }
  return fixed
}
