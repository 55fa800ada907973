import { describe, expect, it } from 'vitest'
import { countyCells, districtCells } from '#analysis/zones/area-of-cells.ts'
import { proposedOutlines } from '#analysis/zones/proposed-outlines.ts'
import { areaSquareKilometres, polygonHolds, selfCrossings } from '#core/geo/polygon.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { createRandom } from '#core/random.ts'
import type { Area } from '#core/records/area.ts'
import { box, twoCounties } from '../small-ground.ts'

const { grid } = twoCounties()
const area = (id: string, level: number, outline: readonly LonLat[]): Area => ({
  ...{ id, name: id, level, placeCode: null, parentId: null, aliases: [] },
  outline: [[outline]],
  populationCount: null,
})
const WEST = area('a-west', 1, box(-9.6, 6.4, -9.3, 7))
const EAST = area('b-east', 1, box(-9.3, 6.4, -9, 7))
const THEATRE = areaSquareKilometres([...WEST.outline, ...EAST.outline])

function outlinesOf(zoneOfCell: Int32Array, zoneCount: number, locked: readonly Polygon[] = []) {
  const isTaken = Uint8Array.from(grid.cells, (_, cell) =>
    locked.some((zone) => polygonHolds(zone, grid.lonDegrees[cell]!, grid.latDegrees[cell]!))
      ? 1
      : 0,
  )
  const counties = countyCells(grid, [EAST, WEST])
  const isWholeCell = new Uint8Array(grid.cells.length)
  return proposedOutlines({
    ...{ grid, ...counties, zoneOfCell, zoneCount, isTaken, isWholeCell, locked },
  })
}

const byPosition = (zone: (lon: number, lat: number) => number) =>
  Int32Array.from(grid.cells, (_, cell) => zone(grid.lonDegrees[cell]!, grid.latDegrees[cell]!))

/** Each side of all outlines, from one corner to the next. */
function sides(outlines: readonly Polygon[][]): string[] {
  return outlines.flat(2).flatMap((ring) => ring.slice(1).map((to, i) => `${ring[i]} ${to}`))
}

describe('outlines of proposed zones', () => {
  it('follow the border of areas that are whole', () => {
    const outlines = outlinesOf(
      byPosition((lon) => (lon < -9.3 ? 0 : 1)),
      2,
    )
    expect(outlines.map((pieces) => pieces.length)).toEqual([1, 1])
    expect(outlines[0]![0]![0]).toHaveLength(5)
  })

  it('fill the theatre, overlap nowhere and fit corner for corner', () => {
    const outlines = outlinesOf(
      byPosition((lon, lat) => (lat < 6.7 ? 0 : lon < -9.35 ? 1 : 2)),
      3,
    )
    const total = outlines.flat().reduce((sum, each) => sum + areaSquareKilometres([each]), 0)
    expect(total / THEATRE).toBeCloseTo(1, 6)
    const random = createRandom(5)
    for (let i = 0; i < 300; i++) {
      const [lon, lat] = [-9.6 + 0.6 * random.next(), 6.4 + 0.6 * random.next()]
      expect(outlines.flat().filter((each) => polygonHolds(each, lon, lat))).toHaveLength(1)
    }
    const all = new Set(sides(outlines))
    const isInside = (text: string) => {
      const [lon, lat] = text.split(',').map(Number)
      return lon! > -9.59 && lon! < -9.01 && lat! > 6.41 && lat! < 6.99
    }
    const inner = [...all].filter((side) => side.split(' ').every(isInside))
    expect(inner.length).toBeGreaterThan(20)
    for (const side of inner) expect(all.has(side.split(' ').reverse().join(' '))).toBe(true)
    for (const outline of outlines.flat()) expect(selfCrossings(outline)).toEqual([])
  })

  it('leave out what no zone has, and all of a locked zone, and nothing beside it', () => {
    const locked: Polygon = [box(-9.45, 6.55, -9.15, 6.85)]
    const outlines = outlinesOf(
      byPosition((lon, lat) => (polygonHolds(locked, lon, lat) ? -1 : lat < 6.7 ? 0 : 1)),
      2,
      [locked],
    )
    const total = outlines.flat().reduce((sum, each) => sum + areaSquareKilometres([each]), 0)
    expect((total + areaSquareKilometres([locked])) / THEATRE).toBeCloseTo(1, 4)
    expect(outlines.flat().some((each) => polygonHolds(each, -9.3, 6.7))).toBe(false)
  })

  it('takes counties for districts where there are none', () => {
    const district = area('c-district', 2, box(-9.6, 6.4, -9.45, 7))
    expect(districtCells(grid, [EAST, WEST]).areas).toEqual([WEST, EAST])
    const { areas, areaIndex } = districtCells(grid, [EAST, WEST, district])
    expect(areas).toEqual([district])
    expect(areaIndex.includes(-1)).toBe(true)
  })
})
