import { cellAt, cellsAround } from '#core/geo/grid.ts'
import { polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'

/** Cells of the theatre under the brush; none off it. */
export function brushed({ ground }: Scene, position: LonLat, ringCount: number): string[] {
  if (!ground) return []
  const { resolution } = ground.grid
  const known = cellSet(ground.grid.cells)
  return cellsAround(cellAt(position, resolution), ringCount).filter((cell) => known.has(cell))
}

const cellSet = remembered((cells: readonly string[]): ReadonlySet<string> => new Set(cells))

/** The smallest area that holds a position: a district where there are any, else a county. */
export function districtAt(areas: ReadonlyMap<string, Area>, [lon, lat]: LonLat): Area | null {
  let best: Area | null = null
  for (const area of areas.values()) {
    if (best && best.level >= area.level) continue
    if (area.outline.some((polygon) => polygonHolds(polygon, lon, lat))) best = area
  }
  return best
}
