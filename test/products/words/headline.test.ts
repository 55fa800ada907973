import { describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import { compare } from '#jobs/compare.ts'
import { comparisonHeadline, roundedPeople, standardText } from '#products/words/headline.ts'
import { aDeck, answersOf } from '../../briefing/a-briefing.tsx'

const COA = { name: 'COA 1' }
const TWO_HOURS = { responseStandardMinutes: 120 }

type Counts = readonly [gained: number, lost: number]

function headlineOf([gainedPeopleCount, lostPeopleCount]: Counts, lostIn = 'Bomi') {
  const counties = [{ areaIndex: 0, name: lostIn, gainedPeopleCount, lostPeopleCount }]
  const moved = {
    gainedPeopleCount,
    lostPeopleCount,
    counties,
    gainedCommunities: new Uint32Array(),
    lostCommunities: new Uint32Array(),
  }
  return comparisonHeadline(
    { ...moved, measures: [], difference: new Float64Array() },
    COA,
    TWO_HOURS,
  )
}

describe('comparisonHeadline', () => {
  it('says who gains and who loses', () => {
    expect(headlineOf([12_400, 300])).toBe(
      'COA 1 brings help within 2\u00a0h to 12\u202f400 more people; 300 lose it in Bomi',
    )
    expect(headlineOf([8_140.2, 0])).toBe(
      'COA 1 brings help within 2\u00a0h to 8\u202f140 more people; nobody loses it',
    )
  })

  it('never keeps losers quiet, however few', () => {
    expect(headlineOf([900_000, 1])).toContain('; 1 lose it in Bomi')
    expect(headlineOf([100, 7])).toBe(
      'COA 1 hardly changes whom help reaches within 2\u00a0h; 7 lose it in Bomi',
    )
    expect(headlineOf([0, 5_120])).toBe(
      'COA 1 takes help within 2\u00a0h from 5\u202f120 people in Bomi; nobody gains it',
    )
  })

  it('has the figures of the comparison that it was made from', async () => {
    const contents = aDeck()
    const { pictures } = await answersOf(contents)
    const baseline = pictures['current-posture']
    const coa = pictures['coa-1']
    if (!baseline || !coa) throw new Error('no pictures')
    const comparison = compare({ a: baseline, b: coa, baseline })
    const { gainedPeopleCount, lostPeopleCount } = comparison
    expect(gainedPeopleCount).toBeGreaterThan(500)
    const text = comparisonHeadline(comparison, COA, operationOf(contents.document))
    expect(text).toContain(`to ${roundedPeople(gainedPeopleCount)} more people`)
    expect(text).toContain(
      lostPeopleCount >= 0.5 ? `${roundedPeople(lostPeopleCount)} lose it` : 'nobody loses it',
    )
    const within = comparison.measures.find(({ id }) => id === 'peopleWithinStandard')
    expect(gainedPeopleCount - lostPeopleCount).toBeCloseTo(within?.difference ?? Number.NaN, 6)
  })

  it('rounds to three digits and writes whole hours without minutes', () => {
    expect([118_432, 8_144, 97, 1_234_567].map(roundedPeople)).toEqual([
      '118\u202f000',
      '8\u202f140',
      '97',
      '1\u202f230\u202f000',
    ])
    expect(standardText({ responseStandardMinutes: 90 })).toBe('1\u00a0h\u00a030')
    expect(standardText({ responseStandardMinutes: 45 })).toBe('45\u00a0min')
  })
})
