import { put, type RowChange } from '../../change.ts'
import { baselineOf, type OperationDocument, scenariosInOrder } from '../../document.ts'
import { keyBetween } from '../../order-key.ts'
import type { Scenario } from '../../records/scenario.ts'
import { basisOf } from '../../scenario-basis.ts'
import type { Command } from '../command.ts'
import { type DecisionTable, rowFault, rowsOfScenario } from '../row-fault.ts'

/** A new COA, and the one whose zones, control measures, site rules and postings it starts from. */
export type ScenarioStart = {
  readonly id: string
  readonly name: string
  readonly title: string
  /** Null: it starts without any decision. */
  readonly copyOfId: string | null
  /** What it is tried under; left out: what the one that it copies is under. */
  readonly shockIds?: readonly string[]
  /** Whose force it starts from, as of which instant; left out: as the one that it copies. */
  readonly forceAt?: string | null
}

/**
 * Branches a COA from the current posture, empty, or from another as a copy of its decisions, shocks and
 * assumptions; the copies are rows of its own.
 */
export const addScenario: Command<ScenarioStart> = {
  id: 'scenario.add',
  title: 'New COA',

  blocked(document, start) {
    const { scenarios } = document.tables
    if (scenarios.has(start.id)) return 'There is a COA with this id already.'
    if (start.copyOfId !== null && !scenarios.has(start.copyOfId)) {
      return 'The COA to copy is no longer there.'
    }
    if (start.shockIds?.some((id) => !document.tables.shocks.has(id))) {
      return 'That shock is no longer there.'
    }
    return rowFault('scenarios', scenarioFrom(document, start, { number: 1, orderKey: 'a' }))
  },

  change(document, start) {
    const ordered = scenariosInOrder(document)
    const number = 1 + ordered.reduce((most, scenario) => Math.max(most, scenario.number), 0)
    const orderKey = keyBetween(ordered.at(-1)?.orderKey ?? null, null)
    const rows: RowChange[] = [
      put(document, 'scenarios', scenarioFrom(document, start, { number, orderKey })),
    ]
    const { copyOfId, id: scenarioId } = start
    if (copyOfId !== null) rows.push(...copiedDecisions(document, copyOfId, scenarioId))
    return { note: `New COA ${start.name}`, rows }
  },
}

function copiedDecisions(
  document: OperationDocument,
  fromId: string,
  scenarioId: string,
): RowChange[] {
  const copies = <T extends DecisionTable>(table: T, word: string) =>
    rowsOfScenario(document, table, fromId).map((row, i) => ({
      row,
      id: `${scenarioId}-${word}-${i + 1}`,
    }))
  const zones = copies('zones', 'zone')
  const zoneIds = new Map(zones.map(({ row, id }) => [row.id, id]))
  return [
    ...zones.map(({ row, id }) => {
      const parentId = zoneIds.get(row.parentId ?? '') ?? null
      return put(document, 'zones', { ...row, id, scenarioId, parentId })
    }),
    ...copies('controlMeasures', 'measure').map(({ row, id }) =>
      put(document, 'controlMeasures', { ...row, id, scenarioId }),
    ),
    ...copies('sites', 'site').map(({ row, id }) =>
      put(document, 'sites', { ...row, id, scenarioId }),
    ),
    ...copies('postings', 'posting').map(({ row, id }) =>
      put(document, 'postings', { ...row, id, scenarioId }),
    ),
  ]
}

function scenarioFrom(
  document: OperationDocument,
  start: ScenarioStart,
  place: Pick<Scenario, 'number' | 'orderKey'>,
): Scenario {
  const { id, name, title, copyOfId } = start
  const copied = document.tables.scenarios.get(copyOfId ?? '')
  const parentId = copyOfId ?? baselineOf(document)?.id ?? null
  const forceAt = start.forceAt === undefined ? copied?.forceAt : start.forceAt
  return {
    id,
    name,
    title,
    isBaseline: false,
    shockIds: start.shockIds ?? copied?.shockIds ?? [],
    ...place,
    parentId,
    basis: basisOf(document, parentId),
    ...(copied?.assumptions ? { assumptions: copied.assumptions } : {}),
    ...(forceAt ? { forceAt } : {}),
  }
}
