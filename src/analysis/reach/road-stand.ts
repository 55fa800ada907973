import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import { ROAD_CROSSINGS } from '#core/records/road.ts'
import type { RoadNetwork } from '../ground.ts'
import type { OffRoad } from './off-road/off-road.ts'
import { roadIndex } from './road-index.ts'
import type { TravelGraph } from './travel-graph.ts'

/**
 * Where a vehicle that keeps to the roads stands when it is at a position: on the road nearest to it.
 * It follows from where things lie alone, never from which roads are open or who drives, so that
 * closing a road can only make a time longer.
 */
export type RoadStand = {
  readonly at: LonLat
  /** From the position to the road, in metres of open ground. */
  readonly openMetres: number
  /** The end of a piece of road that it stands at; null: somewhere between the two ends. */
  readonly node: number | null
  /** The nodes at both ends of the piece of road, the lower first, and the share of it up to `at`. */
  readonly ends: readonly [low: number, high: number]
  readonly share: number
}

/** Who stands this near the end of a piece of road, along it, stands at the junction or bend there. */
const AT_END_METRES = 30

const FERRY = ROAD_CROSSINGS.indexOf('ferry')

/**
 * The stand of a position: on the nearest road, as the crow flies, to which it is no longer than a
 * limit over open ground and no water lies between; a ferry is none, and a bit of road that joins no
 * others only where there is nothing else. Null: there is none. Some 20 µs near roads.
 */
export function roadStand(
  network: RoadNetwork,
  { maxMetres, offRoad }: { readonly maxMetres: number; readonly offRoad: OffRoad },
  [lon, lat]: LonLat,
): RoadStand | null {
  const { nodeLonDegrees, nodeLatDegrees, edgeMetres, edgeCrossing } = network
  const openMetresTo = ([toLon, toLat]: LonLat) =>
    offRoad.openMetres(lon, lat, toLon, toLat, metresBetweenDegrees(lon, lat, toLon, toLat))
  const positionOf = (node: number): LonLat => [nodeLonDegrees[node]!, nodeLatDegrees[node]!]
  const isFragment = fragmentsOf(network)
  let stand: RoadStand | null = null
  const standOn = (mayBeFragment: boolean) =>
    roadIndex(network).nearest([lon, lat], maxMetres / offRoad.leastShare, (road) => {
      const { ends, share, edge, island } = road
      if (edgeCrossing[edge] === FERRY || (!mayBeFragment && isFragment(island))) return false
      const [a, b] = [positionOf(ends[0]), positionOf(ends[1])]
      const metres = edgeMetres[edge]!
      const nearer = share <= 0.5 ? 0 : 1
      const isAtEnd = Math.min(share, 1 - share) * metres <= AT_END_METRES
      const between: LonLat = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
      const at = isAtEnd ? [a, b][nearer]! : between
      const openMetres = openMetresTo(at)
      if (!(openMetres <= maxMetres)) return false
      stand = { at, openMetres, node: isAtEnd ? ends[nearer]! : null, ends, share }
      return true
    })
  if (!standOn(false)) standOn(true)
  return stand
}

const FRAGMENT_METRES = 2_000
const FRAGMENT_SHARE = 0.05

const fragments = new WeakMap<RoadNetwork, (island: number) => boolean>()

/**
 * Whether roads that join no others are a bit left over from drawing: under 2 km, and under a
 * twentieth of the longest that hang together. Nobody stands on one while other roads are in reach.
 */
function fragmentsOf(network: RoadNetwork): (island: number) => boolean {
  const known = fragments.get(network)
  if (known) return known
  const metres = new Map<number, number>()
  for (let from = 0; from + 1 < network.edgeOffsets.length; from++) {
    const island = network.nodeIsland[from]!
    for (let edge = network.edgeOffsets[from]!; edge < network.edgeOffsets[from + 1]!; edge++) {
      metres.set(island, (metres.get(island) ?? 0) + network.edgeMetres[edge]! / 2)
    }
  }
  const longest = [...metres.values()].reduce((most, each) => Math.max(most, each), 0)
  const limit = Math.min(FRAGMENT_METRES, FRAGMENT_SHARE * longest)
  const isFragment = (island: number) => (metres.get(island) ?? 0) < limit
  fragments.set(network, isFragment)
  return isFragment
}

/** One way along a piece of road for a traveller. */
export type Passage = {
  /** The nodes of the graph that it goes between, twins where it lies in zones. */
  readonly source: number
  readonly target: number
  /** The edge of the network. */
  readonly edge: number
  readonly minutes: number
  /** What is paid to enter those zones. */
  readonly entryMinutes: number
}

/** The ways straight from one node to its neighbour that may be driven; ferries are not driven. */
export function passagesBetween(
  { network, graph }: { readonly network: RoadNetwork; readonly graph: TravelGraph },
  [from, to]: readonly [number, number],
): readonly Passage[] {
  const found: Passage[] = []
  const look = (source: number, entryMinutes: number) => {
    for (let at = graph.edgeOffsets[source]!; at < graph.edgeOffsets[source + 1]!; at++) {
      const edge = graph.edgeOrigin[at]!
      const target = graph.edgeTarget[at]!
      if (edge < 0) {
        if (source === from) look(target, graph.edgeMinutes[at]!)
      } else if (network.edgeTarget[edge] === to && network.edgeCrossing[edge] !== FERRY) {
        found.push({ source, target, edge, minutes: graph.edgeMinutes[at]!, entryMinutes })
      }
    }
  }
  look(from, 0)
  return found
}
