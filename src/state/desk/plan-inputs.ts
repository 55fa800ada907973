import { communityClassesOf } from '#analysis/community-classes.ts'
import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { SituationInput } from '#analysis/situation.ts'
import type { Site } from '#core/records/site.ts'
import type { CandidateFacts, Candidates } from '#jobs/candidates.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { SearchRequest } from '#jobs/search-plan.ts'
import type { TravelFacts } from '#jobs/travel-facts.ts'
import { type Facts, movementOf } from './document-inputs.ts'

type Rows = Pick<Facts, 'document'>

/** What travel minutes follow from, as it crosses to the worker. */
export function travelFactsOf(
  { document }: Rows,
  input: SituationInput,
  lane: string,
): TravelFacts {
  const { ground, operation, bases, units, vehicles, resourceTypes } = input
  const { postings, restrictions, facilities } = input
  const communityClasses = communityClassesOf(ground, document.tables.communities)
  return {
    ground,
    operation,
    bases,
    units,
    vehicles,
    resourceTypes,
    postings,
    restrictions,
    facilities,
    communityClasses,
    lane,
  }
}

/** What the places of a plan follow from, as it crosses to the worker. */
export function candidateFactsOf(
  facts: Rows,
  scenarioId: string,
  { input, situation }: ScenarioPicture,
): CandidateFacts {
  return {
    ...travelFactsOf(facts, { ...input, ...movementOf(facts, scenarioId) }, scenarioId),
    needScore: situation.need.score,
    sites: sitesOf(facts, scenarioId),
  }
}

/** What a plan of a scenario follows from, as it crosses to the worker. */
export function planFactsOf(
  facts: Rows,
  asked: {
    readonly scenarioId: string
    readonly request: SearchRequest
    readonly picture: ScenarioPicture
    readonly candidates: Candidates
  },
): PlanFacts {
  const { input, situation } = asked.picture
  const { ground, bases, units, vehicles, resourceTypes, postings } = input
  const { score, lowest, highest } = situation.need
  return {
    ground,
    operation: movementOf(facts, asked.scenarioId).operation,
    need: { score, lowest, highest },
    resourceTypes,
    bases,
    units,
    vehicles,
    sites: sitesOf(facts, asked.scenarioId),
    postings,
    candidates: asked.candidates,
    request: asked.request,
  }
}

/** The site rules of a scenario, by id. */
export function sitesOf({ document }: Rows, scenarioId: string): Site[] {
  return [...document.tables.sites.values()]
    .filter((site) => site.scenarioId === scenarioId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
