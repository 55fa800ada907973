import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridOfCells, gridOver } from '#core/geo/grid.ts'
import { CELL_FILLS, cellFills, classOf } from '#map/layers/cells/cell-fills.ts'
import { cellGeometry } from '#map/layers/cells/cell-geometry.ts'
import { cellsInView, cellTally } from '#map/layers/cells/cell-tally.ts'
import { NEED_BREAKS } from '#map/layers/need/index.ts'
import { aBox } from '#support/build.ts'

const GRID = gridOver([[aBox([-9.5, 6.5], 0.5)]], 6)

describe('classes of a surface', () => {
  it('put a value on a break into the class above it', () => {
    const values = [0, 1.999, 2, 3.499, 3.5, 5, 6.499, 6.5, 10]
    expect(values.map((value) => classOf(value, NEED_BREAKS))).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4])
  })

  it('keep what is not known apart from every class, and the infinite in the outer ones', () => {
    expect(classOf(Number.NaN, NEED_BREAKS)).toBe(-1)
    expect(classOf(Number.POSITIVE_INFINITY, NEED_BREAKS)).toBe(NEED_BREAKS.length)
    expect(classOf(Number.NEGATIVE_INFINITY, NEED_BREAKS)).toBe(0)
  })

  it('never fall as the value rises', () => {
    const value = fc.double({ noNaN: true, min: -20, max: 20 })
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(classOf(low, NEED_BREAKS)).toBeLessThanOrEqual(classOf(high, NEED_BREAKS))
      }),
    )
  })

  it('count every cell and everybody once, the unknown among them', () => {
    const score = fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.constant(Number.NaN))
    const cell = fc.tuple(score, fc.nat(5000))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
        const classes = Int8Array.from(cells, ([value]) => classOf(value, NEED_BREAKS))
        const people = Float64Array.from(cells, ([, count]) => count)
        const tally = cellTally(classes, people, 5)
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
        expect(sum(tally.counts) + tally.nanCount).toBe(cells.length)
        expect(sum(tally.peopleCounts) + tally.nanPeopleCount).toBe(sum([...people]))
      }),
    )
  })
})

describe('geometry of cells', () => {
  it('is a closed fan of six triangles about the middle of each hexagon', () => {
    const { cellCount, starts, indices, marks } = cellGeometry(GRID)
    expect(cellCount).toBe(GRID.cells.length)
    expect(indices.value).toHaveLength(18 * cellCount)
    for (let cell = 0; cell < cellCount; cell++) {
      const middle = starts[cell]!
      expect(starts[cell + 1]! - middle).toBe(7)
      expect([...marks.value.subarray(2 * middle, 2 * middle + 4)]).toEqual([cell, 0, cell, 1])
      const fan = [...indices.value.subarray(18 * cell, 18 * cell + 18)]
      const corners = [1, 2, 3, 4, 5, 6].map((corner) => middle + corner)
      const closed = corners.flatMap((at, i) => [middle, at, corners[(i + 1) % 6]!])
      expect(fan).toEqual(closed)
    }
  })

  it('has five corners for a pentagon', () => {
    const pentagon = gridOfCells(['861c00007ffffff'], 6, () => 0)
    const { starts, indices } = cellGeometry(pentagon)
    expect([...starts]).toEqual([0, 6])
    expect(indices.value).toHaveLength(15)
  })

  it('is made once a grid', () => {
    expect(cellGeometry(GRID)).toBe(cellGeometry(GRID))
  })

  it('covers each cell: the triangles add up to its area', () => {
    const { places, indices } = cellGeometry(GRID)
    const kilometresPerDegree = 111.195
    const squeeze = Math.cos((6.75 * Math.PI) / 180)
    const at = (vertex: number) =>
      [
        places.value[2 * vertex]! * kilometresPerDegree * squeeze,
        places.value[2 * vertex + 1]! * kilometresPerDegree,
      ] as const
    let area = 0
    for (let i = 0; i < 18; i += 3) {
      const [a, b, c] = [0, 1, 2].map((corner) => at(indices.value[i + corner]!))
      area += Math.abs((b![0] - a![0]) * (c![1] - a![1]) - (c![0] - a![0]) * (b![1] - a![1])) / 2
    }
    expect(area / GRID.areaSquareKilometres[0]!).toBeCloseTo(1, 1)
  })
})

describe('fills of cells', () => {
  it("carry the class's colour to every vertex, and a code of its own for what is not known", () => {
    const geometry = cellGeometry(GRID)
    const classes = new Int8Array(geometry.cellCount)
    classes[1] = 1
    classes[2] = -1
    const { value } = cellFills(geometry, classes, ['#010203', '#fbd27c'], 'unknown')
    const vertex = (cell: number, corner: number) => {
      const at = 4 * (geometry.starts[cell]! + corner)
      return [...value.subarray(at, at + 4)]
    }
    expect(vertex(0, 0)).toEqual([1, 2, 3, CELL_FILLS.plain])
    expect(vertex(1, 6)).toEqual([0xfb, 0xd2, 0x7c, CELL_FILLS.plain])
    expect(vertex(2, 3)[3]).toBe(CELL_FILLS.unknown)
  })
})

it('counts the cells whose middle is in view', () => {
  expect(cellsInView(GRID, [-180, -90, 180, 90])).toBe(GRID.cells.length)
  expect(cellsInView(GRID, [10, 10, 11, 11])).toBe(0)
  const west = cellsInView(GRID, [-9.5, 6, -9.25, 8])
  const east = cellsInView(GRID, [-9.25, 6, -8.5, 8])
  const outside = [...GRID.lonDegrees].filter((lon) => lon < -9.5).length
  expect(west + east + outside).toBe(GRID.cells.length)
})
