import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat, MultiPolygon } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'

/** A community or an area as something that a name may mean. */
export type Place = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly position: LonLat
  /** Whoever is told no more than the name is at most this far off. */
  readonly errorMetres: number
  readonly community: Community | null
  readonly area: Area | null
}

/** How far from its middle a community of each class reaches; an estimate. */
const REACH_METRES: Readonly<Record<Community['class'], number>> = {
  capital: 5000,
  countyCapital: 3000,
  districtCapital: 2000,
  town: 1500,
  village: 1000,
}

/** A community: its position, as exact as its size. */
export function placeOfCommunity(community: Community): Place {
  const { name, aliases, position } = community
  const errorMetres = REACH_METRES[community.class]
  return { name, aliases, position, errorMetres, community, area: null }
}

/** An area: its centre of gravity, and the way from there to its furthest corner. */
export function placeOfArea(area: Area): Place {
  const position = centreOf(area.outline)
  const errorMetres = area.outline
    .flat(2)
    .reduce((furthest, corner) => Math.max(furthest, metresBetween(position, corner)), 0)
  const { name, aliases } = area
  return { name, aliases, position, errorMetres: Math.ceil(errorMetres), community: null, area }
}

function centreOf(outline: MultiPolygon): LonLat {
  const [origin = [0, 0]] = outline[0]?.[0] ?? []
  let [size, east, north] = [0, 0, 0]
  for (const ring of outline.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [aEast, aNorth] = [ring[i - 1]![0] - origin[0], ring[i - 1]![1] - origin[1]]
      const [bEast, bNorth] = [ring[i]![0] - origin[0], ring[i]![1] - origin[1]]
      const cross = aEast * bNorth - bEast * aNorth
      size += cross
      east += (aEast + bEast) * cross
      north += (aNorth + bNorth) * cross
    }
  }
  if (size === 0) return [origin[0], origin[1]]
  return [origin[0] + east / (3 * size), origin[1] + north / (3 * size)]
}
