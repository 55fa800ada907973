import { cellOrigin, gridPack } from './grid-pack.ts'

/** Draws one icon round the origin, in pixels of a desktop screen. */
export type Painter = (context: CanvasRenderingContext2D) => void

/** Icons by name, as IconLayer takes them; every cell is anchored at its middle. */
export type IconCells = Readonly<
  Record<
    string,
    { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  >
>

/** Side of every cell on a desktop screen: a frame of 22 × 15 with an echelon over it, and room. */
export const CELL_PIXELS = 40

/**
 * Texture pixels per desktop pixel: at least two, so that an icon between two device pixels stays
 * sharp; more on finer screens and on the wall.
 */
export function textureRatio(scale: number): number {
  const device = typeof devicePixelRatio === 'number' ? devicePixelRatio : 1
  return Math.min(8, Math.max(2, Math.ceil(device * scale)))
}

/** Where each name's cell lies; the same for every canvas that `paintAtlas` makes of these names. */
export function iconCells(names: readonly string[], ratio: number): IconCells {
  const side = CELL_PIXELS * ratio
  const packing = gridPack(names.length, side)
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      { ...cellOrigin(packing, index), width: side, height: side },
    ]),
  )
}

/** One canvas with every painter's icon in its cell, in the order given. */
export function paintAtlas(painters: readonly Painter[], ratio: number): HTMLCanvasElement {
  const side = CELL_PIXELS * ratio
  const packing = gridPack(painters.length, side)
  const canvas = document.createElement('canvas')
  canvas.width = packing.widthPixels
  canvas.height = packing.heightPixels
  const context = canvas.getContext('2d')
  if (!context) return canvas
  painters.forEach((paint, index) => {
    const { x, y } = cellOrigin(packing, index)
    context.save()
    context.beginPath()
    context.rect(x, y, side, side)
    context.clip()
    context.translate(x + side / 2, y + side / 2)
    context.scale(ratio, ratio)
    paint(context)
    context.restore()
  })
  return canvas
}
