import { canonicalJson, hashOf } from './canonical-json.ts'
import { DECISION_TABLES, rowsOfScenario } from './commands/row-fault.ts'
import { digestOf, digestOfAll } from './digest.ts'
import { type OperationDocument, operationOf, type TableName } from './document.ts'
import type { Operation } from './records/operation.ts'
import type { Basis, Scenario } from './records/scenario.ts'

/** Tables of facts that all scenarios share and figures of them follow from. */
const FACT_TABLES = [
  'areas',
  'communities',
  'bases',
  'vehicles',
  'resourceTypes',
  'units',
  'restrictions',
  'projects',
  'facilities',
  'indicators',
  'datasets',
  'shocks',
] as const satisfies readonly TableName[]

export type FactTable = (typeof FACT_TABLES)[number] | 'operation'

/** Facts that are other than those a scenario was made on. */
export type ChangedFacts = {
  readonly table: FactTable
  /** Rows that it had then, and has now. */
  readonly countThen: number
  readonly countNow: number
}

const digestOfRow = new WeakMap<object, number>()
const digestOfTable = new WeakMap<object, string>()

/**
 * Facts and parent as they are now. A digest is a sum over rows, so that their order says nothing;
 * rows and tables never change, so each is read once: 50 ms for 14,000 rows at first, then nothing.
 */
export function basisOf(document: OperationDocument, parentId: string | null): Basis {
  const facts: Record<string, Basis['facts'][string]> = {
    operation: { count: 1, digest: settingsDigest(document) },
  }
  for (const name of FACT_TABLES) {
    const table: ReadonlyMap<string, object> = document.tables[name]
    facts[name] = { count: table.size, digest: tableDigest(table) }
  }
  const parentDigest = parentId === null ? null : decisionsDigest(document, parentId)
  return { facts, parentDigest }
}

/** What is other since a scenario was branched, or last checked; empty where nothing is known of then. */
export function changedFacts(document: OperationDocument, { basis }: Scenario): ChangedFacts[] {
  if (!basis) return []
  const now = basisOf(document, null).facts
  return (['operation', ...FACT_TABLES] as const).flatMap((table) => {
    const [then, is] = [basis.facts[table], now[table]]
    if (!then || !is || then.digest === is.digest) return []
    return [{ table, countThen: then.count, countNow: is.count }]
  })
}

/** Whether the scenario that this one was branched from decides other things since; false where it is gone. */
export function isParentChanged(document: OperationDocument, scenario: Scenario): boolean {
  const { basis, parentId } = scenario
  if (!basis?.parentDigest || !parentId || !document.tables.scenarios.has(parentId)) return false
  return basis.parentDigest !== decisionsDigest(document, parentId)
}

/** SHA-256 of all that a scenario decides and supposes: what a verdict was given on. */
export function scenarioHash(document: OperationDocument, scenarioId: string): string {
  return decisionsDigest(document, scenarioId)
}

/** SHA-256 of the facts under all scenarios. */
export function factsHash(document: OperationDocument): string {
  return hashOf(basisOf(document, null).facts)
}

/** Ids of copies differ from those of what they copy, so they are left out. */
function decisionsDigest(document: OperationDocument, scenarioId: string): string {
  const scenario = document.tables.scenarios.get(scenarioId)
  const decided = DECISION_TABLES.map((table) =>
    rowsOfScenario(document, table, scenarioId)
      .map(({ id: _, scenarioId: __, ...row }) => canonicalJson(row))
      .sort(),
  )
  const supposed = [...(scenario?.shockIds ?? [])].sort()
  const { assumptions = [], forceAt = null } = scenario ?? {}
  return hashOf([decided, supposed, assumptions, forceAt])
}

/** Which settings count as facts: those that a figure of the comparison, or what it is judged by, follows from. */
const COUNTS: Readonly<Record<keyof Operation, boolean>> = {
  id: false,
  name: false,
  theatreName: false,
  marking: false,
  isExercise: false,
  planningAt: true,
  season: true,
  wetMonths: true,
  gridResolution: true,
  extentDegrees: false,
  needMean: true,
  needDataThresholdShare: true,
  incidentWindowDays: true,
  presenceHalfLifeDays: true,
  responseStandardMinutes: true,
  vehicleId: true,
  ferryWaitMinutes: true,
  ferryKilometresPerHour: true,
  waterBarrierMetres: true,
  utcOffsetMinutes: true,
  footDetourFactor: true,
  maxFootMinutes: true,
  budgetUsd: true,
  maxMoveCount: true,
  floorShare: true,
  evidenceShare: false,
  decisionSought: false,
  sources: false,
  centre: false,
  keeping: false,
  pack: false,
}

function settingsDigest(document: OperationDocument): string {
  const settings = Object.entries(operationOf(document))
  return hashOf(Object.fromEntries(settings.filter(([name]) => COUNTS[name as keyof Operation])))
}

function tableDigest(table: ReadonlyMap<string, object>): string {
  const known = digestOfTable.get(table)
  if (known !== undefined) return known
  const digest = digestOfAll([...table.values()].map(rowDigest)).toString(36)
  digestOfTable.set(table, digest)
  return digest
}

function rowDigest(row: object): number {
  const known = digestOfRow.get(row)
  if (known !== undefined) return known
  const digest = digestOf(row)
  digestOfRow.set(row, digest)
  return digest
}
