import { describe, expect, it } from 'vitest'
import type { Measured } from '#analysis/compare/measures/measure.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { comparisonNumbers } from '#products/pages/comparison/comparison-numbers.ts'

const SETTINGS = { responseStandardMinutes: 120, floorShare: 0.2 }

type Values = Readonly<Record<string, readonly [before: number, after: number]>>

/** A comparison with these values; every other measure cannot be said. */
function comparisonOf(values: Values, notes: readonly [string, string] = ['Bong', 'Bong']) {
  const measures = COMPARE_MEASURES.map((definition) => {
    const pair = values[definition.id]
    const sideOf = (i: 0 | 1): Measured => ({
      value: pair?.[i] ?? null,
      note: definition.id === 'worstCounty' ? notes[i] : null,
    })
    const difference = pair ? pair[1] - pair[0] : null
    return { ...definition, a: sideOf(0), b: sideOf(1), difference, better: null }
  })
  const none = new Uint32Array()
  const comparison: Comparison = {
    measures,
    difference: new Float64Array(),
    gainedPeopleCount: 0,
    lostPeopleCount: 0,
    counties: [],
    gainedCommunities: none,
    lostCommunities: none,
  }
  return comparison
}

const told = (values: Values, notes?: readonly [string, string]) =>
  comparisonNumbers(comparisonOf(values, notes), SETTINGS).map(
    ({ value, unit, label, comparison, status }) => [
      `${value} ${unit}`.trim(),
      label,
      comparison.replaceAll('\u00a0', ' '),
      status,
    ],
  )

describe('comparisonNumbers', () => {
  it('sets every figure beside what is now', () => {
    expect(
      told({
        needMet: [0.341, 0.452],
        peopleWithinStandard: [2_460_000, 2_622_400],
        peopleOutOfReach: [801_000, 435_000],
        worstCounty: [0.22, 0.31],
      }),
    ).toEqual([
      ['45.2 %', 'of need met', 'now 34.1 %', null],
      ['+162 k', 'within 2\u00a0h, net', 'people, now 2.46 M', null],
      ['435 k', 'out of reach', 'people, now 801 k', null],
      ['31.0 %', 'worst: Bong', 'now 22.0 %', null],
    ])
  })

  it('shows a loss with its sign, and marks who is under the floor', () => {
    expect(
      told({ peopleWithinStandard: [50_000, 41_900], worstCounty: [0.22, 0.19] }, ['Bong', 'Bomi']),
    ).toEqual([
      ['−8.1 k', 'within 2\u00a0h, net', 'people, now 50 k', null],
      ['19.0 %', 'worst: Bomi', 'floor is 20 %', 'watch'],
    ])
  })

  it('says that nothing material changes rather than a difference of nothing', () => {
    expect(told({ needMet: [0.5, 0.5001], worstCounty: [0.4, 0.4] })).toEqual([
      ['50.0 %', 'of need met', 'no material change', null],
      ['40.0 %', 'worst: Bong', 'no material change', null],
    ])
  })

  it('takes minutes, fairly shared, where no county can be ranked', () => {
    expect(told({ equalMinutes: [113.7, 98.2] })).toEqual([
      ['98 min', 'to help, fairly shared', 'now 114 min', null],
    ])
  })
})
