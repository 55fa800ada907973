import type { LonLat } from '../place.ts'

/** Mean Earth radius, as `@turf/helpers` has it. */
export const EARTH_RADIUS_METRES = 6_371_008.8

const RADIANS = Math.PI / 180

/** Of latitude, and of longitude at the equator. */
export const METRES_PER_DEGREE = EARTH_RADIUS_METRES * RADIANS

/**
 * Great-circle distance in metres on a sphere; up to 0.5 % from the ellipsoid.
 *
 * @source R. W. Sinnott, "Virtues of the haversine", Sky and Telescope 68 (1984).
 */
export function metresBetween(a: LonLat, b: LonLat): number {
  return metresBetweenDegrees(a[0], a[1], b[0], b[1])
}

/** The same from four numbers, for loops over typed arrays. */
export function metresBetweenDegrees(
  lonA: number,
  latA: number,
  lonB: number,
  latB: number,
): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2)
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2)
  const h = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Length of a line through these positions, in metres. */
export function lineMetres(line: readonly LonLat[]): number {
  return line.slice(1).reduce((sum, at, i) => sum + metresBetween(line[i]!, at), 0)
}

/**
 * Flat coordinates in kilometres about a centre. Distances from it are off by at most 0.12 % within
 * 300 km at 6° from the equator, 0.26 % at 15° (measured against `metresBetween`).
 */
export type Projection = {
  readonly eastKilometres: (lonDegrees: number, latDegrees: number) => number
  readonly northKilometres: (lonDegrees: number, latDegrees: number) => number
}

/** Sinusoidal about a meridian: areas are exact, distances near the centre nearly so. */
export function projectionAbout([centreLon, centreLat]: LonLat): Projection {
  const kilometresPerRadian = EARTH_RADIUS_METRES / 1000
  return {
    eastKilometres: (lon, lat) =>
      (lon - centreLon) * RADIANS * Math.cos(lat * RADIANS) * kilometresPerRadian,
    northKilometres: (_lon, lat) => (lat - centreLat) * RADIANS * kilometresPerRadian,
  }
}

/** Back from `projectionAbout`: degrees from kilometres east and north of the centre. */
export function unprojectionAbout([centreLon, centreLat]: LonLat): (
  eastKilometres: number,
  northKilometres: number,
) => LonLat {
  const degreesPerKilometre = 1000 / EARTH_RADIUS_METRES / RADIANS
  return (eastKilometres, northKilometres) => {
    const lat = centreLat + northKilometres * degreesPerKilometre
    return [centreLon + (eastKilometres * degreesPerKilometre) / Math.cos(lat * RADIANS), lat]
  }
}
