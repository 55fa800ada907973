import { describe, expect, it } from 'vitest'
import { meets, robustnessOf } from '#analysis/compare/robustness.ts'
import { AS_IS } from '#analysis/compare/stress/futures.ts'
import { type Future, USUAL_STRESS } from '#analysis/compare/stress/stress.ts'
import type { StressFacts } from '#analysis/compare/stress/stress-of.ts'
import { summaryOf } from '#analysis/compare/stress/summary.ts'
import { twoCounties } from '../../small-ground.ts'

const LOST: readonly Future[] = ['x', 'y'].map((placeId) => ({
  ...{ id: placeId, kind: 'baseLost', placeId, name: `${placeId} lost`, detail: '' },
}))
const FUTURES = [AS_IS, ...LOST]
const GROUND = twoCounties()

/** Minutes of two courses in three futures and two draws, against a benchmark of 40. */
function summaryWith(values: readonly (readonly (readonly number[])[])[], areaShares = [0.5, 0.5]) {
  const courses = ['a', 'b'].map((scenarioId) => ({
    ...{ scenarioId, name: scenarioId, ownShockIds: [] },
    input: { ground: GROUND, operation: { floorShare: 0.3 } },
  }))
  const settings = { ...USUAL_STRESS, measureId: 'worstTenthMinutes' as const }
  const facts = { courses, settings, threshold: 40, shocks: { shocks: [] } }
  const met = values.map((row) =>
    row.map((draws) => draws.map(() => ({ all: 0.5, byArea: Float64Array.from(areaShares) }))),
  )
  return summaryOf(facts as unknown as StressFacts, {
    ...{ options: FUTURES, futures: FUTURES, values, met, made: 2, wasStopped: false },
  })
}

describe('what cannot be said in a future', () => {
  const lost = [Number.NaN, Number.NaN]
  const values = [
    [[30, 30], lost, lost],
    [
      [35, 35],
      [38, 38],
      [45, 45],
    ],
  ]

  it('is not good enough: who loses everybody does not meet the benchmark', () => {
    const { robustness } = summaryWith(values)
    expect(robustness.satisficingShare).toEqual([1 / 3, 2 / 3])
  })

  it('is measured by one rule, with draws and without', () => {
    const means = values.map((row) => row.map(([first]) => first!))
    const terms = { isHighGood: false, threshold: 40, scenarioIds: ['a', 'b'] }
    expect(robustnessOf(means, terms).satisficingShare).toEqual([1 / 3, 2 / 3])
  })

  it('is behind nobody and before nobody', () => {
    const { behindShares } = summaryWith(values)
    expect(behindShares[0]).toEqual([0, Number.NaN, Number.NaN])
    expect(behindShares[1]).toEqual([1, 0, 0])
  })
})

it('meets what it misses by a rounding of the machine alone', () => {
  expect(meets(0.1 + 0.2, 0.3, false)).toBe(true)
  expect(meets(0.3, 0.1 + 0.2, true)).toBe(true)
  expect(meets(0.299, 0.3, true)).toBe(false)
  expect(meets(Number.NaN, 0.3, true)).toBe(false)
  const level = ['a', 'b'].map(() => FUTURES.map(() => [1, 1]))
  expect(summaryWith(level, [0.1 * 3 - 1e-12, 0.29]).underserved.map(({ name }) => name)).toEqual([
    'East County',
  ])
})
