import { put, type RowChange, remove } from '../change.ts'
import type { OperationDocument } from '../document.ts'
import { freeName } from '../free-name.ts'
import { interiorPosition } from '../geo/interior-position.ts'
import { polygonHolds } from '../geo/polygon.ts'
import { Line, type LonLat, type Polygon } from '../place.ts'
import type { Zone } from '../records/zone.ts'
import { levelOf } from './zone-levels.ts'

const NAME_LENGTH = Line.maxLength ?? Number.POSITIVE_INFINITY

/** What becomes of zones whose ground came out in other pieces. */
export type SharedOut = {
  /** By zone, the largest piece first; a zone without a piece is taken out. */
  readonly pieces: ReadonlyMap<string, readonly Polygon[]>
  /** As they are to be but for outline and parent: rows before the edit, and any that are new. */
  readonly zones: readonly Zone[]
  /** For pieces that become zones of their own; there must be enough. */
  readonly newIds: readonly string[]
}

/**
 * The rule by which zones share out what is theirs. The largest piece stays the zone. Every other is
 * a zone of its own, of the same kind, tint and parent, named after it. The base goes with the piece
 * that it stands in, a unit with the piece that its base stands in, and both stay with the largest
 * where they stand in none; so every unit answers for one zone after as before, and strengths add up
 * to the same. What lies in a zone goes with the piece that holds it. Postings stand at places, so
 * they follow the ground by themselves.
 */
export function sharedOut(document: OperationDocument, shared: SharedOut): RowChange[] {
  const ids = shared.newIds.values()
  const rows: Zone[] = []
  const names = namesBeside(document, shared.zones)
  const gone: string[] = []
  const byParent = new Map<string, Zone[]>()
  const inOrder = [...shared.zones].sort((a, b) => levelOf(a.kind) - levelOf(b.kind))
  for (const zone of inOrder) {
    const pieces = shared.pieces.get(zone.id) ?? []
    if (pieces.length === 0) {
      gone.push(zone.id)
      continue
    }
    const own = parted(document, zone, pieces, names, () => ids.next().value)
    byParent.set(zone.id, own)
    rows.push(...own.map((each) => ({ ...each, parentId: parentOf(each, byParent) })))
  }
  return [
    ...rows.flatMap((row) => (isAsBefore(document, row) ? [] : [put(document, 'zones', row)])),
    ...gone
      .filter((id) => document.tables.zones.has(id))
      .map((id) => remove(document, 'zones', id)),
  ]
}

function parted(
  { tables }: OperationDocument,
  zone: Zone,
  pieces: readonly Polygon[],
  names: string[],
  nextId: () => string | undefined,
): Zone[] {
  const placeOf = (baseId: string | null | undefined) =>
    tables.bases.get(baseId ?? '')?.position ?? null
  const pieceOf = (position: LonLat | null) => {
    if (!position) return 0
    return Math.max(
      0,
      pieces.findIndex((piece) => polygonHolds(piece, ...position)),
    )
  }
  const basePiece = pieceOf(placeOf(zone.baseId))
  const unitPieces = zone.unitIds.map((id) => pieceOf(placeOf(tables.units.get(id)?.baseId)))
  return pieces.map((outline, i): Zone => {
    const id = i === 0 ? zone.id : nextId()
    if (id === undefined) throw new Error(`${zone.id} came apart in more pieces than there are ids`)
    const name = i === 0 ? zone.name : pieceName(zone.name, names)
    if (i > 0) names.push(name)
    return {
      ...zone,
      id,
      outline,
      name,
      baseId: i === basePiece ? zone.baseId : null,
      unitIds: zone.unitIds.filter((_, unit) => unitPieces[unit] === i),
    }
  })
}

/** Names of the course of action that zones belong to. */
function namesBeside({ tables }: OperationDocument, zones: readonly Zone[]): string[] {
  const scenarioId = zones[0]?.scenarioId
  const others = [...tables.zones.values()].filter((zone) => zone.scenarioId === scenarioId)
  return [...others, ...zones].map(({ name }) => name)
}

/** "North (2)": free among the names, and no longer than a name may be. */
function pieceName(name: string, names: readonly string[]): string {
  return freeName(name, names, (number) => {
    const end = ` (${number})`
    // Not through the midst of a letter that is two units long.
    const start = name.slice(0, NAME_LENGTH - end.length).replace(/[\uD800-\uDBFF]$/, '')
    return start.trimEnd() + end
  })
}

function parentOf(
  { parentId, outline }: Zone,
  byParent: ReadonlyMap<string, readonly Zone[]>,
): string | null {
  const parents = byParent.get(parentId ?? '')
  if (!parents || parents.length < 2) return parentId
  const inside = interiorPosition(outline)
  return parents.find((parent) => polygonHolds(parent.outline, ...inside))?.id ?? parentId
}

function isAsBefore({ tables }: OperationDocument, row: Zone): boolean {
  const before = tables.zones.get(row.id)
  if (!before) return false
  return (
    before.outline === row.outline &&
    before.name === row.name &&
    before.kind === row.kind &&
    before.parentId === row.parentId &&
    before.baseId === row.baseId &&
    before.unitIds.join() === row.unitIds.join()
  )
}
