import type { ExtentDegrees } from '#core/geo/extent.ts'
import { lengthText, metresPerPixel, scaleOf } from '#core/geo/map-scale.ts'
import type { LonLat } from '#core/place.ts'
import { locatorOf } from './locator.ts'
import type { MapFurniture } from './map-furniture.ts'
import { mgrsGrid } from './mgrs-grid.ts'
import type { PictureView } from './picture-view.ts'

export type FurnitureOptions = {
  /** Of the theatre: west, south, east, north. */
  readonly extentDegrees: ExtentDegrees
  /** Rings of the theatre, for the locator. */
  readonly outline: readonly (readonly LonLat[])[]
  /** How wide the map is printed; null: nobody knows. */
  readonly printWidthMetres: number | null
  /** Height of text on the map, in pixels of the page. */
  readonly textPixels?: number
}

const TEXT_PIXELS = 11
/** The scale bar takes at most so much of the width. */
const WIDEST_BAR_SHARE = 0.22
const FRACTION_FIGURES = 3

/**
 * What a map needs to be read as one, at places as shares of its width and height. Some milliseconds.
 *
 * @param widthPixels of the page, as the camera's zoom is told in; of the device makes no difference.
 */
export function mapFurniture(
  camera: { readonly centre: LonLat; readonly zoom: number },
  widthPixels: number,
  heightPixels: number,
  options: FurnitureOptions,
): MapFurniture {
  const view: PictureView = { ...camera, widthPixels, heightPixels }
  const latDegrees = camera.centre[1]
  const widestPixels = WIDEST_BAR_SHARE * widthPixels
  const bar = scaleOf({ latDegrees, zoom: camera.zoom, widestPixels })
  const groundMetres = metresPerPixel(latDegrees, camera.zoom) * widthPixels
  const { printWidthMetres } = options
  return {
    scaleBar: {
      metres: bar.lengthMetres,
      text: lengthText(bar.lengthMetres),
      widthShare: bar.widthPixels / widthPixels,
    },
    fraction: printWidthMetres === null ? null : fractionText(groundMetres / printWidthMetres),
    northDegrees: 0,
    grid: mgrsGrid(view, options.textPixels ?? TEXT_PIXELS),
    locator: locatorOf(view, options),
    centre: camera.centre,
  }
}

/** "1 : 1 250 000": three figures, for paper stretches more than that. */
export function fractionText(times: number): string {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(times)) + 1 - FRACTION_FIGURES)
  const rounded = Math.round(times / power) * power
  return `1 : ${String(rounded).replace(/\B(?=(\d{3})+$)/g, '\u00a0')}`
}
