import type { Grid } from '#core/geo/grid.ts'
import type { LonLat } from '#core/place.ts'

/**
 * The place that lies nearest to each cell in a straight line; −1: there is none. Of equals the first.
 * 25,000 cells and 60 places take some 15 ms.
 */
export function nearestPlaces(
  { lonDegrees, latDegrees }: Pick<Grid, 'lonDegrees' | 'latDegrees'>,
  positions: readonly LonLat[],
): Int32Array {
  const lons = Float64Array.from(positions, ([lon]) => lon)
  const lats = Float64Array.from(positions, ([, lat]) => lat)
  return Int32Array.from(lonDegrees, (lon, cell) => {
    const lat = latDegrees[cell]!
    const narrow = cosine(lat)
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY]
    for (let place = 0; place < lons.length; place++) {
      const east = (lons[place]! - lon) * narrow
      const north = lats[place]! - lat
      const square = east * east + north * north
      if (square < least) [nearest, least] = [place, square]
    }
    return nearest
  })
}

/** By its series, the same to the last bit on every engine; within 1e-6 up to 70°. */
function cosine(degrees: number): number {
  const square = ((degrees * Math.PI) / 180) ** 2
  let [sum, term] = [1, 1]
  for (let n = 1; n <= 5; n++) {
    term *= -square / ((2 * n - 1) * (2 * n))
    sum += term
  }
  return sum
}
