import { mercatorDegrees, pixelsPerDegree } from '#core/geo/mercator.ts'
import type { Camera } from '#state/screen-store.ts'
import type { Box } from './callouts.ts'
import { type Land, northingsOf } from './land-plane.ts'
import { cameraOfExtent, pixelIn, type SlotSize, type ViewDegrees } from './slot-camera.ts'

/** Where a legend may lie, in the order in which it is looked for there. */
export const CORNERS = ['bottom-left', 'bottom-right', 'top-right', 'top-left'] as const
export type Corner = (typeof CORNERS)[number]

/** The room that a legend of a size takes in a corner. */
export function boxInCorner(corner: Corner, slot: SlotSize, legend: SlotSize): Box {
  const left = corner.endsWith('left') ? 0 : slot.widthPixels - legend.widthPixels
  const top = corner.startsWith('top') ? 0 : slot.heightPixels - legend.heightPixels
  return { left, top, right: left + legend.widthPixels, bottom: top + legend.heightPixels }
}

/** The corner in which a legend hides the least land; the first of them where several are equal. */
export function legendCorner(
  land: Land,
  view: { readonly camera: Camera; readonly slot: SlotSize },
  legend: SlotSize,
): { readonly corner: Corner; readonly hiddenCount: number } {
  const counts = CORNERS.map((corner) => ({
    corner,
    hiddenCount: cellsIn(boxInCorner(corner, view.slot, legend), land, view),
  }))
  return counts.reduce((best, each) => (each.hiddenCount < best.hiddenCount ? each : best))
}

/** Parts of the free width by which the theatre may stand beside the middle. */
const ASIDE_SHARES = [0, 0.2, -0.2, 0.4, -0.4]

/** The camera that shows the whole theatre, moved aside where a legend would else hide part of it. */
export function cameraBesideLegend(
  extent: ViewDegrees,
  slot: SlotSize & { readonly paddingPixels: number },
  { land, legend }: { readonly land: Land; readonly legend: SlotSize },
): Camera {
  const middle = cameraOfExtent(extent, slot, slot.paddingPixels)
  const west = pixelIn([extent[0], middle.centre[1]], middle, slot).x
  const east = pixelIn([extent[2], middle.centre[1]], middle, slot).x
  const degreesAPixel = (extent[2] - extent[0]) / (east - west)
  const freePixels = Math.max(0, west - slot.paddingPixels)
  const cameras = ASIDE_SHARES.map((share): Camera => {
    const lon = middle.centre[0] - share * freePixels * degreesAPixel
    return { ...middle, centre: [lon, middle.centre[1]] }
  })
  const hidden = cameras.map((camera) => legendCorner(land, { camera, slot }, legend).hiddenCount)
  return cameras[hidden.indexOf(Math.min(...hidden))] ?? middle
}

function cellsIn(
  box: Box,
  land: Land,
  { camera, slot }: { readonly camera: Camera; readonly slot: SlotSize },
): number {
  const [lon, northing] = mercatorDegrees(camera.centre)
  const scale = pixelsPerDegree(camera.zoom)
  const west = lon + (box.left - slot.widthPixels / 2) / scale
  const east = lon + (box.right - slot.widthPixels / 2) / scale
  const north = northing - (box.top - slot.heightPixels / 2) / scale
  const south = northing - (box.bottom - slot.heightPixels / 2) / scale
  const northings = northingsOf(land)
  let count = 0
  for (const [cell, x] of land.lonDegrees.entries()) {
    const y = northings[cell] ?? 0
    if (x >= west && x <= east && y >= south && y <= north) count += 1
  }
  return count
}
