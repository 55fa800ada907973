import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ServedFrom, servedFrom } from '#analysis/reach/served-from.ts'
import type { LonLat } from '#core/place.ts'

function taken(steps: Generator<number, ServedFrom>): ServedFrom {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

describe('where units come from', () => {
  it('is the place of the fewest minutes, the first of equals, and none that does not reach the cell', () => {
    const minutes = fc.option(fc.integer({ min: 0, max: 9 }), { nil: Number.NaN })
    const table = fc.array(fc.array(minutes, { minLength: 6, maxLength: 6 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        const places = rows.map((_, i) => ({ name: `P${i}`, position: [i, 0] as LonLat }))
        const { placeOfCell, placeNames } = taken(
          servedFrom(places, 6, ([i]) => Float64Array.from(rows[i]!)),
        )
        expect(placeNames).toEqual(places.map(({ name }) => name))
        for (let cell = 0; cell < 6; cell++) {
          const known = rows.map((row) => row[cell]!).filter((value) => !Number.isNaN(value))
          const least = Math.min(...known)
          expect(placeOfCell[cell]).toBe(rows.findIndex((row) => row[cell] === least))
        }
      }),
    )
  })
})
