import { put, type RowChange, remove } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import { freeName } from '../../free-name.ts'
import type { Polygon } from '../../place.ts'
import type { Zone } from '../../records/zone.ts'
import { childrenOf } from '../../zoning/zone-levels.ts'
import type { Command } from '../command.ts'
import { rowFault, rowsOfScenario } from '../row-fault.ts'
import { outlineFault, scenarioFault } from './zone-guard.ts'

/** A proposed zone, as it becomes a row. */
export type TakenZone = {
  readonly name: string
  readonly outline: Polygon
  readonly tint: number
  /** The base that it begins at. */
  readonly baseId: string
}

/** Proposed zones that a person takes. */
export type ProposalTaken = {
  readonly scenarioId: string
  readonly kind: Zone['kind']
  readonly zones: readonly TakenZone[]
  /** Whether they take the place of the unlocked zones of their kind, or come beside them. */
  readonly way: 'replace' | 'add'
  /** One new id a zone. */
  readonly ids: readonly string[]
}

/**
 * Makes zones of a proposal, in one change. What lay in a zone that goes lies in what that one lay in.
 */
export const takeProposal: Command<ProposalTaken> = {
  id: 'zone.takeProposal',
  title: 'Take proposed zones',

  blocked(document, taken) {
    const { scenarioId, zones, ids } = taken
    const fault = scenarioFault(document, scenarioId)
    if (fault) return fault
    if (zones.length === 0) return 'There is no zone to take.'
    if (ids.length < zones.length) return 'Each zone needs an id of its own.'
    if (ids.some((id) => document.tables.zones.has(id))) return 'These zones are taken already.'
    for (const zone of zones) {
      if (!document.tables.bases.has(zone.baseId)) {
        return `The base of ${zone.name} is no longer there. Propose zones again.`
      }
    }
    for (const row of rowsOf(document, taken)) {
      const rowSaid = outlineFault(row.outline, row.name) ?? rowFault('zones', row)
      if (rowSaid) return rowSaid
    }
    return null
  },

  change(document, taken) {
    const rows: RowChange[] = []
    const gone = replaced(document, taken)
    const goneIds = new Set(gone.map(({ id }) => id))
    for (const { id, parentId } of gone) {
      // In a ring from a file a zone would come to lie in itself, or in one that goes.
      const holderOf = (child: Zone) =>
        parentId === child.id || goneIds.has(parentId ?? '') ? null : parentId
      for (const child of childrenOf(document.tables.zones.values(), id)) {
        if (goneIds.has(child.id)) continue
        rows.push(put(document, 'zones', { ...child, parentId: holderOf(child) }))
      }
      rows.push(remove(document, 'zones', id))
    }
    for (const row of rowsOf(document, taken)) rows.push(put(document, 'zones', row))
    const count = taken.zones.length
    return { note: `Take ${count} proposed ${count === 1 ? 'zone' : 'zones'}`, rows }
  },
}

function replaced(document: OperationDocument, { scenarioId, kind, way }: ProposalTaken): Zone[] {
  if (way === 'add') return []
  return rowsOfScenario(document, 'zones', scenarioId).filter(
    (zone) => zone.kind === kind && !zone.isLocked,
  )
}

function rowsOf(document: OperationDocument, taken: ProposalTaken): Zone[] {
  const gone = new Set(replaced(document, taken).map(({ id }) => id))
  const names = rowsOfScenario(document, 'zones', taken.scenarioId)
    .filter(({ id }) => !gone.has(id))
    .map(({ name }) => name)
  return taken.zones.map((zone, i) => {
    const name = freeName(zone.name, names)
    names.push(name)
    return {
      id: taken.ids[i]!,
      scenarioId: taken.scenarioId,
      name,
      kind: taken.kind,
      outline: zone.outline,
      tint: zone.tint,
      isLocked: false,
      parentId: null,
      baseId: zone.baseId,
      unitIds: [],
    }
  })
}
