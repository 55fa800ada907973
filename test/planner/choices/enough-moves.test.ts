import { describe, expect, it } from 'vitest'
import { enoughMoves } from '#planner/choices/enough-moves.ts'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { allowedLaydowns } from '../brute-force.ts'
import { aCountry, aProblem, aSite, aSmallProblem, aType } from '../problems.ts'

/** Units of one type over places, each a minute from the one cell. */
function modelOf(supplyCount: number, placeCount: number) {
  return coverModelOf(
    aProblem({
      sites: Array.from({ length: placeCount }, (_, i) => aSite(i)),
      types: [aType({ supplyCount })],
      demand: [Float64Array.of(1)],
      minutes: { vehicle: new Float64Array(placeCount).fill(1) },
    }),
  )
}

describe('moves worth making', () => {
  it('are two for each way to stand, and 2,000 where there are few', () => {
    // 12 over 6 places and the stock: C(18, 6) = 18,564.
    expect(enoughMoves(modelOf(12, 6), 60_000)).toBe(37_128)
    expect(enoughMoves(modelOf(12, 6), 30_000)).toBe(30_000)
    expect(enoughMoves(modelOf(2, 3), 60_000)).toBe(2_000)
    expect(enoughMoves(modelOf(2, 3), 500)).toBe(500)
  })

  it('are more than there are laydowns, on any small problem', () => {
    for (let seed = 0; seed < 60; seed++) {
      const model = coverModelOf(aSmallProblem(seed))
      expect(enoughMoves(model, 1e9)).toBeGreaterThanOrEqual(2 * [...allowedLaydowns(model)].length)
    }
  })

  it('are all that there may be, for a country', () => {
    expect(enoughMoves(coverModelOf(aCountry(1)), 1e9)).toBe(1e9)
  })
})
