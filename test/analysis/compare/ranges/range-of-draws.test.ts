import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rangeOfDraws } from '#analysis/compare/ranges/range-of-draws.ts'

it('holds nine tenths of the draws at least, as many left out below as above', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      const draws = Array.from({ length: count }, (_, i) => (i * 7919) % count)
      const [low, high] = rangeOfDraws(draws)
      expect(low).toBe(count - 1 - high)
      expect(low).toBe(Math.floor((count - 1) / 20))
      expect(high - low + 1).toBeGreaterThanOrEqual(0.9 * count)
    }),
  )
})

it('is not known of nothing, nor of draws that cannot be said', () => {
  expect(rangeOfDraws([])).toEqual([Number.NaN, Number.NaN])
  expect(rangeOfDraws([1, Number.NaN, 3])).toEqual([Number.NaN, Number.NaN])
})
