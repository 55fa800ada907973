import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { compareScenarios, type ScenarioPicture } from '#analysis/compare/scenario-measures.ts'
import type { Situation } from '#analysis/situation.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { servedShares } from '#analysis/underserved.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import type { Posting } from '#core/records/posting.ts'
import type { Unit } from '#core/records/unit.ts'
import { situationInput, twoCounties } from '../small-ground.ts'

const ground = twoCounties()
const count = ground.grid.cells.length
const indicators = DEFAULT_INDICATORS.filter(({ measure }) => measure === 'travelToTown')

function picture(
  minutesOf: (cell: number) => number,
  facts: Parameters<typeof situationInput>[1] = {},
): ScenarioPicture {
  const input = situationInput(ground, { indicators, ...facts })
  const travelToTownMinutes = Float64Array.from({ length: count }, (_, cell) => 100 + cell)
  const responseMinutes = Float64Array.from({ length: count }, (_, cell) => minutesOf(cell))
  return { input, situation: situationOf(input, { responseMinutes, travelToTownMinutes }) }
}

const valuesOf = ({ input, situation }: ScenarioPicture, kappa = -0.01) => {
  const course = { scenarioId: 's', input, situation, careMinutes: [null, null, null] }
  return Object.fromEntries(
    COMPARE_MEASURES.map((measure) => [
      measure.id,
      { ...measure, ...measure.measure(course, { baseline: course, kappa }) },
    ]),
  )
}

describe('measures of a course', () => {
  it('counts everybody once: within, beyond, out of reach', () => {
    const found = valuesOf(picture((cell) => [60, 200, Number.NaN][cell % 3]!))
    const sum =
      found['peopleWithinStandard']!.value! +
      found['peopleBeyondStandard']!.value! +
      found['peopleOutOfReach']!.value!
    expect(sum).toBe(count * 1000)
    expect(found['peopleOutOfReach']!.value).toBe(Math.floor(count / 3) * 1000)
  })

  it('meets all need within the standard, half of it at one and a half times, none at twice', () => {
    expect(valuesOf(picture(() => 120))['needMet']!.value).toBeCloseTo(1, 12)
    expect(valuesOf(picture(() => 180))['needMet']!.value).toBeCloseTo(0.5, 8)
    expect(valuesOf(picture(() => Number.NaN))['needMet']!.value).toBe(0)
  })

  it('names the county where need is met least', () => {
    const eastOnly = picture((cell) => (ground.grid.areaIndex[cell] === 1 ? 60 : Number.NaN))
    expect(valuesOf(eastOnly)['worstCounty']).toMatchObject({ value: 0, note: 'West County' })
  })

  it('does not turn people who are lost into time won', () => {
    const before = valuesOf(picture((cell) => (cell < 10 ? 500 : 60)))
    const after = valuesOf(picture((cell) => (cell < 10 ? Number.NaN : 60)))
    expect(after['equalMinutes']!.value).toBeLessThan(before['equalMinutes']!.value!)
    expect(after['peopleOutOfReach']!.value).toBe(10_000)
    expect(after['equalMinutes']!.definition).toContain('out of reach are counted apart')
  })

  it('says nothing of minutes if nobody can be reached', () => {
    const found = valuesOf(picture(() => Number.NaN))
    expect(found['equalMinutes']!.value).toBeNull()
    expect(found['worstTenthMinutes']!.value).toBeNull()
  })

  it('adds up force, cost and reserve, the reserve going last', () => {
    const unit = (id: string, role: Unit['role'], platoons: number): Unit => ({
      id,
      name: id,
      contributor: null,
      kind: 'infantry',
      echelon: 'company',
      role,
      baseId: 'a',
      parentId: null,
      strengthCount: null,
      elements: [{ typeId: 'platoon', count: platoons }],
      validFrom: null,
      validTo: null,
    })
    const posting = (platoons: number): Posting => ({
      id: 'p',
      scenarioId: 's',
      typeId: 'platoon',
      count: platoons,
      fromBaseId: 'a',
      placeId: ground.communityIds[0]!,
      startsAt: null,
      endsAt: null,
      reason: '',
      planHash: null,
    })
    const base = {
      id: 'a',
      name: 'A',
      position: [-9.5, 6.5],
      kind: 'cob',
      capacityUnits: 9,
      validFrom: null,
      validTo: null,
    } as const
    const facts = {
      bases: [base],
      units: [unit('line', 'line', 3), unit('reserve', 'reserve', 2)],
      resourceTypes: DEFAULT_RESOURCE_TYPES,
    }
    const of = (platoons: number) =>
      valuesOf(picture(() => 60, { ...facts, postings: [posting(platoons)] }))
    expect(of(2)['troopsPosted']!.value).toBe(70)
    expect(of(2)['moves']!.value).toBe(2)
    expect(of(2)['cost']!.value).toBe(5 * 105_000)
    expect([of(3), of(4), of(5)].map((found) => found['reserveLeft']!.value)).toEqual([70, 35, 0])
  })

  it('says how far the result rests on unknowns', () => {
    const both = DEFAULT_INDICATORS.filter(({ measure }) =>
      ['travelToTown', 'restrictedAccess'].includes(measure),
    )
    const found = valuesOf(picture(() => 60, { indicators: both }))
    expect(found['unknownShare']!.value).toBeCloseTo(0.5, 8)
  })
})

describe('compareScenarios', () => {
  const minutes = fc.array(fc.constantFrom(30, 119, 121, 300, Number.NaN), {
    minLength: count,
    maxLength: count,
  })

  it('has gains and losses by county that sum to the headline', () => {
    fc.assert(
      fc.property(minutes, minutes, (before, after) => {
        const a = picture((cell) => before[cell]!)
        const b = picture((cell) => after[cell]!)
        const found = compareScenarios(a, b, a)
        const headline = found.measures.find(({ id }) => id === 'peopleWithinStandard')!
        const sum = found.counties.reduce(
          (total, county) => total + county.gainedPeopleCount - county.lostPeopleCount,
          0,
        )
        expect(sum).toBe(headline.difference!)
        expect(found.gainedPeopleCount - found.lostPeopleCount).toBe(sum)
        expect(found.gainedCommunities.length * 1000).toBe(found.gainedPeopleCount)
      }),
      { numRuns: 25 },
    )
  })

  it('is nothing against itself and turns its sign when the sides are changed', () => {
    const a = picture((cell) => 50 + cell)
    const b = picture((cell) => 150 - cell / 2)
    const same = compareScenarios(a, a, a)
    expect(same.measures.every(({ difference, better }) => difference === 0 && !better)).toBe(true)
    expect(same.difference.every((value) => value === 0)).toBe(true)
    const there = compareScenarios(a, b, a)
    const back = compareScenarios(b, a, a)
    there.difference.forEach((value, cell) => {
      expect(back.difference[cell]).toBeCloseTo(-value, 12)
    })
    expect(there.gainedPeopleCount).toBe(back.lostPeopleCount)
    there.measures.forEach(({ better }, i) => {
      const turned = { a: 'b', b: 'a' } as const
      expect(back.measures[i]!.better).toBe(better && turned[better])
    })
  })

  it('is need × what more is served, unknown where need is', () => {
    const a = picture(() => 300)
    const b = picture(() => 60)
    const known: Situation = { ...a.situation, need: { ...a.situation.need } }
    const score = known.need.score.slice()
    score[4] = Number.NaN
    const found = compareScenarios(
      { ...a, situation: { ...known, need: { ...known.need, score } } },
      b,
      a,
    )
    expect(found.difference[4]).toBeNaN()
    expect(found.difference[5]).toBeCloseTo(score[5]!, 12)
  })
})

describe('how far a cell is served', () => {
  it('is whole up to the standard and gone at twice it, where nobody is present', () => {
    const responseMinutes = Float64Array.of(0, 120, 150, 240, 900, Number.NaN)
    const presenceShare = new Float64Array(6)
    const service = { responseMinutes, presenceShare, responseStandardMinutes: 120 }
    expect([...servedShares(service)]).toEqual([1, 1, 0.75, 0, 0, 0])
  })
})
