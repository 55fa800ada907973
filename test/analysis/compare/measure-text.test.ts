import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideShown, besideText, isNoChange } from '#analysis/compare/measure-text.ts'
import type { Shown } from '#core/figures.ts'

/** The largest value of each unit that anybody compares. */
const MOST = {
  ...{ people: 5e6, peopleInFew: 5e6, share: 1, communities: 5000 },
  ...{ minutes: 6000, USD: 5e7, moves: 300, vehicles: 900 },
} as const
type UnitName = keyof typeof MOST

const SIZES: Readonly<Record<string, number>> = {
  ...{ '': 1, '%': 1, pts: 1, min: 1 },
  ...{ k: 1000, M: 1e6, $: 1, k$: 1000, M$: 1e6 },
}

/** What a person reads a figure as. */
function read({ value, unit }: Shown): number {
  const plain = value.replaceAll('\u202f', '').replace('−', '-').replace('+', '')
  const sign = plain.startsWith('-') ? -1 : 1
  const [, hours, minutes] = /(\d+) h(?: (\d\d))?$/.exec(plain) ?? []
  if (hours !== undefined) return sign * (60 * Number(hours) + Number(minutes ?? 0))
  return Number(plain.replace(/ min$/, '')) * SIZES[unit]!
}

const two = fc
  .constantFrom(...(Object.keys(MOST) as UnitName[]))
  .chain((unit) =>
    fc.tuple(fc.constant(unit), fc.integer({ max: 1e6, min: 0 }), fc.integer({ max: 1e6, min: 0 })),
  )
const near = two.chain(([unit, at]) =>
  fc.tuple(
    fc.constant(unit),
    fc.constant(at),
    fc.integer({ min: -900, max: 900 }).map((by) => Math.max(0, at + by)),
  ),
)

describe('two values beside their difference', () => {
  it('subtract as they are shown, in every unit', () => {
    fc.assert(
      fc.property(fc.oneof(two, near), ([unit, a, b]) => {
        const [value, other] = [a, b].map((share) => (share / 1e6) * MOST[unit])
        const shown = besideShown(value!, other!, unit)
        const between = read(shown.value) - read(shown.other)
        expect(read(shown.difference)).toBeCloseTo(between, 6)
        if (between !== 0) expect(shown.difference.value.startsWith('+')).toBe(between > 0)
      }),
      { numRuns: 4000 },
    )
  })

  it('do not hide a difference that counts', () => {
    fc.assert(
      fc.property(near, ([unit, a, b]) => {
        if (unit === 'peopleInFew' || unit === 'USD') return
        const [value, other] = [a, b].map((share) => (share / 1e6) * MOST[unit])
        const { difference } = besideShown(value!, other!, unit)
        if (!isNoChange(value! - other!, unit)) expect(read(difference)).not.toBe(0)
      }),
      { numRuns: 2000 },
    )
    expect(besideText(0.8564, 0.8558, 'share')).toEqual({
      value: '85.64\u00a0%',
      other: '85.58\u00a0%',
      difference: '+0.06\u00a0pts',
    })
    expect(besideText(1829, 1801, 'minutes')).toEqual({
      value: '30 h 29',
      other: '30 h 01',
      difference: '+28\u00a0min',
    })
  })

  it('say what a commander would: points of the figures shown, ways as durations', () => {
    expect(besideText(0.87649, 0.85551, 'share').difference).toBe('+2.0\u00a0pts')
    expect(besideText(455, 284, 'minutes').difference).toBe('+2 h 51')
    expect(besideText(3, 12_300, 'people')).toMatchObject({ value: 'under\u00a05' })
    expect(besideShown(null, 1, 'minutes').difference.value).toBe('–')
  })
})
