import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleByBand, peopleQuantile, shareWithin } from '#analysis/access/people-within.ts'
import { wetMinusDryMinutes, wetOverDry } from '#analysis/access/seasons.ts'
import { careNamedIn, soonerOf, standardMet, worstFailed } from '#analysis/access/time-standards.ts'

const minutes = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant(Number.NaN))
const someLived = fc
  .array(fc.record({ minutes, people: fc.nat(900) }), { minLength: 1, maxLength: 30 })
  .map((places) => ({
    values: places.map((place) => place.minutes),
    people: places.map((place) => place.people),
  }))

describe('people within minutes', () => {
  it('counts everybody once: in one band, or out of reach', () => {
    fc.assert(
      fc.property(someLived, (lived) => {
        const { peopleCounts, unreachedPeopleCount } = peopleByBand(lived, [30, 60, 120])
        const all = lived.people.reduce((sum, count) => sum + count, 0)
        expect(peopleCounts.reduce((sum, count) => sum + count, unreachedPeopleCount)).toBe(all)
        const within = lived.people.filter((_, at) => lived.values[at]! <= 60)
        expect(peopleCounts[0]! + peopleCounts[1]!).toBe(within.reduce((a, b) => a + b, 0))
      }),
    )
  })

  it('has edges within, and those out of reach in no band', () => {
    const lived = { values: [30, 30.5, Number.NaN, 999], people: [1, 2, 4, 8] }
    expect(peopleByBand(lived, [30])).toEqual({ peopleCounts: [1, 10], unreachedPeopleCount: 4 })
    expect(peopleByBand(lived, [30], [0, 2]).peopleCounts).toEqual([1, 0])
    expect(shareWithin(lived, 30)).toBeCloseTo(1 / 15, 12)
    expect(shareWithin({ values: [], people: [] }, 30)).toBeNaN()
  })

  it('has a quantile that so many people are at, and of no fewer', () => {
    fc.assert(
      fc.property(someLived, fc.integer({ min: 1, max: 100 }), (lived, percent) => {
        const found = peopleQuantile(lived, percent / 100)
        const known = lived.people.map((count, at) => (Number.isNaN(lived.values[at]!) ? 0 : count))
        const all = known.reduce((sum, count) => sum + count, 0)
        if (all === 0) {
          expect(found).toBeNaN()
          return
        }
        const upTo = (isIn: (value: number) => boolean) =>
          known.reduce((sum, count, at) => (isIn(lived.values[at]!) ? sum + count : sum), 0)
        expect(upTo((value) => value <= found)).toBeGreaterThanOrEqual((percent / 100) * all - 1e-6)
        expect(upTo((value) => value < found)).toBeLessThan((percent / 100) * all + 1e-6)
      }),
    )
  })
})

describe('two seasons', () => {
  const dry = Float64Array.of(20, 60, Number.NaN, Number.NaN, 0)
  const wet = Float64Array.of(50, Number.NaN, Number.NaN, 90, 0)

  it('keeps apart what is slower, cut off, reached in neither and reached when wet alone', () => {
    expect([...wetMinusDryMinutes({ dry, wet })]).toEqual([
      30,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      0,
    ])
    expect([...wetOverDry({ dry, wet })]).toEqual([2.5, Number.NaN, Number.NaN, Number.NaN, 1])
  })
})

describe('time standards', () => {
  const care = [
    { minutes: Float64Array.of(10, 11, 5, Number.NaN), standardMinutes: 10 },
    { minutes: Float64Array.of(60, 20, 61, 20), standardMinutes: 60 },
    { minutes: null, standardMinutes: 120 },
  ]

  it('tells the furthest that fails, no way apart, and leaves out what nobody gives', () => {
    expect([...worstFailed(care, 4)]).toEqual([0, 1, 2, 4])
    expect(standardMet(care[0]!, 0)).toBe('met')
    expect(standardMet(care[2]!, 0)).toBe('unknown')
    expect([...worstFailed([care[2]!], 2)]).toEqual([Number.NaN, Number.NaN])
  })

  it('takes the sooner way, and either where the other is none', () => {
    const [one, other] = [
      Float64Array.of(5, Number.NaN, 7, Number.NaN),
      Float64Array.of(9, 4, Number.NaN, Number.NaN),
    ]
    expect([...soonerOf(one, other)]).toEqual([5, 4, 7, Number.NaN])
    expect([...soonerOf(other, one)]).toEqual([5, 4, 7, Number.NaN])
  })

  it.each([
    ['Level 2 Hospital', 'surgery'],
    ['MINUSCA L2, Bria', 'surgery'],
    ['Role-3 MTF', 'surgery'],
    ['Hôpital préfectoral', 'surgery'],
    ['First aid post', 'firstAid'],
    ['Level 1 clinic', null],
    ['Zorzor Health Centre', null],
    ['Clinic at Level 20 road', null],
  ])('reads the care in the name %s', (name, level) => {
    expect(careNamedIn(name)).toBe(level)
  })
})
