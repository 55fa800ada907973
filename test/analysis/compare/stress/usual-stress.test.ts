import { describe, expect, it } from 'vitest'
import { knownNeedShare } from '#analysis/compare/known-need.ts'
import { AS_IS } from '#analysis/compare/stress/futures.ts'
import { USUAL_STRESS } from '#analysis/compare/stress/stress.ts'
import { tellingFutures } from '#analysis/compare/stress/telling.ts'
import { usualStress } from '#analysis/compare/stress/usual-stress.ts'
import type { Situation } from '#analysis/situation.ts'

const shareOf = (scores: readonly number[], people: readonly number[]) => {
  const need = { score: Float64Array.from(scores) } as Situation['need']
  return knownNeedShare({ peopleCount: Float64Array.from(people) }, { need })
}

describe('what courses are tried by at first', () => {
  it('is need met, unless need is known of less than half of the people', () => {
    expect(shareOf([3, Number.NaN, 5], [10, 60, 30])).toBe(0.4)
    expect(usualStress(0.5)).toEqual({ settings: USUAL_STRESS, why: null })
    const few = usualStress(shareOf([3, Number.NaN, 5], [10, 60, 30]))
    expect(few.settings).toEqual({ ...USUAL_STRESS, measureId: 'peopleWithinStandard' })
    expect(few.why).toContain('known of 40 % of the people')
    expect(usualStress(0.004).why).toContain('less than 1 %')
  })

  it('is need met while nothing is known of the ground', () => {
    expect(usualStress(shareOf([], [])).settings).toBe(USUAL_STRESS)
  })
})

describe('futures that tell most', () => {
  const FUTURES = [
    AS_IS,
    ...[1, 2, 3, 4].map((factor) => ({
      id: `surge:${factor}`,
      name: `Surge ${factor}`,
      detail: '',
      kind: 'surge' as const,
      areaIndex: 0,
      factor,
    })),
  ]
  // The first surge sets courses apart, the third loses most for both, the others tell little.
  const values = [
    [0.5, 0.2, 0.49, 0.1, 0.48],
    [0.5, 0.5, 0.48, 0.1, 0.48],
  ]
  const losses = values.map((row) => row.map((value) => row[0]! - value))

  it('are those of the greatest spread or loss, in the order of the answer', () => {
    expect(tellingFutures({ futures: FUTURES, values, losses }, 2)).toEqual([1, 3])
    expect(tellingFutures({ futures: FUTURES, values, losses }, 3)).toEqual([1, 2, 3])
  })

  it('are all where there is room, and never hide what cannot be said', () => {
    expect(tellingFutures({ futures: FUTURES, values, losses }, 5)).toEqual([0, 1, 2, 3, 4])
    const unknown = values.map((row) => row.with(4, Number.NaN))
    expect(tellingFutures({ futures: FUTURES, values: unknown, losses }, 2)).toEqual([3, 4])
  })
})
