import type { Grid } from '#core/geo/grid.ts'
import { degreesOfMetres } from '#core/geo/mercator.ts'
import { faultIn } from '#core/geo/overlay/soundness.ts'
import type { Polygon } from '#core/place.ts'
import { withSharedBordersSimplified } from '#core/zoning/simplified-border.ts'
import { cellWidthMetres } from '../cells/cell-locator.ts'
import { prepareOutline } from '../cells/prepared-outline.ts'
import type { CellLinks } from './cell-links.ts'

/** Of a cell’s width: less than the half between a side and its middle; then less where that is too much. */
const SMOOTHED_SHARES = [0.4, 0.3, 0.2, 0.1, 0] as const

export type Smoothed = {
  readonly outlines: Polygon[][]
  /** Zones whose borders stay along cells. */
  readonly keptCount: number
}

/**
 * Outlines of zones, largest piece first, with the borders that two of them share smoothed by up to
 * 0.4 of a cell’s width, corner for corner alike. A zone is smoothed less, or not at all, where it would
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
  const width = degreesOfMetres(cellWidthMetres(grid, 0), grid.latDegrees[0] ?? 0)
  const levels = new Map(mains.map(({ id }) => [id, 0]))
  const toleranceOf = (id: string) => width * SMOOTHED_SHARES[levels.get(id)!]!
  for (;;) {
    const smoothed = withSharedBordersSimplified(mains, toleranceOf)
    const unsound = mains.filter(({ id, parts }) => {
      const after = smoothed.get(id)
      return after && (faultIn(after) !== null || partCount(after, grid, links) > parts)
    })
    if (unsound.length === 0) {
      const outlinesOf = ([main, ...parts]: readonly Polygon[], zone: number) =>
        main ? [smoothed.get(String(zone)) ?? main, ...parts] : []
      return {
        outlines: outlines.map(outlinesOf),
        keptCount: mains.filter(({ id }) => toleranceOf(id) === 0).length,
      }
    }
    for (const { id } of unsound) levels.set(id, levels.get(id)! + 1)
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
