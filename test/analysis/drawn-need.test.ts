import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDrawnNeed } from '#analysis/drawn-need.ts'
import { needSurface } from '#analysis/need.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'

const MEANS = ['invertedGeometric', 'arithmetic', 'geometric'] as const

it('scores as need does when weights and goalposts are those of the draw', () => {
  const value = fc.oneof(fc.constant(Number.NaN), fc.double({ min: -30, max: 130, noNaN: true }))
  const rows = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 })
  const moves = fc.array(fc.double({ min: -0.25, max: 0.25, noNaN: true }), {
    minLength: 6,
    maxLength: 6,
  })
  fc.assert(
    fc.property(rows, moves, fc.constantFrom(...MEANS), (values, moved, mean) => {
      const weights = [0.5, 0.2, 0.3]
      const indicators = weights.map((weight, k) => ({
        ...DEFAULT_INDICATORS[0]!,
        lo: 0,
        hi: 100,
        isHighGood: k === 2,
        weight,
      }))
      const surfaces = weights.map((_, k) => ({
        values: Float64Array.from(values, (row) => row[k]!),
        confidenceShare: k === 1 ? Float64Array.from(values, () => 0.6) : null,
      }))
      const options = { cellCount: values.length, mean, dataThresholdShare: 0 }
      const chosen = needSurface(indicators, surfaces, options)
      const goalposts = weights.map((_, k) => ({ lo: moved[k]!, hi: 1 + moved[k + 3]! }))
      const drawn = createDrawnNeed(chosen, [mean]).scores({ shares: weights, goalposts, mean })
      const asMoved = indicators.map((indicator, k) => {
        const { lo, hi } = goalposts[k]!
        const isTurned = indicator.isHighGood
        return {
          ...indicator,
          lo: 100 * (isTurned ? 1 - hi : lo),
          hi: 100 * (isTurned ? 1 - lo : hi),
        }
      })
      const exact = needSurface(asMoved, surfaces, options)
      exact.score.forEach((score, cell) => {
        if (Number.isNaN(score)) expect(drawn[cell]).toBeNaN()
        else expect(Math.abs(drawn[cell]! - score)).toBeLessThan(1e-4)
      })
    }),
  )
})
