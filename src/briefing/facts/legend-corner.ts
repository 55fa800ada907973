import type { Grid } from '#core/geo/grid.ts'
import type { Camera } from '#state/screen-store.ts'
import type { Box } from './callouts.ts'
import { cameraOfExtent, pixelIn, type SlotSize, type ViewDegrees } from './slot-camera.ts'

/** Where a legend may lie, in the order in which it is looked for there. */
export const CORNERS = ['bottom-left', 'bottom-right', 'top-right', 'top-left'] as const
export type Corner = (typeof CORNERS)[number]

type Land = Pick<Grid, 'lonDegrees' | 'latDegrees'>

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
  { lonDegrees, latDegrees }: Land,
  view: { readonly camera: Camera; readonly slot: SlotSize },
): number {
  return lonDegrees.reduce((count, lon, cell) => {
    const { x, y } = pixelIn([lon, latDegrees[cell] ?? 0], view.camera, view.slot)
    const isIn = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
    return isIn ? count + 1 : count
  }, 0)
}
