import { degreesOfMetres, mercatorDegrees } from '#core/geo/mercator.ts'
import type { LonLat } from '#core/place.ts'
import { fractionText } from '../../furniture/furniture-of.ts'
import type { MapFurniture, PicturePoint } from '../../furniture/map-furniture.ts'

type Size = { readonly widthPixels: number; readonly heightPixels: number }

/** Metres on the ground from the left edge of a map to the right, at the latitude of its middle. */
const groundWidthMetres = ({ scaleBar }: Pick<MapFurniture, 'scaleBar'>): number =>
  scaleBar.metres / scaleBar.widthShare

/** Where a place lies on a map that is not turned, told from its furniture; beyond 0 to 1 it is not on it. */
export function pointOn(
  furniture: Pick<MapFurniture, 'scaleBar' | 'centre'>,
  { widthPixels, heightPixels }: Size,
  position: LonLat,
): PicturePoint {
  const { centre } = furniture
  const widthDegrees = degreesOfMetres(groundWidthMetres(furniture), centre[1])
  const [lon, lat] = mercatorDegrees(position)
  const [centreLon, centreLat] = mercatorDegrees(centre)
  const heightDegrees = (widthDegrees * heightPixels) / widthPixels
  return [0.5 + (lon - centreLon) / widthDegrees, 0.5 - (lat - centreLat) / heightDegrees]
}

/**
 * "1 : 1 250 000" for a map printed so wide, to three figures: paper stretches more than that.
 *
 * @returns null where the scale bar says nothing.
 */
export function fractionPrinted(
  furniture: Pick<MapFurniture, 'scaleBar'>,
  printedWidthMillimetres: number,
): string | null {
  const times = (1000 * groundWidthMetres(furniture)) / printedWidthMillimetres
  return Number.isFinite(times) && times >= 1 ? fractionText(times) : null
}
