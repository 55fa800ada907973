import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WORST_TENTH_MINUTES } from '#analysis/compare/measures/worst-tenth-minutes.ts'
import { worstOffMean } from '#analysis/equity.ts'
import { twoCounties } from '../small-ground.ts'
import { courseOn } from './ranges/some-courses.ts'

it('finds the tenth who wait longest, whatever the waits are', () => {
  const ground = twoCounties(0.4)
  const count = ground.grid.cells.length
  const wait = fc.oneof(
    fc.constant(0),
    fc.constant(Number.NaN),
    fc.integer({ min: 0, max: 90 }),
    fc.double({ min: 1, max: 4000, noNaN: true }),
  )
  const people = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 }))
  const cells = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: count, maxLength: count })
  fc.assert(
    fc.property(cells(wait), cells(people), (waits, peopleCount) => {
      const populated = { ...ground, peopleCount: Float64Array.from(peopleCount) }
      const course = courseOn(populated, 's', (cell) => waits[cell]!)
      const { value } = WORST_TENTH_MINUTES.measure(course, { baseline: course, kappa: -1 })
      const { responseMinutes } = course.situation
      const expected = worstOffMean({ values: responseMinutes, people: peopleCount }, 0.1)
      if (Number.isNaN(expected)) expect(value).toBeNull()
      else expect(value! / (expected || 1)).toBeCloseTo(expected === 0 ? 0 : 1, 2)
    }),
    { numRuns: 40 },
  )
})
