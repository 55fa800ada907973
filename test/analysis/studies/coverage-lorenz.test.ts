import fc from 'fast-check'
import { expect, it } from 'vitest'
import { COVERAGE_LORENZ } from '#analysis/studies/coverage-lorenz/index.ts'
import {
  serviceCurve,
  serviceOfFirst,
  thinned,
} from '#analysis/studies/coverage-lorenz/service-curve.ts'
import type { StudyFacts } from '#analysis/studies/study.ts'
import { plain, someStudyFacts } from './study-facts.ts'

const some = someStudyFacts()
const cellCount = some.ground.grid.cells.length

/** Need and served share of every cell. */
function withService(
  needOf: (cell: number) => number,
  servedOf: (cell: number) => number,
): StudyFacts {
  const of = (value: (cell: number) => number) =>
    Float64Array.from({ length: cellCount }, (_, cell) => value(cell))
  const { situation } = some
  return {
    ...some,
    situation: {
      ...situation,
      need: { ...situation.need, score: of(needOf) },
      servedShare: of(servedOf),
    },
  }
}

const indexOf = (facts: StudyFacts, order: string) =>
  Number(
    COVERAGE_LORENZ.ask(facts, { order })
      .method.parameters.find(({ name }) => name === 'Index')
      ?.value.replace('−', '-'),
  )

it('has the curve and index of two halves by hand', () => {
  const curve = serviceCurve({ need: [1, 1], service: [1, 3], rank: (place) => place })
  expect(curve.needShare).toEqual([0, 0.5, 1])
  expect(curve.serviceShare).toEqual([0, 0.25, 1])
  expect(curve.index).toBeCloseTo(0.25, 12)
  expect(serviceOfFirst(curve, 0.25)).toBeCloseTo(0.125, 12)
  expect(serviceOfFirst(curve, 0.75)).toBeCloseTo(0.625, 12)
})

it('takes places of one rank together, whichever of them comes first', () => {
  const curve = serviceCurve({ need: [1, 1, 2], service: [1, 3, 4], rank: (at) => Math.max(1, at) })
  expect(curve.needShare).toEqual([0, 0.5, 1])
  expect(curve.serviceShare).toEqual([0, 0.5, 1])
  expect(curve.index).toBeCloseTo(0, 12)
})

it('lies under the diagonal from the worst served on, and turns its sign with the order', () => {
  const place = fc.record({
    need: fc.integer({ min: 1, max: 50 }),
    service: fc.integer({ min: 1, max: 50 }),
  })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
      const need = places.map((each) => each.need)
      const service = places.map((each) => each.service)
      const ratio = (at: number) => service[at]! / need[at]!
      const up = serviceCurve({ need, service, rank: ratio })
      const down = serviceCurve({ need, service, rank: (at) => -ratio(at) })
      expect(up.index).toBeGreaterThan(-1e-9)
      expect(down.index).toBeCloseTo(-up.index, 9)
      up.serviceShare.forEach((share, at) => {
        expect(share).toBeLessThan(up.needShare[at]! + 1e-9)
      })
    }),
  )
})

it('is 0 where service follows need, and its map is 1 everywhere', () => {
  const facts = withService(
    (cell) => 1 + (cell % 9),
    (cell) => (1 + (cell % 9)) / 20,
  )
  expect(indexOf(facts, 'worstServed')).toBeCloseTo(0, 9)
  expect(indexOf(facts, 'neediest')).toBeCloseTo(0, 9)
  for (const value of COVERAGE_LORENZ.ask(facts, {}).values ?? []) expect(value).toBeCloseTo(1, 9)
})

it('is above 0 where the neediest have less than their part, below where they have more', () => {
  const need = (cell: number) => (cell % 2 === 0 ? 8 : 2)
  const toThoseWithout = withService(need, (cell) => (cell % 2 === 0 ? 0.2 : 0.8))
  const toTheNeedy = withService(need, (cell) => (cell % 2 === 0 ? 1 : 0))
  expect(indexOf(toThoseWithout, 'neediest')).toBeGreaterThan(0)
  expect(indexOf(toTheNeedy, 'neediest')).toBeLessThan(0)
  expect(indexOf(toTheNeedy, 'worstServed')).toBeGreaterThan(0)
})

it('leaves out where need is not known, says how many people that is, and has parts that make the whole', () => {
  const facts = withService(
    (cell) => (cell % 4 === 0 ? Number.NaN : 5),
    (cell) => (cell % 3) / 2,
  )
  const { values, blocks } = COVERAGE_LORENZ.ask(facts, {})
  expect([...values!.keys()].filter((cell) => Number.isNaN(values![cell]!))).toEqual(
    [...values!.keys()].filter((cell) => cell % 4 === 0),
  )
  const unknown = Math.ceil(cellCount / 4) / cellCount
  expect(plain(JSON.stringify(blocks))).toContain(
    `${(100 * unknown).toFixed(0)} % of people live where need`,
  )
  const known = [...values!].filter((value) => !Number.isNaN(value))
  expect(known.reduce((sum, value) => sum + value, 0) / known.length).toBeCloseTo(1, 9)
})

it('keeps the ends of a long curve', () => {
  const all = Array.from({ length: 1000 }, (_, i) => i)
  const few = thinned(all, 200)
  expect([few.length, few[0], few.at(-1)]).toEqual([200, 0, 999])
  expect(thinned([1, 2], 200)).toEqual([1, 2])
})
