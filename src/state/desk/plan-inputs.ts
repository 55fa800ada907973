import type { ScenarioPicture } from '#analysis/scenario-measures.ts'
import type { SituationInput } from '#analysis/situation.ts'
import { operationOf } from '#core/document.ts'
import type { Site } from '#core/records/site.ts'
import { communityClassesOf } from '#jobs/community-class.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import type { SearchRequest } from '#jobs/search-plan.ts'
import type { TravelFacts } from '#jobs/travel-facts.ts'
import type { Facts } from './document-inputs.ts'

/** What travel minutes follow from, as it crosses to the worker. */
export function travelFactsOf(
  { document }: Pick<Facts, 'document'>,
  input: SituationInput,
): TravelFacts {
  const { ground, operation, bases, units, resourceTypes, postings, restrictions } = input
  const communityClasses = communityClassesOf(ground, document.tables.communities)
  return {
    ground,
    operation,
    bases,
    units,
    resourceTypes,
    postings,
    restrictions,
    communityClasses,
  }
}

/** What a plan of a scenario follows from, as it crosses to the worker. */
export function planFactsOf(
  facts: Pick<Facts, 'document'>,
  asked: {
    readonly scenarioId: string
    readonly request: SearchRequest
    readonly picture: ScenarioPicture
  },
): PlanFacts {
  const { input, situation } = asked.picture
  const { score, lowest, highest } = situation.need
  return {
    ...travelFactsOf(facts, { ...input, operation: operationOf(facts.document) }),
    need: { score, lowest, highest },
    sites: sitesOf(facts, asked.scenarioId),
    request: asked.request,
  }
}

/** The site rules of a scenario, by id. */
export function sitesOf({ document }: Pick<Facts, 'document'>, scenarioId: string): Site[] {
  return [...document.tables.sites.values()]
    .filter((site) => site.scenarioId === scenarioId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
