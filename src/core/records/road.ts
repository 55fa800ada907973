import { z } from 'zod'

/** What a road is for, from through roads to paths that a vehicle can just follow. */
export const ROAD_CLASSES = ['primary', 'secondary', 'local', 'track'] as const
export const RoadClass = z.enum(ROAD_CLASSES)
export type RoadClass = z.infer<typeof RoadClass>

/** What wheels run on. */
export const ROAD_SURFACES = ['paved', 'gravel', 'earth'] as const
export const RoadSurface = z.enum(ROAD_SURFACES)
export type RoadSurface = z.infer<typeof RoadSurface>

/** How a stretch gets over water; most get over none. */
export const ROAD_CROSSINGS = ['none', 'bridge', 'ferry', 'ford'] as const
export type RoadCrossing = (typeof ROAD_CROSSINGS)[number]

/** How many sorts of road there are: every class on every surface. */
export const ROAD_SORT_COUNT = ROAD_CLASSES.length * ROAD_SURFACES.length

/** Class and surface as one number, so that an edge of a network takes one byte for both. */
export function roadSortOf(roadClass: RoadClass, surface: RoadSurface): number {
  return ROAD_CLASSES.indexOf(roadClass) * ROAD_SURFACES.length + ROAD_SURFACES.indexOf(surface)
}

/** Class and surface of a sort. */
export function roadOfSort(sort: number): readonly [RoadClass, RoadSurface] {
  const surfaceCount = ROAD_SURFACES.length
  return [ROAD_CLASSES[Math.floor(sort / surfaceCount)]!, ROAD_SURFACES[sort % surfaceCount]!]
}
