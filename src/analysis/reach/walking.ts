import type { LonLat } from '#core/place.ts'
import type { PreparedOutline } from '../cells/prepared-outline.ts'
import type { RoadNetwork } from '../ground.ts'
import type { CellAnchors } from './cell-anchors.ts'
import type { OffRoad } from './off-road/off-road.ts'
import type { Origin } from './origins.ts'
import type { Entry } from './shortest-tree.ts'
import { meetsClosedGround, type WalkTable } from './walk-table.ts'

/** Where walks are looked up. */
export type WalkPlace = {
  readonly network: RoadNetwork
  readonly anchors: CellAnchors
  readonly table: WalkTable
}

/** How people go where no road is. */
export type WalkTerms = {
  readonly maxMetres: number
  /** Detours counted. */
  readonly minutesPerMetre: number
  readonly barriers: readonly PreparedOutline[]
  readonly offRoad: OffRoad
}

/** Off the road on some terms. */
export type Walking = WalkTerms & {
  /** Where journeys from some origins enter the roads. */
  readonly entriesFrom: (origins: readonly Origin[]) => Entry[]
  /** Minutes to each cell without a road, from the best of some origins; +∞ where none is near. */
  readonly direct: (origins: readonly Origin[]) => Float64Array
}

export function createWalking({ network, anchors, table }: WalkPlace, terms: WalkTerms): Walking {
  const { maxMetres, minutesPerMetre, barriers } = terms
  const mayWalk = (from: LonLat, to: LonLat, metres: number) =>
    metres <= maxMetres && !meetsClosedGround(barriers, from, to)
  return {
    ...terms,
    entriesFrom(origins) {
      const entries: Entry[] = []
      for (const { position, minutes } of origins) {
        table.nodesNear(position, (node, metres) => {
          const end: LonLat = [network.nodeLonDegrees[node]!, network.nodeLatDegrees[node]!]
          if (!mayWalk(position, end, metres)) return
          entries.push({ node, minutes: minutes + metres * minutesPerMetre })
        })
      }
      return entries
    },
    direct(origins) {
      const direct = new Float64Array(anchors.lonDegrees.length).fill(Number.POSITIVE_INFINITY)
      for (const { position, minutes } of origins) {
        table.cellsNear(position, (cell, metres) => {
          const end: LonLat = [anchors.lonDegrees[cell]!, anchors.latDegrees[cell]!]
          if (!mayWalk(position, end, metres)) return
          direct[cell] = Math.min(direct[cell]!, minutes + metres * minutesPerMetre)
        })
      }
      return direct
    },
  }
}

/** Minutes of a walk between two positions; +∞ if it is too long or crosses water or closed ground. */
export function walkMinutes(
  { maxMetres, minutesPerMetre, barriers, offRoad }: WalkTerms,
  from: LonLat,
  to: LonLat,
  straightMetres: number,
): number {
  const metres = offRoad.openMetres(from[0], from[1], to[0], to[1], straightMetres)
  const mayWalk = metres <= maxMetres && !meetsClosedGround(barriers, from, to)
  return mayWalk ? metres * minutesPerMetre : Number.POSITIVE_INFINITY
}
