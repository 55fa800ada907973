import { EARTH_RADIUS_METRES } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { MapFurniture, PicturePoint } from '../../furniture/map-furniture.ts'

type Size = { readonly widthPixels: number; readonly heightPixels: number }

/** Metres on the ground from the left edge of a map to the right, at the latitude of its middle. */
export const groundWidthMetres = ({ scaleBar }: Pick<MapFurniture, 'scaleBar'>): number =>
  scaleBar.metres / scaleBar.widthShare

/** Where a place lies on a map in Web Mercator that is not turned; beyond 0 to 1 it is not on it. */
export function pointOn(
  furniture: Pick<MapFurniture, 'scaleBar' | 'centre'>,
  { widthPixels, heightPixels }: Size,
  [lon, lat]: LonLat,
): PicturePoint {
  const [lonCentre, latCentre] = furniture.centre
  const aroundMetres = 2 * Math.PI * EARTH_RADIUS_METRES * Math.cos(radians(latCentre))
  const worldShare = groundWidthMetres(furniture) / aroundMetres
  const right = (lon - lonCentre) / 360 / worldShare
  const down = (northing(latCentre) - northing(lat)) / (2 * Math.PI) / worldShare
  return [0.5 + right, 0.5 + (down * widthPixels) / heightPixels]
}

/**
 * "1 : 1 250 000" for a map printed so wide, to three figures: paper stretches more than that.
 *
 * @returns null where the scale bar says nothing.
 */
export function fractionText(
  furniture: Pick<MapFurniture, 'scaleBar'>,
  printedWidthMillimetres: number,
): string | null {
  const times = (1000 * groundWidthMetres(furniture)) / printedWidthMillimetres
  if (!Number.isFinite(times) || times < 1) return null
  const power = Number(`1e${Math.max(0, Math.floor(Math.log10(times)) - 2)}`)
  const round = String(Math.round(times / power) * power)
  return `1 : ${round.replace(/\B(?=(\d{3})+$)/g, '\u202f')}`
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Of Web Mercator, on a sphere of radius 1. */
const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2))
