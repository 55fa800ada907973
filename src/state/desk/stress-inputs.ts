import { communityClassesOf } from '#analysis/community-classes.ts'
import { rowOfMeasure } from '#analysis/compare/matrix/criteria.ts'
import type { ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import { incidentsByArea } from '#analysis/compare/stress/incidents-by-area.ts'
import type { ShockFacts } from '#analysis/compare/stress/input-under.ts'
import type { Future, StressMeasureId, StressSettings } from '#analysis/compare/stress/stress.ts'
import type { IncidentRecord } from '#analysis/incidents/incident-record.ts'
import type { SituationInput } from '#analysis/situation.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { shockSentence } from '#core/shock-words.ts'
import { shocksInOrder, shocksOf } from '#core/shocks-of.ts'
import type { RepairInput } from '#jobs/repair-plan.ts'
import type { SearchRequest } from '#jobs/search-plan.ts'
import type { StressInput } from '#jobs/stress.ts'
import type { Facts } from './document-inputs.ts'
import { sitesOf } from './plan-inputs.ts'

type Rows = Pick<Facts, 'document'>

/** One course as it is tried. */
export type StressPicture = Pick<ScenarioPicture, 'input' | 'situation'> & {
  readonly scenarioId: string
}

/** What trying courses under what may come follows from, as it crosses to the worker; null: no course. */
export function stressInputOf(
  { document }: Rows,
  pictures: readonly StressPicture[],
  asked: {
    readonly settings: StressSettings
    readonly incidents: IncidentRecord | null
  },
): StressInput | null {
  const { settings, incidents } = asked
  const ground = pictures[0]?.input.ground
  if (!ground) return null
  return {
    ground,
    settings,
    courses: pictures.map(({ scenarioId, input, situation }) => ({
      scenarioId,
      situation,
      input: withoutObservations(input),
    })),
    criterionBenchmark: benchmarkIn(document, settings.measureId),
    incidentCounts: incidents && incidentsByArea(ground, incidents, operationOf(document)),
    communityClasses: communityClassesOf(ground, document.tables.communities),
    shocks: {
      ...shockFactsOf(document),
      sentences: Object.fromEntries(
        shocksInOrder(document).map((shock) => [shock.id, shockSentence(document, shock)]),
      ),
    },
    named: Object.fromEntries(
      pictures.map(({ scenarioId }) => [
        scenarioId,
        {
          name: document.tables.scenarios.get(scenarioId)?.name ?? scenarioId,
          ownShockIds: ownShockIds(document, scenarioId),
        },
      ]),
    ),
  }
}

/** What a repaired plan follows from, as it crosses to the worker. */
export function repairInputOf(
  { document }: Rows,
  { scenarioId, input, situation }: StressPicture,
  asked: {
    readonly future: Future
    readonly measureId: StressMeasureId
    readonly request: SearchRequest
    readonly mostMoves: number
  },
): RepairInput {
  const { ground } = input
  return {
    ...asked,
    ground,
    course: { scenarioId, situation, input: withoutObservations(input) },
    communityClasses: communityClassesOf(ground, document.tables.communities),
    ownShockIds: ownShockIds(document, scenarioId),
    sites: sitesOf({ document }, scenarioId),
    shocks: shockFactsOf(document),
  }
}

/** What is good enough as the criterion of the measure says, that which the matrix goes by; null: none does. */
export function benchmarkIn(
  { tables }: OperationDocument,
  measureId: StressMeasureId,
): number | null {
  return rowOfMeasure([...tables.criteria.values()], measureId)?.benchmark ?? null
}

function shockFactsOf(document: OperationDocument): ShockFacts {
  return {
    shocks: shocksInOrder(document),
    shockRestrictions: [...document.tables.restrictions.values()].filter(
      ({ shockId }) => shockId !== null,
    ),
    season: operationOf(document).season,
  }
}

function ownShockIds(document: OperationDocument, scenarioId: string): string[] {
  return shocksOf(document, scenarioId).map(({ id }) => id)
}

/** What was observed is in the situation: it stays here. */
function withoutObservations({ ground: _, ...input }: SituationInput) {
  return { ...input, incidents: [], patrols: [], surveys: [] }
}
