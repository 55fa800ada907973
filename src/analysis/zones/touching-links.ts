import { type Grid, sharedCorners } from '#core/geo/grid.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { type PreparedOutline, prepareOutline } from '../cells/prepared-outline.ts'
import type { CellLinks } from './cell-links.ts'

type TouchFacts = {
  readonly grid: Grid
  /** Outlines of the theatre, in one of which ground has to lie. */
  readonly within: readonly Polygon[]
  /** Outlines of locked zones, in none of which it may. */
  readonly outside: readonly Polygon[]
}

const SAMPLES = 9
const FULL_RING = 6

/**
 * The links of cells that have ground of the theatre on their common side: two cells of one zone that
 * meet across the sea, beyond the frontier or in a locked zone alone would make two pieces of ground.
 */
export function touchingLinks(
  { linkOffsets, links }: Pick<CellLinks, 'linkOffsets' | 'links'>,
  facts: TouchFacts,
): Pick<CellLinks, 'linkOffsets' | 'links'> {
  const { grid } = facts
  const within = facts.within.map(prepareOutline)
  const outside = facts.outside.map(prepareOutline)
  const isOpen = (lon: number, lat: number) => holds(within, lon, lat) && !holds(outside, lon, lat)
  const corners = new Map<number, readonly LonLat[]>()
  const cornersOf = (cell: number) => {
    const known = corners.get(cell) ?? sharedCorners(grid.cells[cell]!)
    corners.set(cell, known)
    return known
  }
  const isRim = Uint8Array.from(grid.cells, (_, cell) => {
    const [from, to] = [grid.neighbourOffsets[cell]!, grid.neighbourOffsets[cell + 1]!]
    return to - from < FULL_RING || outside.length > 0 ? 1 : 0
  })
  const touches = (a: number, b: number) => {
    const [one, other] = sharedSide(cornersOf(a), cornersOf(b))
    if (!one || !other) return true
    for (let i = 0; i < SAMPLES; i++) {
      const share = (i + 0.5) / SAMPLES
      if (isOpen(one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))) {
        return true
      }
    }
    return false
  }
  const offsets = new Uint32Array(linkOffsets.length)
  const kept: number[] = []
  for (let cell = 0; cell < grid.cells.length; cell++) {
    for (let at = linkOffsets[cell]!; at < linkOffsets[cell + 1]!; at++) {
      const near = links[at]!
      const isAsked = isRim[cell] === 1 || isRim[near] === 1
      if (!isAsked || touches(Math.min(cell, near), Math.max(cell, near))) kept.push(near)
    }
    offsets[cell + 1] = kept.length
  }
  return { linkOffsets: offsets, links: Uint32Array.from(kept) }
}

function holds(outlines: readonly PreparedOutline[], lon: number, lat: number): boolean {
  return outlines.some((outline) => outline.holds(lon, lat))
}

/** The two corners that two cells have in common. */
function sharedSide(a: readonly LonLat[], b: readonly LonLat[]): LonLat[] {
  return a.slice(1).filter(([lon, lat]) => b.some(([x, y]) => x === lon && y === lat))
}
