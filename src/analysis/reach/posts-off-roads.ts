import { decimal, grouped } from '#core/figures.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { type Issue, issue } from '#core/issue.ts'
import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { nearbyCellLocator } from '../cells/cell-locator.ts'
import type { Ground } from '../ground.ts'
import { networkReport } from './network-report.ts'
import { offRoadOf } from './off-road/off-road.ts'
import { walkLimit } from './off-road/walk-limit.ts'
import { roadIndex } from './road-index.ts'
import { roadStand } from './road-stand.ts'
import { keepsToRoads } from './walking.ts'

/** A base or whatever else journeys begin from. */
export type Post = { readonly name: string; readonly position: LonLat }

/** Off the road by more than this is told (guess). */
const TOLD_METRES = 1000
const FAR_METRES = 200_000

/**
 * What a person should know of where a post stands: outside the theatre, too far from a road or cut off
 * from it by water, so that no journey begins there; on roads that join no others; or just off the road.
 * Null: nothing, or there are no roads to compare with. Made in some 0.1 s, then a post takes 50 µs.
 */
export function postFaults(
  ground: Ground,
  terms: { readonly operation: Operation; readonly vehicle: Vehicle },
): (post: Post) => Issue | null {
  const { network, grid } = ground
  if (network.nodeLonDegrees.length === 0) return () => null
  const { maxMetres } = walkLimit(terms.operation, terms.vehicle)
  const offRoad = offRoadOf(ground, terms.vehicle.offRoad.by)
  const { openMetres, leastShare } = offRoad
  const { nearest, nodesAbout } = roadIndex(network)
  const locate = nearbyCellLocator(grid)
  const { parts } = networkReport(ground)
  const kilometresOf = new Map(parts.map(({ island, kilometres }) => [island, kilometres]))
  const largest = parts[0]?.island
  const standOf = (position: LonLat) => {
    const stand = roadStand(network, { maxMetres, offRoad }, position)
    return stand && network.nodeIsland[stand.ends[0]]!
  }
  const entryOf = ([lon, lat]: LonLat) => {
    let island: number | null = null
    nodesAbout([lon, lat], maxMetres / leastShare, (node) => {
      const [endLon, endLat] = [network.nodeLonDegrees[node]!, network.nodeLatDegrees[node]!]
      const straight = metresBetweenDegrees(lon, lat, endLon, endLat)
      if (openMetres(lon, lat, endLon, endLat, straight) > maxMetres) return false
      island = island === largest ? island : network.nodeIsland[node]!
      return island === largest
    })
    return island
  }
  return ({ name, position }) => {
    if (locate(...position) < 0) {
      const message = `${name} lies outside the theatre or in the sea; check its position.`
      return issue('warning', 'post-outside', message)
    }
    const road = nearest(position, FAR_METRES)
    const island = keepsToRoads(terms.vehicle) ? standOf(position) : entryOf(position)
    const far = `${name} is ${road ? distance(road.metres) : 'far'} from the nearest road`
    if (island === null) {
      const isNear = road !== null && road.metres <= maxMetres
      const why = isNear ? 'and water or thick ground lies between' : 'too far to go off the road'
      const message = `${far}, ${why}: no journey by road begins there. Check its position, or add the road that leads to it.`
      return issue('warning', 'post-unreachable', message)
    }
    if (island !== largest) {
      const km = decimal(kilometresOf.get(island) ?? 0, 1)
      const message = `${name} stands on ${km} km of road that join no other road: nobody drives from there to the rest. Add the road between.`
      return issue('warning', 'post-on-island', message)
    }
    if (!road || road.metres <= TOLD_METRES) return null
    return issue('note', 'post-off-road', `${far}; journeys begin off the road.`)
  }
}

function distance(metres: number): string {
  return metres < 950
    ? `${grouped(Math.round(metres / 10) * 10)} m`
    : `${decimal(metres / 1000, 1)} km`
}
