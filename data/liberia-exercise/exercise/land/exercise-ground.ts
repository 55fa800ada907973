import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { cellAt, cellIndex, type Grid, gridOver } from '#core/geo/grid.ts'
import type { LonLat, MultiPolygon } from '#core/place.ts'
import type { Airfield, AreaShape, Town } from '../../derive/geography.ts'

/** The derived geography that an exercise is laid on. */
export type ExerciseGeography = {
  readonly name: string
  readonly areas: readonly AreaShape[]
  readonly outline: MultiPolygon
  readonly towns: readonly Town[]
  readonly airfields: readonly Airfield[]
}

/** The geography with its grid and quick answers. */
export type ExerciseGround = ExerciseGeography & {
  readonly grid: Grid
  readonly isLand: (lonDegrees: number, latDegrees: number) => boolean
  /** The cell that holds a position; off the grid the nearest. */
  readonly cellNear: (position: LonLat) => number
  /** The nearest cell that belongs to an area. */
  readonly cellInArea: (position: LonLat, areaId: string) => number
  /** Position of each cell's area in `areas`. */
  readonly areaOfCell: (cell: number) => AreaShape
}

export const GRID_RESOLUTION = 6

/** Lays the grid; 0.1 s for a country of 100,000 km². */
export function exerciseGround(geography: ExerciseGeography): ExerciseGround {
  const areas = [...geography.areas].sort((a, b) => (a.id < b.id ? -1 : 1))
  const grid = gridOver(
    areas.map(({ outline }) => outline),
    GRID_RESOLUTION,
  )
  const indexOf = cellIndex(grid)
  const outlines = geography.outline.map(prepareOutline)
  const nearest = ([lon, lat]: LonLat, isWanted: (cell: number) => boolean) => {
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (let cell = 0; cell < grid.cells.length; cell++) {
      if (!isWanted(cell)) continue
      const metres = metresBetweenDegrees(lon, lat, grid.lonDegrees[cell]!, grid.latDegrees[cell]!)
      if (metres < least) {
        least = metres
        best = cell
      }
    }
    return best
  }
  const cellNear = (position: LonLat) =>
    indexOf.get(cellAt(position, GRID_RESOLUTION)) ?? nearest(position, () => true)
  const areaOfCell = (cell: number) => areas[grid.areaIndex[cell]!]!
  return {
    ...geography,
    areas,
    grid,
    isLand: (lon, lat) => outlines.some(({ holds }) => holds(lon, lat)),
    cellNear,
    cellInArea: (position, areaId) => {
      const cell = cellNear(position)
      if (areaOfCell(cell).id === areaId) return cell
      return nearest(position, (other) => areaOfCell(other).id === areaId)
    },
    areaOfCell,
  }
}

/** To 0.00001°, which is a metre: no exercise place is known better. */
export function roundedPlace(lon: number, lat: number): LonLat {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
}
