import type { Grid } from '#core/geo/grid.ts'
import { degreesOfMetres } from '#core/geo/mercator.ts'
import { faultIn } from '#core/geo/overlay/soundness.ts'
import type { Polygon } from '#core/place.ts'
import { withSharedBordersSimplified } from '#core/zoning/simplified-border.ts'
import { cellWidthMetres } from '../cells/cell-locator.ts'
import { prepareOutline } from '../cells/prepared-outline.ts'
import type { CellLinks } from './cell-links.ts'

/** Less than the half that lies between a side of a cell and its middle. */
const SMOOTHED_SHARE = 0.4

export type Smoothed = {
  readonly outlines: Polygon[][]
  /** Zones whose borders stay along cells. */
  readonly keptCount: number
}

/**
 * Outlines of zones, largest piece first, with the borders that two of them share smoothed by up to
 * 0.4 of a cell’s width, corner for corner alike. A zone keeps its borders where a smoothed one would
 * cross itself, or would leave cells of it beyond water or closed ground from the others that were not
 * before. Some 0.1 s for 4,000 cells.
 */
export function smoothOutlines(
  outlines: readonly (readonly Polygon[])[],
  grid: Grid,
  links: Pick<CellLinks, 'linkOffsets' | 'links'>,
): Smoothed {
  const mains = outlines.flatMap(([outline], zone) =>
    outline ? [{ id: String(zone), outline, parts: partCount(outline, grid, links) }] : [],
  )
  const metres = SMOOTHED_SHARE * cellWidthMetres(grid, 0)
  const tolerance = degreesOfMetres(metres, grid.latDegrees[0] ?? 0)
  const keptIds = new Set<string>()
  for (;;) {
    const smoothed = withSharedBordersSimplified(mains, tolerance, keptIds)
    const unsound = mains.filter(({ id, parts }) => {
      const after = smoothed.get(id)
      return after && (faultIn(after) !== null || partCount(after, grid, links) > parts)
    })
    if (unsound.length === 0) {
      const outlinesOf = ([main, ...parts]: readonly Polygon[], zone: number) =>
        main ? [smoothed.get(String(zone)) ?? main, ...parts] : []
      return { outlines: outlines.map(outlinesOf), keptCount: keptIds.size }
    }
    for (const { id } of unsound) keptIds.add(id)
  }
}

/** Into how many parts the cells with their middle in an outline fall over passable links. */
function partCount(
  outline: Polygon,
  grid: Grid,
  { linkOffsets, links }: Pick<CellLinks, 'linkOffsets' | 'links'>,
): number {
  const { holds } = prepareOutline(outline)
  const cells = [...grid.cells.keys()].filter((cell) =>
    holds(grid.lonDegrees[cell]!, grid.latDegrees[cell]!),
  )
  const left = new Set(cells)
  let count = 0
  for (const start of cells) {
    if (!left.delete(start)) continue
    count++
    const open = [start]
    for (const cell of open) {
      for (let at = linkOffsets[cell]!; at < linkOffsets[cell + 1]!; at++) {
        if (left.delete(links[at]!)) open.push(links[at]!)
      }
    }
  }
  return count
}
