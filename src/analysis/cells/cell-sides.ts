import { EARTH_RADIUS_METRES, METRES_PER_DEGREE } from '#core/geo/distance.ts'
import { cellCorners } from '#core/geo/grid.ts'

/**
 * The sides of a convex cell as half-planes about its centre, three numbers a side: a place so many metres
 * east and north of it lies `[0] · east + [1] · north + [2]` metres inside that side.
 */
export type CellSides = {
  readonly lonDegrees: number
  readonly latDegrees: number
  readonly metresPerLonDegree: number
  readonly halfPlanes: Float64Array
  /** So far inside all sides a place is sure to lie in the cell: sides of H3 cells are arcs, these are straight in degrees. */
  readonly marginMetres: number
}

const RADIANS = Math.PI / 180
/** For rounding, of the library's corners too. */
const LEAST_MARGIN_METRES = 0.05

/** The sides of a cell; null where no plane holds it: at the poles and the date line, or where it is not convex. */
export function cellSides(cell: string, lonDegrees: number, latDegrees: number): CellSides | null {
  const metresPerLonDegree = METRES_PER_DEGREE * Math.cos(latDegrees * RADIANS)
  const corners = cellCorners(cell).map(([lon, lat]) => [
    (lon - lonDegrees) * metresPerLonDegree,
    (lat - latDegrees) * METRES_PER_DEGREE,
  ]) as [number, number][]
  const halfPlanes = new Float64Array(3 * corners.length)
  let longestMetres = 0
  for (const [side, [east, north]] of corners.entries()) {
    const [eastNext, northNext] = corners[(side + 1) % corners.length]!
    const metres = Math.hypot(eastNext - east, northNext - north)
    // Corners go round against the clock, so inside is on the left.
    const [a, b] = [(north - northNext) / metres, (eastNext - east) / metres]
    halfPlanes.set([a, b, -(a * east + b * north)], 3 * side)
    longestMetres = Math.max(longestMetres, metres)
  }
  const bend = (1 + 2 * Math.abs(Math.tan(latDegrees * RADIANS))) / (8 * EARTH_RADIUS_METRES)
  const marginMetres = LEAST_MARGIN_METRES + longestMetres ** 2 * bend
  const sides = { lonDegrees, latDegrees, metresPerLonDegree, halfPlanes, marginMetres }
  const isConvex = corners.every(
    ([east, north]) => insideMetres(sides, east, north) > -marginMetres,
  )
  return isConvex && insideMetres(sides, 0, 0) > marginMetres ? sides : null
}

/** Whether a place is sure to lie in the cell; false where it lies outside or too near to a side to say. */
export function surelyHolds(sides: CellSides, lonDegrees: number, latDegrees: number): boolean {
  const east = (lonDegrees - sides.lonDegrees) * sides.metresPerLonDegree
  const north = (latDegrees - sides.latDegrees) * METRES_PER_DEGREE
  return insideMetres(sides, east, north) > sides.marginMetres
}

/** How far a place lies inside the nearest side; below 0 outside. */
function insideMetres({ halfPlanes }: Pick<CellSides, 'halfPlanes'>, east: number, north: number) {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < halfPlanes.length; at += 3) {
    const inside = halfPlanes[at]! * east + halfPlanes[at + 1]! * north + halfPlanes[at + 2]!
    if (inside < least) least = inside
  }
  return least
}
