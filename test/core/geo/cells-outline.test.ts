import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOutline, joined, without } from '#core/geo/cells-outline.ts'
import { cellAt, cellsAround } from '#core/geo/grid.ts'
import { interiorPosition } from '#core/geo/interior-position.ts'
import { faultIn } from '#core/geo/overlay/soundness.ts'
import { areaSquareKilometres, polygonHolds } from '#core/geo/polygon.ts'
import type { MultiPolygon } from '#core/place.ts'
import { aBox } from '#support/build.ts'

const RESOLUTION = 7
const area = (outlines: MultiPolygon) => areaSquareKilometres(outlines)

describe('cells as ground', () => {
  it('join to what they are together, whichever cells, and lose it again without a crumb', () => {
    const disk = cellsAround(cellAt([-9.3, 6.6], RESOLUTION), 3)
    const some = fc.uniqueArray(fc.constantFrom(...disk), { minLength: 1 })
    fc.assert(
      fc.property(some, fc.nat(), (cells, take) => {
        const outlines = cells.map(cellOutline)
        const whole = joined(outlines)
        const sum = outlines.reduce((total, each) => total + area([each]), 0)
        expect(Math.abs(area(whole) - sum)).toBeLessThan(1e-6)
        for (const piece of whole) expect(faultIn(piece)).toBeNull()
        const taken = outlines.slice(0, 1 + (take % outlines.length))
        const rest = without(whole, taken)
        expect(Math.abs(area(rest) + area(joined(taken)) - sum)).toBeLessThan(1e-6)
      }),
      { numRuns: 60 },
    )
  })

  it('that touch in nothing stay pieces, and a ring of them keeps its hole', () => {
    const middle = cellAt([-9.3, 6.6], RESOLUTION)
    const ring = cellsAround(middle, 1).filter((cell) => cell !== middle)
    expect(joined(ring.map(cellOutline)).map((piece) => piece.length)).toEqual([2])
    const apart = [middle, cellAt([-9.1, 6.6], RESOLUTION)]
    expect(joined(apart.map(cellOutline))).toHaveLength(2)
    expect(without([cellOutline(middle)], [cellOutline(middle)])).toEqual([])
  })
})

describe('a position inside', () => {
  it('lies inside, also of a ring, a comb and what was cut by chance', () => {
    const bites = fc.array(
      fc.tuple(
        fc.double({ min: -9.6, max: -9.1, noNaN: true }),
        fc.double({ min: 6.4, max: 6.8, noNaN: true }),
        fc.double({ min: 0.01, max: 0.15, noNaN: true }),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(bites, (all) => {
        const ground = all.map(([lon, lat, size]) => aBox([lon, lat], size))
        for (const piece of without([aBox([-9.5, 6.5], 0.3)], ground)) {
          expect(polygonHolds(piece, ...interiorPosition(piece))).toBe(true)
        }
      }),
    )
  })
})
