import type { Ground, GroundInput } from '#analysis/ground.ts'
import { underShocks } from '#analysis/reach/conditions.ts'
import type { SituationInput } from '#analysis/situation.ts'
import type { VisitInput } from '#analysis/situation-of.ts'
import type { Columns } from '#core/columns/columns.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { forceOf } from '#core/force-at.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import type { Posting } from '#core/records/posting.ts'
import { shocksOf } from '#core/shocks-of.ts'
import type { DocumentState } from '../document-store.ts'
import type { Key } from './task.ts'

/** The open operation: rows, and the columns of its datasets. */
export type Facts = Pick<DocumentState, 'document' | 'columns'>

/** What the ground is made from, as it crosses to the worker. */
export function groundInputOf({ document, columns }: Facts): GroundInput {
  const { areas, communities } = document.tables
  return {
    areas: [...areas.values()],
    communities: [...communities.values()],
    population: columnsOfKind({ document, columns }, 'population')[0] ?? null,
    roads: columnsOfKind({ document, columns }, 'roads'),
    waterways: columnsOfKind({ document, columns }, 'waterways'),
    landCover: columnsOfKind({ document, columns }, 'landCover'),
    elevation: columnsOfKind({ document, columns }, 'elevation'),
    gridResolution: operationOf(document).gridResolution,
    waterBarrierMetres: operationOf(document).waterBarrierMetres,
  }
}

/** Says when the ground has to be made anew. */
export function groundKey(facts: Facts): Key {
  const { areas, communities } = facts.document.tables
  const batches = (['roads', 'waterways', 'landCover', 'elevation', 'population'] as const).flatMap(
    (kind) => [kind, ...columnsOfKind(facts, kind)],
  )
  const { gridResolution, waterBarrierMetres } = operationOf(facts.document)
  return [areas, communities, gridResolution, waterBarrierMetres, ...batches]
}

/** Settings, bases and restrictions as they are under the shocks of a scenario; bases of its force. */
export function movementOf({ document }: Pick<Facts, 'document'>, scenarioId: string) {
  return underShocks(
    {
      operation: operationOf(document),
      bases: forceOf(document, scenarioId).bases,
      restrictions: [...document.tables.restrictions.values()],
    },
    shocksOf(document, scenarioId),
  )
}

/** The facts of one scenario on a ground. */
export function situationInputOf(facts: Facts, ground: Ground, scenarioId: string): SituationInput {
  const { tables } = facts.document
  return {
    ground,
    ...movementOf(facts, scenarioId),
    indicators: indicatorsOf(facts.document),
    vehicles: [...tables.vehicles.values()],
    units: forceOf(facts.document, scenarioId).units,
    resourceTypes: [...tables.resourceTypes.values()],
    projects: [...tables.projects.values()],
    facilities: [...tables.facilities.values()].map((row) => ({
      position: row.position,
      class: row.class,
      status: row.status,
    })),
    incidents: columnsOfKind(facts, 'incidents'),
    patrols: columnsOfKind(facts, 'patrols'),
    surveys: columnsOfKind(facts, 'surveys'),
    postings: postingsOf(facts.document, scenarioId),
  }
}

/** What the visits of patrols follow from, as it crosses to the worker. */
export function visitInputOf(facts: Facts, ground: Ground): VisitInput {
  const patrols = columnsOfKind(facts, 'patrols')
  return { ground, operation: operationOf(facts.document), patrols }
}

/** Says when patrol tracks have to be cut anew. */
export function visitsKey(facts: Facts, ground: Ground): Key {
  const { planningAt } = operationOf(facts.document)
  return [ground, planningAt, ...columnsOfKind(facts, 'patrols')]
}

/** Says when the record of incidents has to be worked out anew. */
export function incidentsKey(facts: Facts, ground: Ground): Key {
  const { planningAt, incidentWindowDays } = operationOf(facts.document)
  return [ground.grid, planningAt, incidentWindowDays, ...columnsOfKind(facts, 'incidents')]
}

/** Says when travel minutes of a scenario have to be worked out anew. */
export function travelKey({ document }: Facts, ground: Ground, scenarioId: string): Key {
  const { tables } = document
  const { season, wetMonths, planningAt, vehicleId, utcOffsetMinutes } = operationOf(document)
  const { footDetourFactor, maxFootMinutes } = operationOf(document)
  const { ferryWaitMinutes, ferryKilometresPerHour } = operationOf(document)
  return [
    ground,
    tables.bases,
    tables.units,
    tables.resourceTypes,
    tables.vehicles,
    tables.restrictions,
    tables.shocks,
    tables.communities,
    tables.facilities,
    ...[season, wetMonths, planningAt, shocksOf(document, scenarioId)].map(plain),
    tables.scenarios.get(scenarioId)?.forceAt ?? null,
    ...[vehicleId, utcOffsetMinutes, footDetourFactor, maxFootMinutes],
    ...[ferryWaitMinutes, ferryKilometresPerHour],
    ...postingsOf(document, scenarioId),
  ]
}

/** Says when what is measured of a scenario has to be measured anew; weights and the mean aside. */
export function measuredKey(facts: Facts, ground: Ground, scenarioId: string): Key {
  const { tables } = facts.document
  const operation = operationOf(facts.document)
  const goalposts = indicatorsOf(facts.document).flatMap(({ id, measure, lo, hi, isHighGood }) => [
    id,
    measure,
    lo,
    hi,
    isHighGood,
  ])
  const batches = (['incidents', 'patrols', 'surveys'] as const).flatMap((kind) => [
    kind,
    ...columnsOfKind(facts, kind),
  ])
  return [
    ...travelKey(facts, ground, scenarioId),
    tables.projects,
    operation.incidentWindowDays,
    operation.presenceHalfLifeDays,
    ...goalposts,
    ...batches,
  ]
}

/** Says when need has to be weighed anew: cheap, done on the page. */
export function weighedKey({ document }: Facts): Key {
  const { needMean, needDataThresholdShare, responseStandardMinutes } = operationOf(document)
  const weights = indicatorsOf(document).map(({ weight }) => weight)
  return [needMean, needDataThresholdShare, responseStandardMinutes, ...weights]
}

/** Indicators in the order people gave them; situations list their scores in this order. */
export function indicatorsOf({ tables }: OperationDocument) {
  return [...tables.indicators.values()].sort((a, b) =>
    a.orderKey === b.orderKey ? (a.id < b.id ? -1 : 1) : a.orderKey < b.orderKey ? -1 : 1,
  )
}

/** The postings of a scenario, by id. */
export function postingsOf({ tables }: OperationDocument, scenarioId: string): Posting[] {
  return [...tables.postings.values()]
    .filter((posting) => posting.scenarioId === scenarioId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Columns of every dataset of a kind, by dataset id; one whose columns are missing is left out. */
export function columnsOfKind({ document, columns }: Facts, kind: DatasetKind): Columns[] {
  return [...document.tables.datasets.values()]
    .filter((dataset) => dataset.kind === kind)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id }) => columns.get(id))
    .filter((batch) => batch !== undefined)
}

function plain(value: unknown): string {
  return JSON.stringify(value)
}
