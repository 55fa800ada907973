import type { z } from 'zod'
import { Area } from './records/area.ts'
import { Base } from './records/base.ts'
import { Community } from './records/community.ts'
import { ControlMeasure } from './records/control-measure.ts'
import { Criterion } from './records/criterion.ts'
import { Dataset } from './records/dataset.ts'
import { Deck } from './records/deck.ts'
import { Engagement } from './records/engagement.ts'
import { Facility } from './records/facility.ts'
import { Grievance } from './records/grievance.ts'
import { Indicator } from './records/indicator.ts'
import { Operation } from './records/operation.ts'
import { Posting } from './records/posting.ts'
import { Project } from './records/project.ts'
import { Purge } from './records/purge.ts'
import { ResourceType } from './records/resource-type.ts'
import { Restriction } from './records/restriction.ts'
import { Scenario } from './records/scenario.ts'
import { Shock } from './records/shock.ts'
import { Site } from './records/site.ts'
import { Slide } from './records/slide.ts'
import { Unit } from './records/unit.ts'
import { Vehicle } from './records/vehicle.ts'
import { Verdict } from './records/verdict.ts'
import { Zone } from './records/zone.ts'

/** Every table of the document and what its rows are. A new kind of row is one line here. */
export const TABLES = {
  operation: Operation,
  areas: Area,
  communities: Community,
  bases: Base,
  vehicles: Vehicle,
  resourceTypes: ResourceType,
  units: Unit,
  shocks: Shock,
  restrictions: Restriction,
  projects: Project,
  facilities: Facility,
  engagements: Engagement,
  grievances: Grievance,
  indicators: Indicator,
  datasets: Dataset,
  purges: Purge,
  scenarios: Scenario,
  criteria: Criterion,
  verdicts: Verdict,
  zones: Zone,
  controlMeasures: ControlMeasure,
  sites: Site,
  postings: Posting,
  decks: Deck,
  slides: Slide,
} as const

export type TableName = keyof typeof TABLES
export type RowOf<T extends TableName> = z.infer<(typeof TABLES)[T]>
export type Tables = { readonly [T in TableName]: ReadonlyMap<string, RowOf<T>> }

export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

/** The version of the rows' shapes; `upgrade.ts` brings older files up to it. */
export const SCHEMA_VERSION = 8

/** What a planner opens: one mission in one theatre, its facts and its decisions. Immutable. */
export type OperationDocument = {
  /** Stays the same through every change and export; two files with one id are one operation. */
  readonly id: string
  readonly tables: Tables
}

/** A document without a row, not even settings; commands and readers fill it. */
export function emptyDocument(id: string): OperationDocument {
  const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, new Map()]))
  return { id, tables: tables as unknown as Tables }
}

/** Builds a document from plain lists of rows, such as a file or a generator holds. */
export function documentOf(
  id: string,
  rows: { readonly [T in TableName]?: readonly RowOf<T>[] },
): OperationDocument {
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name) => [
      name,
      new Map((rows[name] ?? []).map((row): [string, unknown] => [row.id, row])),
    ]),
  )
  return { id, tables: tables as unknown as Tables }
}

/**
 * The settings row.
 *
 * @throws Error if the document has none: it was never a document of ours.
 */
export function operationOf(document: OperationDocument): Operation {
  const operation = document.tables.operation.get('operation')
  if (!operation) throw new Error(`operation ${document.id} has no settings row`)
  return operation
}

/** The current posture: the scenario that every other is compared with. */
export function baselineOf(document: OperationDocument): Scenario | null {
  for (const scenario of document.tables.scenarios.values())
    if (scenario.isBaseline) return scenario
  return null
}

/** Scenarios in the order people gave them, those that are archived too. */
export function scenariosInOrder(document: OperationDocument): Scenario[] {
  return [...document.tables.scenarios.values()].sort((a, b) =>
    a.orderKey === b.orderKey ? (a.id < b.id ? -1 : 1) : a.orderKey < b.orderKey ? -1 : 1,
  )
}

/** Those to choose from and to compare: none that is archived. */
export function openScenarios(document: OperationDocument): Scenario[] {
  return scenariosInOrder(document).filter(({ isArchived }) => !isArchived)
}
