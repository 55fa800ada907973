import { cellsBeside, type Grid, sharedCorners } from '#core/geo/grid.ts'
import { dissolved } from '#core/geo/overlay/dissolved.ts'
import { facesOf } from '#core/geo/overlay/faces.ts'
import { nodedEdges, type OverlaySource } from '#core/geo/overlay/noded.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'
import { prepareOutline } from '../cells/prepared-outline.ts'
import type { AreaCells } from './area-of-cells.ts'

type OutlineFacts = AreaCells & {
  readonly grid: Grid
  /** Zone of each cell; −1: in none. */
  readonly zoneOfCell: Int32Array
  readonly zoneCount: number
  /** 1: of a locked zone; its ground beyond that zone's outline goes to the zone beside it. */
  readonly isTaken: Uint8Array
  /** 1: taken to all its sides, over water too; see `touchingLinks`. */
  readonly isWholeCell: Uint8Array
  /** Outlines of locked zones, which keep all of their ground. */
  readonly locked: readonly Polygon[]
}

/** Rings of cells round those of an area that may still hold some of its ground. */
const RIM_RINGS = 2

/**
 * How closely zones follow the borders of areas, from the closest: cells lie in their own area alone;
 * they reach into areas that zones divide; borders of areas count for nothing.
 */
const MANNERS = ['areas', 'wholeAreas', 'cells'] as const
type Manner = (typeof MANNERS)[number]

/** Ground that came off its zone and is less than this is no reason to follow borders less closely. */
const APART_SQUARE_KILOMETRES = 1

/**
 * Zones of cells as pieces of ground, each zone's list from the largest. An area whose cells are all of
 * one zone belongs to it to its own border; where zones divide an area, they meet along sides of cells;
 * all ends at the outlines of the areas, that is at coast and frontier, and at locked zones. Where a
 * border of areas would take a zone apart, it is followed less closely. Zones fit corner for corner.
 * 4,000 cells and outlines of 4,000 corners take some 0.2 s.
 */
export function proposedOutlines(facts: OutlineFacts): Polygon[][] {
  let best: { readonly outlines: Polygon[][]; readonly apart: number } | null = null
  const isWholeCell = facts.isWholeCell.slice()
  for (const manner of MANNERS) {
    for (let round = 0; round < TYING_ROUNDS; round++) {
      const outlines = outlinesIn(manner, { ...facts, isWholeCell })
      const apart = outlines.reduce((sum, [, ...parts]) => sum + areaSquareKilometres(parts), 0)
      if (!best || apart < best.apart) best = { outlines, apart }
      if (best.apart < APART_SQUARE_KILOMETRES) return best.outlines
      if (!tieParts(facts, outlines, isWholeCell)) break
    }
  }
  return best!.outlines
}

/** How often cells are taken whole to tie parts to their zone before borders are followed less closely. */
const TYING_ROUNDS = 2

/**
 * Takes cells whole, over water too, whose ground came off their zone, and those of the zone beside
 * them: they are passed between, so there is a way over that water. False: there were none.
 */
function tieParts(
  { grid, zoneOfCell }: OutlineFacts,
  outlines: readonly (readonly Polygon[])[],
  isWholeCell: Uint8Array,
): boolean {
  let isAny = false
  const take = (cell: number) => {
    if (isWholeCell[cell] === 1) return
    isWholeCell[cell] = 1
    isAny = true
  }
  outlines.forEach(([, ...parts], zone) => {
    for (const part of parts) {
      const { holds } = prepareOutline(part)
      for (let cell = 0; cell < grid.cells.length; cell++) {
        if (!holds(grid.lonDegrees[cell]!, grid.latDegrees[cell]!)) continue
        take(cell)
        for (let at = grid.neighbourOffsets[cell]!; at < grid.neighbourOffsets[cell + 1]!; at++) {
          if (zoneOfCell[grid.neighbours[at]!] === zone) take(grid.neighbours[at]!)
        }
      }
    }
  })
  return isAny
}

function outlinesIn(manner: Manner, facts: OutlineFacts): Polygon[][] {
  const { areas, locked, zoneCount } = facts
  const sources: OverlaySource[] = areas.map(({ outline }) => ({ type: 'area', outline }))
  const lockedFrom = sources.length
  for (const outline of locked) sources.push({ type: 'area', outline: [outline] })
  const partsFrom = sources.length
  const parts: { readonly area: number; readonly zone: number }[] = []
  const areaIndex =
    manner === 'cells' ? facts.areaIndex.map((area) => Math.min(area, 0)) : facts.areaIndex
  const wholeZone = areas.map((_, area) => {
    const { zoneOf, zones } = areaZones({ ...facts, areaIndex }, area, manner)
    const [only] = zones
    if (zones.size <= 1) return only ?? -1
    for (const zone of zones) {
      if (zone < 0) continue
      const cells = [...zoneOf].filter(([, own]) => own === zone).map(([cell]) => cell)
      sources.push({ type: 'area', outline: cells.map((cell) => [sharedCorners(cell)]) })
      parts.push({ area, zone })
    }
    return null
  })
  const wholeFrom = sources.length
  const wholeZones = wholeCells(facts)
  for (const { cells } of wholeZones) {
    sources.push({ type: 'area', outline: cells.map((cell) => [sharedCorners(cell)]) })
  }
  const faces = facesOf(nodedEdges(sources))
  const zoneOfFace = (face: number): string | null => {
    const held = [...faces.sources[face]!]
    if (held.some((source) => source >= lockedFrom && source < partsFrom)) return null
    const first = held.find((source) => source < lockedFrom)
    if (first === undefined) {
      const whole = held.find((source) => source >= wholeFrom)
      return whole === undefined ? null : String(wholeZones[whole - wholeFrom]!.zone)
    }
    const area = manner === 'cells' ? 0 : first
    const whole = wholeZone[area]!
    if (whole !== null) return whole < 0 ? null : String(whole)
    const part = held
      .filter((source) => source >= partsFrom && source < wholeFrom)
      .map((source) => parts[source - partsFrom]!)
      .find((each) => each.area === area)
    return part ? String(part.zone) : null
  }
  const pieces = dissolved(faces, zoneOfFace)
  const size = (outline: Polygon) => areaSquareKilometres([outline])
  return Array.from({ length: zoneCount }, (_, zone) =>
    (pieces.get(String(zone)) ?? []).sort((a, b) => size(b) - size(a)),
  )
}

/** Cells that are taken to all their sides, by zone. */
function wholeCells({ grid, zoneOfCell, isWholeCell }: OutlineFacts) {
  const byZone = new Map<number, string[]>()
  grid.cells.forEach((cell, index) => {
    const zone = zoneOfCell[index]!
    if (isWholeCell[index] === 0 || zone < 0) return
    byZone.set(zone, [...(byZone.get(zone) ?? []), cell])
  })
  return [...byZone].map(([zone, cells]) => ({ zone, cells }))
}

/**
 * Zones of an area's cells, and of the cells round it, whose ground in the area goes with their own zone
 * where that lies beside, so that a zone goes on over the border; else with most of their neighbours.
 */
function areaZones(
  { grid, areaIndex, zoneOfCell, isTaken }: OutlineFacts,
  area: number,
  manner: Manner,
) {
  const zoneOf = new Map<string, number>()
  const ownZone = new Map(grid.cells.map((cell, index) => [cell, zoneOfCell[index]!]))
  grid.cells.forEach((cell, index) => {
    if (areaIndex[index] === area && isTaken[index] === 0) zoneOf.set(cell, zoneOfCell[index]!)
  })
  const zones = new Set(zoneOf.values())
  if (zones.size <= 1) return { zoneOf, zones }
  for (let ring = 0; ring < RIM_RINGS; ring++) {
    const rim = new Map<string, Map<number, number>>()
    for (const [cell, zone] of zoneOf) {
      for (const near of cellsBeside(cell)) {
        if (zoneOf.has(near)) continue
        const votes = rim.get(near) ?? new Map<number, number>()
        rim.set(near, votes.set(zone, (votes.get(zone) ?? 0) + 1))
      }
    }
    for (const [cell, votes] of rim) {
      const own = ownZone.get(cell) ?? -1
      const [first] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])
      const isOwn = own >= 0 && (manner === 'wholeAreas' || votes.has(own))
      zoneOf.set(cell, isOwn ? own : first![0])
    }
  }
  return { zoneOf, zones: new Set(zoneOf.values()) }
}
