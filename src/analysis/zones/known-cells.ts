import type { Grid } from '#core/geo/grid.ts'
import type { Polygon } from '#core/place.ts'
import { prepareOutline } from '../cells/prepared-outline.ts'
import { type ZoneCells, zoneCells } from '../cells/zone-cells.ts'

const known = new WeakMap<Grid, WeakMap<Polygon, ZoneCells>>()

/** The cells of an outline, kept for as long as the outline is. */
export function cellsOf(grid: Grid, outline: Polygon): ZoneCells {
  const ofGrid = known.get(grid) ?? new WeakMap<Polygon, ZoneCells>()
  known.set(grid, ofGrid)
  const before = ofGrid.get(outline)
  if (before) return before
  const made = zoneCells(grid, prepareOutline(outline))
  ofGrid.set(outline, made)
  return made
}
