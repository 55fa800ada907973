import type { LonLat } from '#core/place.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { PreparedOutline } from '../cells/prepared-outline.ts'
import type { RoadNetwork } from '../ground.ts'
import type { CellAnchors } from './cell-anchors.ts'
import type { OffRoad } from './off-road/off-road.ts'
import type { Origin } from './origins.ts'
import { type Passage, passagesBetween, type RoadStand, roadStand } from './road-stand.ts'
import type { Entry } from './shortest-tree.ts'
import type { TravelGraph } from './travel-graph.ts'
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
  /**
   * The vehicle keeps to the roads and people walk at their end: a journey begins on the road nearest
   * to its start (`roadStand`), and nobody drives on beyond what they walked round. False: it takes to
   * the roads wherever it is quickest, on foot or over open ground.
   */
  readonly standsOnRoad: boolean
}

/** Whether a vehicle keeps to the roads; see `WalkTerms.standsOnRoad`. */
export function keepsToRoads({ mode, offRoad }: Pick<Vehicle, 'mode' | 'offRoad'>): boolean {
  return mode === 'road' && offRoad.by === 'foot'
}

/** Off the road on some terms. */
export type Walking = WalkTerms & {
  /** Where journeys from some origins come to nodes of the roads. They depend on which roads are open. */
  readonly entriesFrom: (origins: readonly Origin[]) => Entry[]
  /** Nodes from which people walk to a position, and the minutes from there. */
  readonly exitsTo: (position: LonLat) => Entry[]
  /** Minutes to each cell without a road, from the best of some origins; +∞ where none is near. */
  readonly direct: (origins: readonly Origin[]) => Float64Array
  /** Where the vehicle stands at a position, if people get from there to the road; null where it does not. */
  readonly standAt: (position: LonLat) => RoadStand | null
  /** Ways along a piece of road from one of its ends. */
  readonly passages: (from: number, to: number) => readonly Passage[]
}

export function createWalking(
  { network, anchors, table }: WalkPlace,
  graph: TravelGraph,
  terms: WalkTerms,
): Walking {
  const { maxMetres, minutesPerMetre, barriers, standsOnRoad } = terms
  const mayWalk = (from: LonLat, to: LonLat, metres: number) =>
    metres <= maxMetres && !meetsClosedGround(barriers, from, to)
  const passages = (from: number, to: number) => passagesBetween({ network, graph }, [from, to])
  const standAt = (position: LonLat) => {
    const stand = roadStand(network, terms, position)
    return stand && !meetsClosedGround(barriers, position, stand.at) ? stand : null
  }
  const entriesByNodes = ({ position, minutes }: Origin): Entry[] => {
    const entries: Entry[] = []
    table.nodesNear(position, (node, metres) => {
      const end: LonLat = [network.nodeLonDegrees[node]!, network.nodeLatDegrees[node]!]
      if (!mayWalk(position, end, metres)) return
      entries.push({ node, minutes: minutes + metres * minutesPerMetre })
    })
    return entries
  }
  const entriesByStand = (origin: Origin): Entry[] => {
    const stand = standAt(origin.position)
    if (!stand) return []
    const minutes = origin.minutes + stand.openMetres * minutesPerMetre
    if (stand.node !== null) return [{ node: stand.node, minutes }]
    return waysOff(stand).flatMap(({ from, to, share }) =>
      passages(from, to).map(({ edge, target, minutes: whole, entryMinutes }) => {
        const along = {
          edge,
          from: stand.at,
          metres: (1 - share) * network.edgeMetres[edge]!,
          minutes: (1 - share) * whole,
          entryMinutes,
        }
        return { node: target, minutes: minutes + entryMinutes + along.minutes, along }
      }),
    )
  }
  return {
    ...terms,
    passages,
    standAt,
    entriesFrom: (origins) => origins.flatMap(standsOnRoad ? entriesByStand : entriesByNodes),
    exitsTo: (position) => entriesByNodes({ position, minutes: 0 }),
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

/** Both ways along the piece of road of a stand, and the share of each that lies before it. */
export function waysOff({ ends: [low, high], share }: RoadStand) {
  return [
    { from: low, to: high, share },
    { from: high, to: low, share: 1 - share },
  ] as const
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
