import type { LonLat } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'
import { positionIn } from './area-position.ts'

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

/** An area: a position inside it, and the way from there to its furthest corner. */
export function placeOfArea(area: Area): Place {
  const { name, aliases } = area
  return { name, aliases, ...positionIn(area), community: null, area }
}
