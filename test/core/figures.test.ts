import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { grouped, peopleInFull, peopleText } from '#core/figures.ts'

describe('how people are counted in words', () => {
  it('keeps figure and unit on one line, and says it to the last person where asked', () => {
    expect(peopleText(355_120)).toBe('355\u00a0k')
    expect(peopleText(4_380_000)).toBe('4.38\u00a0M')
    expect(peopleText(940)).toBe('940')
    expect(peopleInFull(355_120)).toBe('355\u202f120')
  })

  it('says nobody and not known as such', () => {
    expect([peopleText(0), peopleInFull(0)]).toEqual(['0', '0'])
    expect([peopleText(Number.NaN), peopleInFull(Number.NaN)]).toEqual(['–', '–'])
  })

  it('never says how many of a group too small to be shown, whole people or parts of them', () => {
    const few = fc.double({ min: 0.01, max: LEAST_CELL_COUNT - 0.51, noNaN: true })
    fc.assert(
      fc.property(few, (count) => {
        expect(peopleText(count)).toBe('under\u00a05')
        expect(peopleInFull(count)).toBe('under\u00a05')
      }),
    )
    const enough = fc.integer({ min: LEAST_CELL_COUNT, max: 9_999 })
    fc.assert(
      fc.property(enough, (count) => {
        expect(peopleText(count)).toBe(grouped(count))
        expect(peopleInFull(count)).toBe(grouped(count))
      }),
    )
  })
})
