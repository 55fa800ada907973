import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Origin } from './origins.ts'
import type { RoadStand } from './road-stand.ts'
import { nearestEnd } from './route.ts'
import { type Entry, growTree } from './shortest-tree.ts'
import type { TravelGraph } from './travel-graph.ts'
import { type Walking, walkMinutes, waysOff } from './walking.ts'

type Roads = { readonly graph: TravelGraph; readonly walking: Walking }

const onFoot = ({ walking }: Roads, from: LonLat, to: LonLat) =>
  walkMinutes(walking, from, to, metresBetween(from, to))

/** Minutes from each position to each; see `Travel.among`. */
export function amongPlaces(
  roads: Roads,
  positions: readonly LonLat[],
  atMostMinutes: number,
): readonly Float64Array[] {
  const { graph, walking } = roads
  const stands = positions.map((position) =>
    walking.standsOnRoad ? walking.standAt(position) : null,
  )
  const ends = positions.map((position, at) =>
    walking.standsOnRoad ? arrivalsAt(roads, stands[at]!) : walking.exitsTo(position),
  )
  return positions.map((from, start) => {
    const entries = walking.entriesFrom([{ position: from, minutes: 0 }])
    const { minutes } = growTree(graph, entries, atMostMinutes)
    return Float64Array.from(positions, (to, end) => {
      const byRoad = nearestEnd(minutes, ends[end]!).minutes
      const straight = walking.standsOnRoad
        ? alongOneRoad(roads, stands[start]!, stands[end]!)
        : onFoot(roads, from, to)
      const least = start === end ? 0 : Math.min(byRoad, straight)
      return least <= atMostMinutes ? least : Number.POSITIVE_INFINITY
    })
  })
}

/** The nodes from which a vehicle drives to where it stands at a position, and the minutes from there. */
function arrivalsAt({ walking }: Roads, stand: RoadStand | null): Entry[] {
  if (!stand) return []
  const minutes = stand.openMetres * walking.minutesPerMetre
  if (stand.node !== null) return [{ node: stand.node, minutes }]
  return waysOff(stand).flatMap(({ from, to, share }) =>
    walking
      .passages(from, to)
      .map(({ source, minutes: whole }) => ({ node: source, minutes: minutes + share * whole })),
  )
}

/** Minutes between two stands on one piece of road; +∞ where they are on different ones. */
function alongOneRoad({ walking }: Roads, start: RoadStand | null, end: RoadStand | null): number {
  if (!start || !end || start.node !== null || end.node !== null) return Number.POSITIVE_INFINITY
  const [low, high] = start.ends
  if (end.ends[0] !== low || end.ends[1] !== high) return Number.POSITIVE_INFINITY
  const [from, to] = start.share <= end.share ? [low, high] : [high, low]
  const share = Math.abs(end.share - start.share)
  const driven = walking
    .passages(from, to)
    .map(({ minutes, entryMinutes }) => entryMinutes + share * minutes)
  const off = (start.openMetres + end.openMetres) * walking.minutesPerMetre
  return share === 0 ? off : off + Math.min(...driven)
}

/** Minutes from the soonest of some origins to each position; NaN: cannot be reached. */
export function toPositions(
  roads: Roads,
  origins: readonly Origin[],
  positions: readonly LonLat[],
): Float64Array {
  const { minutes } = growTree(roads.graph, roads.walking.entriesFrom(origins))
  return Float64Array.from(positions, (position) => {
    const byRoad = nearestEnd(minutes, roads.walking.exitsTo(position)).minutes
    const straight = origins.map(
      (origin) => origin.minutes + onFoot(roads, origin.position, position),
    )
    const least = straight.reduce((soonest, each) => Math.min(soonest, each), byRoad)
    return Number.isFinite(least) ? least : Number.NaN
  })
}
