import { dissolved } from '../geo/overlay/dissolved.ts'
import { facesOf } from '../geo/overlay/faces.ts'
import { nodedEdges, type OverlaySource } from '../geo/overlay/noded.ts'
import { areaSquareKilometres } from '../geo/polygon.ts'
import type { LonLat, MultiPolygon, Polygon } from '../place.ts'
import { ZONE_KINDS, type Zone } from '../records/zone.ts'

/** A bit of ground that no border crosses: who has it, and which shapes of the edit lie over it. */
export type Ground = {
  /** Zones of one kind that hold it, borders in hand counted. */
  readonly holders: readonly Zone[]
  readonly shapes: ReadonlySet<number>
}

/** An edit of zones, as a rule that says of every bit of ground whose it becomes. */
export type Rezoning = {
  /** Zones of one course of action, of all kinds, and any that are new. */
  readonly zones: readonly Zone[]
  /** Borders in hand, by zone; left out: as they are. */
  readonly inHand?: ReadonlyMap<string, Polygon>
  /** Ground that the edit speaks of, such as what was painted. */
  readonly shapes?: readonly MultiPolygon[]
  /** Lines, and the zones that they cut. */
  readonly cut?: {
    readonly lines: readonly (readonly LonLat[])[]
    readonly zoneIds: ReadonlySet<string>
  }
  /** Zones that the edit is about: they, and what lies in them, are kept within their parents. */
  readonly touchedIds: ReadonlySet<string>
  /** Of the holders, and others of that kind if the edit gives ground away: whose it becomes. */
  readonly takersOf: (kind: Zone['kind'], ground: Ground) => readonly string[]
}

/** Pieces smaller than this are what rounding leaves. */
export const CRUMB_SQUARE_KILOMETRES = 1e-6

/**
 * The outlines after an edit, in pieces with the largest first: of every zone, none for one that lost
 * all its ground. Zones that meet share all corners where they do, and a zone loses what its parent
 * lost. Borders go to the lattice of `core/geo/overlay`.
 */
export function rezone(edit: Rezoning): ReadonlyMap<string, readonly Polygon[]> {
  const { zones, shapes = [], cut } = edit
  const area = (outline: MultiPolygon): OverlaySource => ({ type: 'area', outline })
  const faces = facesOf(
    nodedEdges([
      ...zones.map((zone) => area([edit.inHand?.get(zone.id) ?? zone.outline])),
      ...shapes.map(area),
      ...(cut?.lines ?? []).map((line): OverlaySource => ({ type: 'cut', line })),
    ]),
  )
  const takers = faces.sources.map((sources, face) =>
    face === 0 ? NOBODY : takersOfFace(edit, sources),
  )
  const isCut = (id: string) => cut?.zoneIds.has(id) ?? false
  const pieces = new Map<string, Polygon[]>()
  for (const ids of apart(zones, takers)) {
    const ownerOf = (face: number) => ids.find((id) => takers[face]!.has(id)) ?? null
    for (const [id, own] of dissolved(faces, ownerOf, isCut)) pieces.set(id, own)
  }
  return new Map(
    zones.map(({ id, outline }) => {
      const before = edit.inHand?.get(id) ?? outline
      return [id, inOrder(pieces.get(id) ?? []).map((piece) => sameOutline(before, piece))]
    }),
  )
}

/** Zones in groups that hold no ground in common: one a kind, unless zones of a kind overlap. */
function apart(zones: readonly Zone[], takers: readonly ReadonlySet<string>[]): string[][] {
  return ZONE_KINDS.flatMap((kind) => {
    const ids = zones.filter((zone) => zone.kind === kind).map(({ id }) => id)
    const own = new Set(ids)
    const doOverlap = takers.some((each) => [...each].filter((id) => own.has(id)).length > 1)
    return doOverlap ? ids.map((id) => [id]) : [ids]
  })
}

const NOBODY: ReadonlySet<string> = new Set()

function takersOfFace(
  { zones, touchedIds, takersOf }: Rezoning,
  sources: ReadonlySet<number>,
): ReadonlySet<string> {
  const holders = [...sources].flatMap((source) => zones[source] ?? [])
  const shapes = new Set(
    [...sources].filter((source) => source >= zones.length).map((source) => source - zones.length),
  )
  const takers = new Set<string>()
  for (const kind of ZONE_KINDS) {
    const own = holders.filter((zone) => zone.kind === kind)
    const wanted = takersOf(kind, { holders: own, shapes })
    const admitted = wanted.filter(isAdmitted)
    // What only a zone beyond its parent wants stays with who has it.
    const rest = wanted.length > 0 && admitted.length === 0 ? own.map(({ id }) => id) : []
    for (const id of [...admitted, ...rest.filter(isAdmitted).slice(0, 1)]) takers.add(id)
  }
  return takers

  function isAdmitted(id: string): boolean {
    const parentId = zones.find((each) => each.id === id)?.parentId ?? null
    if (parentId === null || takers.has(parentId)) return true
    const isParentHere = zones.some((each) => each.id === parentId)
    if (!isParentHere) return true
    const isStrict = touchedIds.has(id) || touchedIds.has(parentId)
    return !isStrict && !holders.some((each) => each.id === parentId)
  }
}

function inOrder(pieces: readonly Polygon[]): Polygon[] {
  return pieces
    .map((piece) => ({ piece, size: areaSquareKilometres([piece]) }))
    .filter(({ size }) => size > CRUMB_SQUARE_KILOMETRES)
    .sort((a, b) => b.size - a.size)
    .map(({ piece }) => piece)
}

/** The outline as it was, where the new one runs through the same corners from another start. */
function sameOutline(before: Polygon, after: Polygon): Polygon {
  return cornerText(before) === cornerText(after) ? before : after
}

function cornerText(outline: Polygon): string {
  return outline
    .map((ring) => {
      const corners = ring.slice(0, -1).map(([lon, lat]) => `${lon} ${lat}`)
      const least = corners.reduce((best, text, i) => (text < corners[best]! ? i : best), 0)
      const forth = [...corners.slice(least), ...corners.slice(0, least)]
      const back = [forth[0]!, ...forth.slice(1).reverse()]
      return [forth.join(), back.join()].sort()[0]!
    })
    .sort()
    .join(';')
}
