import { countyLevel } from '#core/county-level.ts'
import type { Grid } from '#core/geo/grid.ts'
import type { Area } from '#core/records/area.ts'
import { prepareOutline } from '../cells/prepared-outline.ts'

/** Administrative areas of one level, and which of them holds the centre of each cell. */
export type AreaCells = {
  /** Sorted by id. */
  readonly areas: readonly Area[]
  /** Position in `areas`; −1: none. */
  readonly areaIndex: Int32Array
}

/** Districts where there are any, that is areas one level below counties; else the counties. 10 ms. */
export function districtCells(grid: Grid, areas: readonly Area[]): AreaCells {
  const level = countyLevel(areas)
  const isDistrict = (area: Area) => area.level === level + 1
  return areaCells(grid, areas.some(isDistrict) ? areas.filter(isDistrict) : countiesOf(areas))
}

/** The counties, as the grid has them. */
export function countyCells(grid: Grid, areas: readonly Area[]): AreaCells {
  return areaCells(grid, countiesOf(areas))
}

function countiesOf(areas: readonly Area[]): Area[] {
  const level = countyLevel(areas)
  return areas.filter((area) => area.level === level)
}

function areaCells({ cells, lonDegrees, latDegrees }: Grid, unordered: readonly Area[]): AreaCells {
  const areas = [...unordered].sort((a, b) => (a.id < b.id ? -1 : 1))
  const areaIndex = new Int32Array(cells.length).fill(-1)
  areas.forEach(({ outline }, index) => {
    for (const polygon of outline) {
      const { holds } = prepareOutline(polygon)
      for (let cell = 0; cell < cells.length; cell++) {
        if (areaIndex[cell] === -1 && holds(lonDegrees[cell]!, latDegrees[cell]!)) {
          areaIndex[cell] = index
        }
      }
    }
  })
  return { areas, areaIndex }
}
