import { groundOf } from '#analysis/ground-of.ts'
import type { StudyFacts } from '#analysis/studies/study.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { aCommunity, aRestriction } from '#support/build.ts'
import { at, roadColumns } from '../reach/small-roads.ts'
import { someStudyFacts } from './study-facts.ts'

const EAST = 120
const box = (west: number, east: number): LonLat[] => [
  at(west, -10),
  at(east, -10),
  at(east, 10),
  at(west, 10),
  at(west, -10),
]
const area = (id: string, name: string, outline: LonLat[]) => ({
  id,
  name,
  level: 1 as const,
  placeCode: null,
  parentId: null,
  aliases: [],
  outline: [[outline]],
  populationCount: null,
})
const road = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, x) => at(from + x, 0))

/** Places on the road, every 10 km. */
export const VILLAGES = [5, 15, 25, 35, 45, 55, 65, 75, 85, 95, 105, 115] as const

const ground = groundOf({
  areas: [area('a', 'West', box(0, EAST / 2)), area('b', 'East', box(EAST / 2, EAST))],
  communities: VILLAGES.map((x) =>
    aCommunity({
      id: `v${String(x).padStart(3, '0')}`,
      name: `Village ${x}`,
      position: at(x, 0),
      areaId: x < EAST / 2 ? 'a' : 'b',
      populationCount: 1000,
    }),
  ),
  population: null,
  roads: [
    roadColumns([
      { line: road(0, EAST - 20) },
      { line: road(EAST - 20, EAST), roadClass: 'track' },
    ]),
  ],
  gridResolution: 6,
})

/**
 * 120 × 20 km in two counties: one road west to east, gravel and in the last 20 km a track; a post with
 * a hospital a kilometre from the first of twelve villages of 1,000 people each.
 */
export function accessFacts(parts: Partial<StudyFacts> = {}): StudyFacts {
  const facts = someStudyFacts()
  const post = { id: 'post', name: 'West Post', position: at(6, 0) }
  return {
    ...facts,
    ground,
    operation: { ...facts.operation, season: 'dry', vehicleId: 'truck-8t' },
    vehicles: DEFAULT_VEHICLES,
    bases: [post.position],
    posts: [post],
    medicalUnits: [{ id: 'hospital', name: 'Level 2 Hospital', position: post.position }],
    teams: [{ ...post, typeId: 'platoon', typeName: 'Infantry platoon', count: 3 }],
    restrictions: [],
    landingSites: [],
    facilities: [],
    ...parts,
  }
}

/** The cell of a village. */
export function cellOf(village: (typeof VILLAGES)[number]): number {
  return ground.communityCell[VILLAGES.indexOf(village)]!
}

export const allClosed: Restriction = aRestriction({
  geometry: { type: 'area', polygon: [box(-10, EAST + 10)] },
  effect: { type: 'closed' },
})

/** A closed bridge between two villages. */
export const closedAt = (x: number): Restriction =>
  aRestriction({
    geometry: { type: 'point', position: at(x, 0), radiusMetres: 300 },
    effect: { type: 'closed' },
  })
