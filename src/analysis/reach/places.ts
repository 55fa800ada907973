import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Origin } from './origins.ts'
import { nearestEnd } from './route.ts'
import { growTree } from './shortest-tree.ts'
import type { TravelGraph } from './travel-graph.ts'
import { type Walking, walkMinutes } from './walking.ts'

type Roads = { readonly graph: TravelGraph; readonly walking: Walking }

const entriesAt = ({ walking }: Roads, position: LonLat) =>
  walking.entriesFrom([{ position, minutes: 0 }])

const onFoot = ({ walking }: Roads, from: LonLat, to: LonLat) =>
  walkMinutes(walking, from, to, metresBetween(from, to))

/** Minutes from each position to each; see `Travel.among`. */
export function amongPlaces(
  roads: Roads,
  positions: readonly LonLat[],
  atMostMinutes: number,
): readonly Float64Array[] {
  const ends = positions.map((position) => entriesAt(roads, position))
  return positions.map((from, start) => {
    const { minutes } = growTree(roads.graph, ends[start]!, atMostMinutes)
    return Float64Array.from(positions, (to, end) => {
      const byRoad = nearestEnd(minutes, ends[end]!).minutes
      const least = start === end ? 0 : Math.min(byRoad, onFoot(roads, from, to))
      return least <= atMostMinutes ? least : Number.POSITIVE_INFINITY
    })
  })
}

/** Minutes from the soonest of some origins to each position; NaN: cannot be reached. */
export function toPositions(
  roads: Roads,
  origins: readonly Origin[],
  positions: readonly LonLat[],
): Float64Array {
  const { minutes } = growTree(roads.graph, roads.walking.entriesFrom(origins))
  return Float64Array.from(positions, (position) => {
    const byRoad = nearestEnd(minutes, entriesAt(roads, position)).minutes
    const straight = origins.map(
      (origin) => origin.minutes + onFoot(roads, origin.position, position),
    )
    const least = straight.reduce((soonest, each) => Math.min(soonest, each), byRoad)
    return Number.isFinite(least) ? least : Number.NaN
  })
}
