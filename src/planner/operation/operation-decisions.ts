import type { Site } from '#core/records/site.ts'
import type { PlanProblem } from '../problem.ts'
import { type Decision, fixedDecision, ruleDecisions } from '../reasons/decisions.ts'
import { heldPostingId } from '../reasons/grants.ts'
import { unitsOf } from '../sentences.ts'
import type { Kept } from './standing-units.ts'

/**
 * Everything that a person decided and that binds a plan of an operation, by name and with the
 * words of whoever decided: rules of places, held places, held postings, and units that stay for
 * what they are, by place and type.
 */
export function operationDecisions(
  problem: PlanProblem,
  decided: ReadonlyMap<string, Site>,
  kept: readonly Kept[],
): Decision[] {
  const rules = problem.sites.flatMap(({ placeId }, site) =>
    ruleDecisions(problem, site, decided.get(placeId)?.reason ?? null),
  )
  return [
    ...rules,
    ...heldPlaces(problem, kept),
    ...heldPostings(problem, kept),
    ...stay(problem, kept),
  ]
}

function heldPlaces({ sites, types }: PlanProblem, kept: readonly Kept[]): Decision[] {
  return sites.flatMap(({ placeId, name }, site): Decision[] => {
    const holds = kept.filter(({ by, id }) => by === 'place' && id === placeId)
    if (holds.length === 0) return []
    const what = holds.map(({ slot, count }) => unitsOf(count, types[slot % types.length]!.name))
    return [
      {
        kind: 'heldPlace',
        id: `held ${placeId}`,
        site,
        name: `what stands at ${name} stays there (${what.join(', ')})`,
        lifting: `Freeing what stands at ${name}`,
        reason: holds[0]!.words,
        barredTypes: [],
        holds,
      },
    ]
  })
}

function heldPostings({ sites, types }: PlanProblem, kept: readonly Kept[]): Decision[] {
  return kept
    .filter(({ by }) => by === 'posting')
    .map(({ id, slot, count, words }) => {
      const site = Math.floor(slot / types.length)
      const units = unitsOf(count, types[slot % types.length]!.name)
      const place = sites[site]!.name
      const name = `the posting of ${units} to ${place} is held`
      const lifting = `Freeing the posting of ${units} to ${place}`
      const holds = [{ slot, count }]
      return {
        kind: 'heldPosting',
        id: heldPostingId(id),
        site,
        name,
        lifting,
        reason: words,
        barredTypes: [],
        holds,
      }
    })
}

/** Headquarters, reserves and quick reaction forces, those of one type at one place together. */
function stay(problem: PlanProblem, kept: readonly Kept[]): Decision[] {
  const own = kept.filter(({ by }) => by === 'unit')
  return [...new Set(own.map(({ slot }) => slot))].map((slot) => {
    const here = own.filter((one) => one.slot === slot)
    const sum = here.reduce((total, { count }) => total + count, 0)
    const count = Math.min(problem.currentCount[slot]!, sum)
    const { id } = problem.types[slot % problem.types.length]!
    const names = [...new Set(here.flatMap(({ words }) => words ?? []))].join(', ')
    return { ...fixedDecision(problem, slot, { count, id }), reason: names || null }
  })
}
