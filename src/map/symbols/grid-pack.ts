/** Where equal square cells lie on one canvas. */
export type Packing = {
  readonly columns: number
  readonly widthPixels: number
  readonly heightPixels: number
  readonly cellPixels: number
}

/**
 * Packs so many equal cells into the squarest grid. Cells of one size keep an icon's size on the map
 * independent of what is in it, so a symbol may arrive after it was placed.
 *
 * @throws RangeError if one canvas of 8,192 pixels, the least that WebGL2 machines have in practice,
 *   cannot hold them.
 */
export function gridPack(count: number, cellPixels: number): Packing {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)))
  const rows = Math.max(1, Math.ceil(count / columns))
  const widthPixels = columns * cellPixels
  const heightPixels = rows * cellPixels
  if (widthPixels > 8192) throw new RangeError(`${count} cells of ${cellPixels} px are too many`)
  return { columns, widthPixels, heightPixels, cellPixels }
}

/** Corner of a cell with the least x and y, in canvas pixels. */
export function cellOrigin({ columns, cellPixels }: Packing, index: number) {
  return {
    x: (index % columns) * cellPixels,
    y: Math.floor(index / columns) * cellPixels,
  }
}
