import { cellToBoundary, gridDisk, latLngToCell } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { cellLocator } from '#analysis/cells/cell-locator.ts'
import { cellSides, surelyHolds } from '#analysis/cells/cell-sides.ts'
import { gridOfCells } from '#core/geo/grid.ts'
import { createRandom } from '#core/random.ts'

/** Some cells with their neighbours at each of these: usual ground, the far north, the date line, beside a pentagon. */
const GROUNDS = [
  [-9.4, 6.5],
  [36.8, -1.3],
  [18.9, 69.6],
  [179.999, -16.5],
  [0, 89.9],
  [-9.4, 6.4, 5],
  [31.3, 58.3, 6],
] as const

const inverse = (cells: readonly string[]) => new Map(cells.map((cell, at) => [cell, at]))

describe('cellLocator', () => {
  it('answers as H3 does, along tracks, at random and beside the borders', () => {
    const random = createRandom(5)
    for (const [lon, lat, resolution = 7] of GROUNDS) {
      const grid = gridOfCells(gridDisk(latLngToCell(lat, lon, resolution), 6), resolution, () => 0)
      const indexOf = inverse(grid.cells)
      const locate = cellLocator(grid)
      const expectSame = (x: number, y: number) => {
        const expected = indexOf.get(latLngToCell(y, x, resolution)) ?? -1
        expect(locate(x, y), `${x}, ${y}`).toBe(expected)
      }
      let [x, y] = [lon, lat]
      for (let step = 0; step < 1500; step++) {
        x += (random.next() - 0.5) / 200
        y += (random.next() - 0.5) / 200
        if (Math.abs(x - lon) + Math.abs(y - lat) > 0.15) [x, y] = [lon, lat]
        expectSame(x, y)
        const boundary = cellToBoundary(grid.cells[step % grid.cells.length]!, true)
        const [from, to] = [boundary[0]!, boundary[1]!]
        const share = random.next()
        const beside = (random.next() - 0.5) * 10 ** -(3 + 4 * random.next())
        expectSame(
          from[0]! + share * (to[0]! - from[0]!) + beside,
          from[1]! + share * (to[1]! - from[1]!) + beside,
        )
      }
    }
  })

  it('is sure of most of a cell, and of nothing at a pole or over the date line', () => {
    const random = createRandom(6)
    const home = latLngToCell(6.5, -9.4, 7)
    const grid = gridOfCells([home], 7, () => 0)
    const [lon, lat] = [grid.lonDegrees[0]!, grid.latDegrees[0]!]
    const sides = cellSides(home, lon, lat)!
    const asked = Array.from({ length: 4000 }, () => [
      lon + (random.next() - 0.5) / 30,
      lat + (random.next() - 0.5) / 30,
    ]).filter(([x, y]) => latLngToCell(y!, x!, 7) === home)
    const sure = asked.filter(([x, y]) => surelyHolds(sides, x!, y!))
    expect(sure.length / asked.length).toBeGreaterThan(0.99)
    const pole = latLngToCell(90, 0, 3)
    expect(cellSides(pole, 0, 90)).toBeNull()
    const line = latLngToCell(-16.5, 180, 5)
    const at = gridOfCells([line], 5, () => 0)
    expect(cellSides(line, at.lonDegrees[0]!, at.latDegrees[0]!)).toBeNull()
  })
})
