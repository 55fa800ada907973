import { type Columns, labelAt } from '#core/columns/columns.ts'
import { shapesOf } from '#core/columns/shape-columns.ts'
import type { MultiPolygon } from '#core/place.ts'
import { LAND_COVERS, type LandCover } from '#core/records/land-cover.ts'

/** Land cover on a square grid in degrees; the first row lies furthest south. */
export type CoverRaster = {
  readonly west: number
  readonly south: number
  readonly cellDegrees: number
  readonly columns: number
  readonly rows: number
  /** Position in LAND_COVERS; `NO_COVER` where nothing is told. */
  readonly cover: Uint8Array
}

export const NO_COVER = 255

/** Some 500 m. */
const CELL_DEGREES = 0.0045
const MOST_CELLS = 16_000_000

/**
 * Lays outlines of land cover on a grid: a cell has the cover of its middle, of the last outline that
 * holds it. Null where there are none. A country of 1 million cells and 100,000 corners takes some 0.1 s.
 */
export function coverRaster(batches: readonly Columns[]): CoverRaster | null {
  const outlines = batches.flatMap(outlinesOf)
  if (outlines.length === 0) return null
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { polygons } of outlines) {
    for (const [lon, lat] of polygons.flat(2)) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  const [wide, high] = [east - west, north - south]
  const cellDegrees = Math.max(CELL_DEGREES, Math.sqrt((wide * high) / MOST_CELLS))
  const columns = Math.max(1, Math.ceil(wide / cellDegrees))
  const rows = Math.max(1, Math.ceil(high / cellDegrees))
  const cover = new Uint8Array(columns * rows).fill(NO_COVER)
  const raster: CoverRaster = { west, south, cellDegrees, columns, rows, cover }
  for (const { polygons, code } of outlines) fill(raster, polygons, code)
  return raster
}

function outlinesOf(columns: Columns) {
  const covers = columns.fields['cover']
  if (covers?.type !== 'category') return []
  return shapesOf(columns).flatMap(({ shape, row }) => {
    const code = LAND_COVERS.indexOf(labelAt(covers, row) as LandCover)
    return shape.type === 'polygons' && code >= 0 ? [{ polygons: shape.polygons, code }] : []
  })
}

/** Row by row between the borders that its middle crosses: holes stay open by themselves. */
function fill(
  { west, south, cellDegrees, columns, rows, cover }: CoverRaster,
  polygons: MultiPolygon,
  code: number,
): void {
  const crossings = new Map<number, number[]>()
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [xA, yA] = [
        (ring[i - 1]![0] - west) / cellDegrees,
        (ring[i - 1]![1] - south) / cellDegrees,
      ]
      const [xB, yB] = [(ring[i]![0] - west) / cellDegrees, (ring[i]![1] - south) / cellDegrees]
      const [low, high] = yA < yB ? [yA, yB] : [yB, yA]
      const last = Math.min(rows - 1, Math.ceil(high - 0.5) - 1)
      for (let row = Math.max(0, Math.ceil(low - 0.5)); row <= last; row++) {
        const x = xA + ((row + 0.5 - yA) / (yB - yA)) * (xB - xA)
        const known = crossings.get(row)
        if (known) known.push(x)
        else crossings.set(row, [x])
      }
    }
  }
  for (const [row, found] of crossings) {
    found.sort((a, b) => a - b)
    for (let i = 0; i + 1 < found.length; i += 2) {
      const first = Math.max(0, Math.ceil(found[i]! - 0.5))
      const end = Math.min(columns, Math.ceil(found[i + 1]! - 0.5))
      if (end > first) cover.fill(code, row * columns + first, row * columns + end)
    }
  }
}
