import { describe, expect, it } from 'vitest'
import { metresBetween, projectionAbout } from '#core/geo/distance.ts'
import { cellAt, cellCorners, cellIndex, cellsWithin, gridOver } from '#core/geo/grid.ts'
import { areaSquareKilometres, holds, polygonHolds, selfCrossings } from '#core/geo/polygon.ts'
import { aBox } from '#support/build.ts'

const WEST = [aBox([-9.6, 6.4], 0.4)]
const EAST = [aBox([-9.2, 6.4], 0.4)]

describe('a grid', () => {
  const grid = gridOver([WEST, EAST], 6)

  it('fills the outlines: its cells sum to their area within the width of the border', () => {
    const outlines = areaSquareKilometres(WEST) + areaSquareKilometres(EAST)
    const cells = grid.areaSquareKilometres.reduce((sum, area) => sum + area, 0)
    expect(Math.abs(cells / outlines - 1)).toBeLessThan(0.05)
  })

  it('gives each cell to the outline that holds its centre', () => {
    grid.cells.forEach((_, cell) => {
      const centre = [grid.lonDegrees[cell]!, grid.latDegrees[cell]!] as const
      expect(holds(grid.areaIndex[cell] === 0 ? WEST : EAST, centre)).toBe(true)
    })
  })

  it('is the same whatever the order of the outlines, but for the owner', () => {
    const other = gridOver([EAST, WEST], 6)
    expect(other.cells).toEqual(grid.cells)
    expect([...other.areaIndex]).toEqual([...grid.areaIndex].map((index) => 1 - index))
  })

  it('knows neighbours both ways', () => {
    const neighboursOf = (cell: number) => [
      ...grid.neighbours.subarray(grid.neighbourOffsets[cell], grid.neighbourOffsets[cell + 1]),
    ]
    grid.cells.forEach((_, cell) => {
      const near = neighboursOf(cell)
      expect(near.length).toBeLessThanOrEqual(6)
      expect(near).not.toContain(cell)
      for (const other of near) expect(neighboursOf(other)).toContain(cell)
    })
  })

  it('finds the cell of a position, whose corners lie around it', () => {
    const index = cellIndex(grid)
    const cell = cellAt([-9.3, 6.6], 6)
    expect(grid.cells[index.get(cell)!]).toBe(cell)
    const corners = cellCorners(cell)
    expect(polygonHolds([[...corners, corners[0]!]], -9.3, 6.6)).toBe(true)
    expect(cellsWithin(WEST, 6)).toContain(cellAt([-9.4, 6.6], 6))
  })
})

describe('distance', () => {
  it('of one degree of a great circle is its share of the circumference', () => {
    const degree = (2 * Math.PI * 6_371_008.8) / 360
    expect(metresBetween([0, 0], [0, 1])).toBeCloseTo(degree, 6)
    expect(metresBetween([0, 0], [1, 0])).toBeCloseTo(degree, 6)
    expect(metresBetween([179.5, 0], [-179.5, 0])).toBeCloseTo(degree, 6)
    expect(metresBetween([-9, 6], [-9, 6])).toBe(0)
  })

  it('on the flat map about a place agrees within 0.13 % over 270 km', () => {
    const centre = [-9.4, 6.4] as const
    const flat = projectionAbout(centre)
    for (let bearing = 0; bearing < 360; bearing += 15) {
      const lon = centre[0] + 2.4 * Math.cos((bearing * Math.PI) / 180)
      const lat = centre[1] + 2.4 * Math.sin((bearing * Math.PI) / 180)
      const kilometres = Math.hypot(flat.eastKilometres(lon, lat), flat.northKilometres(lon, lat))
      const along = metresBetween(centre, [lon, lat]) / 1000
      expect(Math.abs(kilometres / along - 1)).toBeLessThan(0.0013)
    }
  })
})

describe('a polygon', () => {
  it('of one degree at the equator has 12,364 km² on the sphere', () => {
    const radius = 6371.0088
    const exact = radius ** 2 * (Math.PI / 180) * Math.sin(Math.PI / 180)
    expect(areaSquareKilometres([aBox([0, 0], 1)])).toBeGreaterThan(exact * 0.99)
    expect(areaSquareKilometres([aBox([0, 0], 1)])).toBeLessThan(exact * 1.01)
  })

  it('says where its border crosses itself', () => {
    expect(selfCrossings(aBox([-9, 6]))).toEqual([])
    const bow = [
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ] as const
    const [crossing] = selfCrossings(bow)
    expect(crossing![0]).toBeCloseTo(0.5)
    expect(crossing![1]).toBeCloseTo(0.5)
  })

  it('with a hole holds what lies between its rings', () => {
    const [outer] = aBox([0, 0], 4)
    const [hole] = aBox([1, 1], 2)
    expect(polygonHolds([outer!, hole!], 0.5, 0.5)).toBe(true)
    expect(polygonHolds([outer!, hole!], 2, 2)).toBe(false)
    expect(polygonHolds([outer!], 5, 2)).toBe(false)
  })
})
