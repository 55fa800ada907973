import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CatchmentRule,
  floatingCatchment,
  stepWeight,
} from '#analysis/access/floating-catchment.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  readonly inputs: {
    readonly pop: Record<string, number>
    readonly doctors: Record<string, number>
  }
  readonly expected_hospital: readonly {
    readonly costs: Record<string, number>
    readonly fca2: Record<string, number>
    readonly fca3: Record<string, number>
  }[]
  readonly toy: {
    readonly demand: Record<string, number>
    readonly supply: Record<string, number>
    readonly travel_min: Record<string, number>
  }
  readonly expected_toy: Record<
    'E2SFCA_step' | 'E2SFCA_gauss_sigma15_cut30' | 'E3SFCA_step',
    {
      readonly R: Record<string, number>
      readonly access_per_1000: Record<string, number>
      readonly demand_weighted_sum: number
    }
  >
  readonly tolerance: number
}

const steps = stepWeight([10, 20, 30], [1, 0.68, 0.22])
const RULES = {
  E2SFCA_step: { weightOf: steps, drawOf: null },
  E2SFCA_gauss_sigma15_cut30: {
    weightOf: (minutes) => (minutes <= 30 ? Math.exp(-(minutes ** 2) / (2 * 15 ** 2)) : 0),
    drawOf: null,
  },
  E3SFCA_step: { weightOf: steps, drawOf: steps },
} as const satisfies Record<string, CatchmentRule>

describe.skipIf(!hasReferences)('the reference', () => {
  const reference = hasReferences
    ? referenceValues<Reference>('03-access/floating_catchment.json')
    : null

  it('has four hospital cases of PySAL, of two and of three steps', () => {
    const { inputs, expected_hospital, tolerance } = reference!
    const ids = Object.keys(inputs.pop)
    expect(expected_hospital).toHaveLength(4)
    for (const { costs, fca2, fca3 } of expected_hospital) {
      const facts = {
        people: ids.map((id) => inputs.pop[id]!),
        supply: ids.map((id) => inputs.doctors[id]!),
        minutes: ids.map((site) => ids.map((place) => costs[`${place}->${site}`] ?? Number.NaN)),
      }
      const weightOf = (cost: number) => (cost < 61 ? 1 / cost : 0)
      for (const [drawOf, expected] of [
        [null, fca2],
        [(cost: number) => 1 / cost, fca3],
      ] as const) {
        const { access } = floatingCatchment(facts, { weightOf, drawOf })
        ids.forEach((id, at) => {
          expect(Math.abs(access[at]! - expected[id]!)).toBeLessThan(tolerance)
        })
      }
    }
  })

  it('has teams and villages, in steps, by a bell curve and with selection', () => {
    const { toy, expected_toy, tolerance } = reference!
    const places = Object.keys(toy.demand)
    const sites = Object.keys(toy.supply)
    const facts = {
      people: places.map((id) => toy.demand[id]!),
      supply: sites.map((id) => toy.supply[id]!),
      minutes: sites.map((site) => places.map((place) => toy.travel_min[`${place}-${site}`]!)),
    }
    for (const [name, rule] of Object.entries(RULES)) {
      const expected = expected_toy[name as keyof typeof RULES]
      const { access, siteRatio, reachedSupply } = floatingCatchment(facts, rule)
      sites.forEach((id, at) => {
        expect(Math.abs(siteRatio[at]! - expected.R[id]!)).toBeLessThan(tolerance)
      })
      places.forEach((id, at) => {
        expect(Math.abs(1000 * access[at]! - expected.access_per_1000[id]!)).toBeLessThan(tolerance)
      })
      expect(reachedSupply).toBeCloseTo(expected.demand_weighted_sum, 9)
    }
  })
})

const someFacts = fc
  .record({ places: fc.integer({ min: 1, max: 9 }), sites: fc.integer({ min: 0, max: 6 }) })
  .chain(({ places, sites }) =>
    fc.record({
      people: fc.array(fc.nat(5000), { minLength: places, maxLength: places }),
      supply: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: sites, maxLength: sites }),
      minutes: fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(Number.NaN)), {
          minLength: places,
          maxLength: places,
        }),
        { minLength: sites, maxLength: sites },
      ),
    }),
  )
const someRule = fc.constantFrom<CatchmentRule>(
  { weightOf: stepWeight([30], [1]), drawOf: null },
  ...Object.values(RULES),
)

it('gives away just the supply that somebody can get to, and never a broken number', () => {
  fc.assert(
    fc.property(someFacts, someRule, (facts, rule) => {
      const { access, siteRatio, isReached, reachedSupply } = floatingCatchment(facts, rule)
      const given = facts.people.reduce((sum, count, place) => sum + count * access[place]!, 0)
      expect(given).toBeCloseTo(reachedSupply, 6)
      expect([...access, ...siteRatio].every((value) => value >= 0 && Number.isFinite(value))).toBe(
        true,
      )
      facts.people.forEach((_, place) => {
        const isNear = facts.minutes.some((toPlaces) => rule.weightOf(toPlaces[place]!) > 0)
        expect(isReached[place] === 1).toBe(isNear)
        if (!isNear) expect(access[place]).toBe(0)
      })
    }),
  )
})

it('weighs in steps, ends included, and nothing beyond', () => {
  expect([0, 10, 10.1, 20, 30, 30.1].map(steps)).toEqual([1, 1, 0.68, 0.68, 0.22, 0])
})
