import type { Ground } from '#analysis/ground.ts'
import type { Camera } from '#state/screen-store.ts'
import { pixelIn } from './slot-camera.ts'

type Slot = { readonly widthPixels: number; readonly heightPixels: number }

/** The lower corner in which a legend hides fewer people's ground; the left one where that is equal. */
export function legendSide(
  { grid }: Pick<Ground, 'grid'>,
  view: { readonly camera: Camera; readonly slot: Slot },
  legend: Slot,
): 'left' | 'right' {
  const { camera, slot } = view
  let leftCount = 0
  let rightCount = 0
  grid.lonDegrees.forEach((lon, cell) => {
    const { x, y } = pixelIn([lon, grid.latDegrees[cell] ?? 0], camera, slot)
    if (y < slot.heightPixels - legend.heightPixels || y > slot.heightPixels) return
    if (x >= 0 && x < legend.widthPixels) leftCount++
    if (x > slot.widthPixels - legend.widthPixels && x <= slot.widthPixels) rightCount++
  })
  return rightCount < leftCount ? 'right' : 'left'
}
