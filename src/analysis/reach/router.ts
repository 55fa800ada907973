import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import type { PreparedOutline } from '../cells/prepared-outline.ts'
import type { Ground } from '../ground.ts'
import { cellAnchors } from './cell-anchors.ts'
import { closedAirspace, closedGround } from './closed-ground.ts'
import { isWetSeason, restrictionsActing } from './conditions.ts'
import { edgeRules } from './edge-rules.ts'
import { closeOutside } from './edges-outside.ts'
import { edgeFinder } from './edges-under.ts'
import { createLane, type Held, type Lane } from './lane.ts'
import { type OffRoad, offRoadOf } from './off-road/off-road.ts'
import { walkLimit } from './off-road/walk-limit.ts'
import { originsOf } from './origins.ts'
import { amongPlaces, toPositions } from './places.ts'
import { type RoadLosses, roadLosses } from './road-losses.ts'
import { type Route, routeBetween } from './route.ts'
import { travelGraph } from './travel-graph.ts'
import { createTreeRoom } from './tree-room.ts'
import { type WalkTable, walkTable } from './walk-table.ts'
import { createWalking, keepsToRoads } from './walking.ts'

/** How somebody travels, and what stands in the way. */
export type ReachTerms = {
  readonly operation: Operation
  readonly vehicle: Vehicle
  readonly restrictions: readonly Restriction[]
  readonly landingSites: readonly LonLat[]
  /** Roads outside of it are closed; left out: none is. */
  readonly within?: PreparedOutline
}

/** Minutes from the nearest of some starts to every cell; NaN: cannot be reached. */
export type Reach = (starts: readonly LonLat[]) => Float64Array

/** How one vehicle gets about at the planning instant. */
export type Travel = {
  readonly toCells: Reach
  /** Minutes from the nearest of some starts to each position, flights included; NaN: cannot be reached. */
  readonly toPositions: (starts: readonly LonLat[], positions: readonly LonLat[]) => Float64Array
  /**
   * Minutes from each position to each: `[from][to]`, ∞ where there is no way, or none within
   * `atMostMinutes`. Each position takes up to 15 ms on 45,000 nodes. By air only what is on the
   * ground. A vehicle that keeps to the roads drives all the way, from where it stands at the one to
   * where it stands at the other (`roadStand`), for it is to go on from there.
   */
  readonly among: (positions: readonly LonLat[], atMostMinutes: number) => readonly Float64Array[]
  /** The quickest way on the ground, with its turn points; null where there is none. */
  readonly route: (from: LonLat, to: LonLat) => Route | null
  /** What the loss of roads would mean; it holds until the router is asked on other terms. */
  readonly losses: (starts: readonly LonLat[]) => RoadLosses
}

/** Works out travel over one ground, and remembers what it worked out. */
export type Router = {
  /**
   * Travel on some terms. What was asked for on the last terms of the same lane is brought up to
   * these by visiting only what differs, and equals what a new router would say, to the last bit.
   *
   * @param lane who asks: a scenario, say; terms of one lane change little from one to the next.
   */
  readonly under: (terms: ReachTerms, lane?: string) => Travel
}

const MOST_LANES = 6

/** See `travelOf`. Making one takes some 20 ms; its first terms some 2 s for 20,000 cells. */
export function createRouter(ground: Ground): Router {
  const { network } = ground
  const anchors = cellAnchors(ground)
  const onFoot = offRoadOf(ground, 'foot')
  const byVehicle = ground.elevation ? offRoadOf(ground, 'vehicle') : onFoot
  const edgesUnder = remembering(edgeFinder(network))
  const lanes = new Map<string, Lane>()
  const room = createTreeRoom<Held>(network.nodeLonDegrees.length, anchors.lonDegrees.length)
  let laneCount = 0
  const tables = new Map<OffRoad, WalkTable>()
  const walksWithin = (maxMetres: number, offRoad: OffRoad): WalkTable => {
    const known = tables.get(offRoad)
    if (known && known.maxMetres >= maxMetres) return known
    const made = walkTable(anchors, network, { maxMetres, offRoad })
    tables.set(offRoad, made)
    lanes.clear()
    return made
  }
  const laneOf = (key: string, walks: WalkTable): Lane => {
    const place = { network, anchors, table: walks }
    const lane = lanes.get(key) ?? createLane(place, room.partOf(laneCount++))
    lanes.delete(key)
    lanes.set(key, lane)
    const [oldest] = lanes.keys()
    if (lanes.size > MOST_LANES) lanes.delete(oldest!)
    return lane
  }
  return {
    under(terms, laneName = '') {
      const { operation, vehicle } = terms
      const isWet = isWetSeason(operation)
      const acting = restrictionsActing(terms)
      const { maxMetres, minutesPerMetre } = walkLimit(operation, vehicle)
      const offRoad = vehicle.offRoad.by === 'foot' ? onFoot : byVehicle
      const walks = walksWithin(maxMetres, offRoad)
      const closed = closedGround(acting)
      const rules = edgeRules(network, acting, edgesUnder)
      if (terms.within) closeOutside(network, rules, terms.within)
      const graph = travelGraph(network, rules, { vehicle, isWet, ferries: operation })
      const walking = createWalking({ network, anchors, table: walks }, graph, {
        maxMetres,
        minutesPerMetre,
        barriers: closed.map(({ outline }) => outline),
        offRoad,
        standsOnRoad: keepsToRoads(vehicle),
      })
      const lane = laneOf(
        JSON.stringify([laneName, vehicle.id, offRoad === onFoot, walking.standsOnRoad]),
        walks,
      )
      const conditions = { graph, closed, walking }
      const airspace = { landingSites: terms.landingSites, closed: closedAirspace(acting) }
      return {
        toCells: (starts) => lane.minutesFrom(conditions, originsOf(starts, vehicle, airspace)),
        toPositions: (starts, positions) =>
          toPositions({ graph, walking }, originsOf(starts, vehicle, airspace), positions),
        among: (positions, atMostMinutes) =>
          amongPlaces({ graph, walking }, positions, atMostMinutes),
        route: (from, to) => routeBetween({ network, rules, graph, walking }, from, to),
        losses: (starts) =>
          roadLosses(network, lane.waysFrom(conditions, originsOf(starts, vehicle, airspace))),
      }
    },
  }
}

function remembering(find: (geometry: Restriction['geometry']) => number[]) {
  const known = new Map<string, number[]>()
  return (geometry: Restriction['geometry']): number[] => {
    const key = JSON.stringify(geometry)
    const edges = known.get(key) ?? find(geometry)
    if (known.size > 2_000) known.clear()
    known.set(key, edges)
    return edges
  }
}
