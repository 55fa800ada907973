import { type Change, put, type RowChange, remove } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import { counted } from '../../figures.ts'
import { freeName } from '../../free-name.ts'
import { polygonHolds } from '../../geo/polygon.ts'
import type { Polygon } from '../../place.ts'
import type { Zone } from '../../records/zone.ts'
import { isMoreThanRounding } from '../../zoning/ground-outside.ts'
import { liesOver } from '../../zoning/lies-over.ts'
import { zonesNear } from '../../zoning/near-zones.ts'
import { rezone } from '../../zoning/rezone.ts'
import { sharedOut } from '../../zoning/share-out.ts'
import { childrenOf } from '../../zoning/zone-levels.ts'
import { rowFault, rowsOfScenario } from '../row-fault.ts'
import { type Attempt, triedCommand } from './zone-command.ts'
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
  /**
   * Whether they take the place of the unlocked zones of their kind, or come beside them and give way
   * where these lie.
   */
  readonly way: 'replace' | 'add'
  /** One new id a zone. */
  readonly ids: readonly string[]
}

/**
 * Makes zones of a proposal, in one change. Ground of locked zones is never taken. What lay in a zone
 * that goes lies in what that one lay in; its units answer for the new zone that their base stands in.
 */
export const takeProposal = triedCommand<ProposalTaken>({
  id: 'zone.takeProposal',
  title: 'Take proposed zones',

  attempt(document, taken): Attempt {
    const rows = rowsOf(document, taken)
    const fault = faultOf(document, taken, rows)
    if (fault) return fault
    const gone = replaced(document, taken)
    const goneIds = new Set(gone.map(({ id }) => id))
    const there = rowsOfScenario(document, 'zones', taken.scenarioId).filter(
      ({ id, kind }) => kind === taken.kind && !goneIds.has(id),
    )
    const locked = there.filter(({ isLocked }) => isLocked)
    for (const { name, outline } of rows) {
      const under = locked.find((zone) => liesOver(outline, zone.outline))
      if (under) return `Propose again: ${name} would lie over ${under.name}, which is locked.`
    }
    const beside = there.filter(({ isLocked }) => !isLocked)
    const isOver = rows.some(({ outline }) =>
      beside.some((zone) => liesOver(outline, zone.outline)),
    )
    const coming = isOver
      ? givingWay(document, rows, there)
      : rows.map((row) => put(document, 'zones', row))
    if (typeof coming === 'string') return coming
    const left = unitsLeftSentence(document, taken)
    const note = `Take ${counted(rows.length, 'proposed zone')}${left ? `: ${left.slice(0, -1)}` : ''}`
    return { note, rows: [...leaving(document, gone), ...coming] }
  },
})

/** How many units would answer for no zone once the proposal is taken, in a sentence; null: none. */
export function unitsLeftSentence(
  document: OperationDocument,
  taken: ProposalTaken,
): string | null {
  const answering = new Set(rowsOf(document, taken).flatMap(({ unitIds }) => unitIds))
  const left = replaced(document, taken)
    .flatMap(({ unitIds }) => unitIds)
    .filter((id) => !answering.has(id))
  if (left.length === 0) return null
  return `${counted(left.length, 'unit')} ${left.length === 1 ? 'answers' : 'answer'} for no zone now.`
}

function faultOf(
  document: OperationDocument,
  { scenarioId, zones, ids }: ProposalTaken,
  rows: readonly Zone[],
): string | null {
  const fault = scenarioFault(document, scenarioId)
  if (fault) return fault
  if (zones.length === 0) return 'There is no zone to take.'
  if (ids.length < zones.length || new Set(ids).size < ids.length) {
    return 'Each zone needs an id of its own.'
  }
  if (ids.some((id) => document.tables.zones.has(id))) return 'These zones are taken already.'
  for (const zone of zones) {
    if (!document.tables.bases.has(zone.baseId)) {
      return `The base of ${zone.name} is no longer there. Propose zones again.`
    }
  }
  for (const row of rows) {
    const rowSaid = outlineFault(row.outline, row.name) ?? rowFault('zones', row)
    if (rowSaid) return rowSaid
  }
  return null
}

/** New zones cut to the ground that no zone of their kind has; why that cannot be, in a sentence. */
function givingWay(
  document: OperationDocument,
  rows: readonly Zone[],
  there: readonly Zone[],
): Change['rows'] | string {
  const newIds = new Set(rows.map(({ id }) => id))
  const outlines = rows.map(({ outline }) => outline)
  const zones = [...zonesNear(there, outlines), ...rows]
  const pieces = new Map(
    rezone({
      zones,
      touchedIds: newIds,
      takersOf: (_, { holders }) => {
        const before = holders.filter(({ id }) => !newIds.has(id))
        return (before.length > 0 ? before : holders).map(({ id }) => id)
      },
    }),
  )
  for (const { id, name } of rows) {
    const [largest, ...rest] = pieces.get(id) ?? []
    if (!largest) {
      return `${name} would have no ground of its own: zones that are there have all of it. Replace them instead.`
    }
    if (rest.some((piece) => isMoreThanRounding(piece, []))) {
      return `${name} would come apart round zones that are there. Replace them instead.`
    }
    pieces.set(id, [largest])
  }
  for (const { id, outline } of there) {
    if (pieces.has(id) && pieces.get(id)?.length !== 1) pieces.set(id, [outline])
  }
  return sharedOut(document, { pieces, zones, newIds: [] })
}

/** Zones that go, and what lay in them. */
function leaving(document: OperationDocument, gone: readonly Zone[]): RowChange[] {
  const goneIds = new Set(gone.map(({ id }) => id))
  return gone.flatMap(({ id, parentId }) => {
    // In a ring from a file a zone would come to lie in itself, or in one that goes.
    const holderOf = (child: Zone) =>
      parentId === child.id || goneIds.has(parentId ?? '') ? null : parentId
    const children = childrenOf(document.tables.zones.values(), id).filter(
      (child) => !goneIds.has(child.id),
    )
    return [
      ...children.map((child) => put(document, 'zones', { ...child, parentId: holderOf(child) })),
      remove(document, 'zones', id),
    ]
  })
}

function replaced(document: OperationDocument, { scenarioId, kind, way }: ProposalTaken): Zone[] {
  if (way === 'add') return []
  return rowsOfScenario(document, 'zones', scenarioId).filter(
    (zone) => zone.kind === kind && !zone.isLocked,
  )
}

function rowsOf(document: OperationDocument, taken: ProposalTaken): Zone[] {
  const replacedZones = replaced(document, taken)
  const gone = new Set(replacedZones.map(({ id }) => id))
  const free = new Set(replacedZones.flatMap(({ unitIds }) => unitIds))
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
      unitIds: unitsWithin(document, zone.outline, free),
    }
  })
}

/** Takes those units out of the free ones whose base stands in an outline. */
function unitsWithin({ tables }: OperationDocument, outline: Polygon, free: Set<string>): string[] {
  return [...free].filter((id) => {
    const position = tables.bases.get(tables.units.get(id)?.baseId ?? '')?.position
    return position && polygonHolds(outline, ...position) && free.delete(id)
  })
}
