import { type Grid, sharedCorners } from '#core/geo/grid.ts'
import { unionFind } from '#core/geo/overlay/faces.ts'
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

/** Some 150 m apart for cells of 36 km². */
const SAMPLES = 25
const FULL_RING = 6

/** Links of cells whose zones are one piece of ground, and the cells that have to be taken whole for it. */
export type TouchingLinks = Pick<CellLinks, 'linkOffsets' | 'links'> & {
  /** 1: its water counts as its ground, for a bridge over it is all that ties this ground to the rest. */
  readonly isWholeCell: Uint8Array
}

/**
 * The links of cells that have ground of the theatre on their common side: two cells of one zone that
 * meet across the sea, beyond the frontier or in a locked zone alone would make two pieces of ground.
 * Where nothing else ties cells to the rest, as a town on an island that bridges lead to, a link over
 * water stays and both cells are taken whole; over a locked zone none does.
 */
export function touchingLinks(
  { linkOffsets, links }: Pick<CellLinks, 'linkOffsets' | 'links'>,
  facts: TouchFacts,
): TouchingLinks {
  const { grid } = facts
  const meeting = createMeeting(facts)
  const isRim = Uint8Array.from(grid.cells, (_, cell) => {
    const [from, to] = [grid.neighbourOffsets[cell]!, grid.neighbourOffsets[cell + 1]!]
    return to - from < FULL_RING || facts.outside.length > 0 ? 1 : 0
  })
  const isKept = new Uint8Array(links.length)
  const parts = unionFind(grid.cells.length)
  const overWater: (readonly [cell: number, near: number])[] = []
  eachLink(linkOffsets, (cell, at) => {
    const near = links[at]!
    const isAsked = isRim[cell] === 1 || isRim[near] === 1
    const on = isAsked ? meeting(Math.min(cell, near), Math.max(cell, near)) : 'ground'
    if (on === 'ground') {
      isKept[at] = 1
      parts.join(cell, near)
    } else if (on === 'water' && cell < near) overWater.push([cell, near])
  })
  const isWholeCell = new Uint8Array(grid.cells.length)
  const tied = new Set<string>()
  for (const [cell, near] of overWater) {
    if (parts.rootOf(cell) === parts.rootOf(near)) continue
    parts.join(cell, near)
    tied.add(`${cell} ${near}`).add(`${near} ${cell}`)
    isWholeCell[cell] = 1
    isWholeCell[near] = 1
  }
  const offsets = new Uint32Array(linkOffsets.length)
  const kept: number[] = []
  eachLink(linkOffsets, (cell, at) => {
    if (isKept[at] === 1 || tied.has(`${cell} ${links[at]}`)) kept.push(links[at]!)
    offsets[cell + 1] = kept.length
  })
  for (let cell = 0; cell + 1 < offsets.length; cell++) {
    offsets[cell + 1] = Math.max(offsets[cell]!, offsets[cell + 1]!)
  }
  return { linkOffsets: offsets, links: Uint32Array.from(kept), isWholeCell }
}

function eachLink(linkOffsets: Uint32Array, visit: (cell: number, at: number) => void): void {
  for (let cell = 0; cell + 1 < linkOffsets.length; cell++) {
    for (let at = linkOffsets[cell]!; at < linkOffsets[cell + 1]!; at++) visit(cell, at)
  }
}

/** What two cells have on their common side: ground, else a locked zone, else water or land beyond. */
function createMeeting(facts: TouchFacts): (a: number, b: number) => 'ground' | 'locked' | 'water' {
  const within = facts.within.map(prepareOutline)
  const outside = facts.outside.map(prepareOutline)
  const corners = new Map<number, readonly LonLat[]>()
  const cornersOf = (cell: number) => {
    const known = corners.get(cell) ?? sharedCorners(facts.grid.cells[cell]!)
    corners.set(cell, known)
    return known
  }
  return (a, b) => {
    const [one, other] = sharedSide(cornersOf(a), cornersOf(b))
    if (!one || !other) return 'ground'
    let isLocked = false
    for (let i = 0; i < SAMPLES; i++) {
      const share = (i + 0.5) / SAMPLES
      const lon = one[0] + share * (other[0] - one[0])
      const lat = one[1] + share * (other[1] - one[1])
      if (holds(outside, lon, lat)) isLocked = true
      else if (holds(within, lon, lat)) return 'ground'
    }
    return isLocked ? 'locked' : 'water'
  }
}

function holds(outlines: readonly PreparedOutline[], lon: number, lat: number): boolean {
  return outlines.some((outline) => outline.holds(lon, lat))
}

/** The two corners that two cells have in common. */
function sharedSide(a: readonly LonLat[], b: readonly LonLat[]): LonLat[] {
  return a.slice(1).filter(([lon, lat]) => b.some(([x, y]) => x === lon && y === lat))
}
