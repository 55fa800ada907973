import type { Grid } from '#core/geo/grid.ts'
import { mercatorDegrees } from '#core/geo/mercator.ts'

/** Where the cells of a theatre lie. */
export type Land = Pick<Grid, 'lonDegrees' | 'latDegrees'>

const northings = new WeakMap<Land, Float64Array>()

/** Of every cell how far north it lies on the plane of web maps (`mercatorDegrees`); worked out once. */
export function northingsOf(land: Land): Float64Array {
  const known = northings.get(land)
  if (known) return known
  const made = Float64Array.from(land.latDegrees, (lat) => mercatorDegrees([0, lat])[1])
  northings.set(land, made)
  return made
}
