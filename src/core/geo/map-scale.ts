import { EARTH_RADIUS_METRES } from './distance.ts'

/** MapLibre's world is this wide at zoom 0. */
const WORLD_PIXELS = 512

/** Metres on the ground that one pixel shows at a latitude, in Web Mercator. */
export function metresPerPixel(latDegrees: number, zoom: number): number {
  const circumferenceMetres = 2 * Math.PI * EARTH_RADIUS_METRES
  return (circumferenceMetres * Math.cos((latDegrees * Math.PI) / 180)) / (WORLD_PIXELS * 2 ** zoom)
}

/** The longest round length (1, 2 or 5 times a power of ten) that fits. */
export function scaleOf(at: {
  readonly latDegrees: number
  readonly zoom: number
  readonly widestPixels: number
}): { readonly lengthMetres: number; readonly widthPixels: number } {
  const perPixel = metresPerPixel(at.latDegrees, at.zoom)
  const longest = perPixel * at.widestPixels
  const power = 10 ** Math.floor(Math.log10(longest))
  const lengthMetres = ([5, 2].find((step) => step * power <= longest) ?? 1) * power
  return { lengthMetres, widthPixels: lengthMetres / perPixel }
}

/** "50 km", "200 m". */
export function lengthText(metres: number): string {
  return metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
}
