import { describe, expect, it } from 'vitest'
import type { Course } from '#analysis/compare/course.ts'
import { termsFrom } from '#analysis/compare/course-figures.ts'
import { judgedCriteria } from '#analysis/compare/matrix/criteria.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import type { CompareMeasure } from '#analysis/compare/measures/measure.ts'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import { drawsOf } from '#analysis/compare/ranges/draw-courses.ts'
import { courseRangesOf } from '#analysis/compare/ranges/ranges-of.ts'
import { twoCounties } from '../../small-ground.ts'
import { NAMES } from '../matrix/some-matrix.ts'
import { courseOn } from './some-courses.ts'

const ground = twoCounties()
const baseline = courseOn(ground, 's0', (cell) => 60 + 2 * cell)
const copy = { ...courseOn(ground, 's1', (cell) => 60 + 2 * cell) }
const slower = courseOn(ground, 's2', (cell) => 75 + 2 * cell)
const other = courseOn(ground, 's3', (cell) => (cell % 9 === 0 ? Number.NaN : 300 - 2 * cell))
const courses = [baseline, copy, slower, other]
const terms = termsFrom(baseline)
const settings = { seed: 3, drawCount: 40, measures: COMPARE_MEASURES }

function rangesOf(some: readonly Course[], stopAfter = Number.POSITIVE_INFINITY) {
  const steps = courseRangesOf(some, terms, settings)
  for (let turn = 0; ; turn++) {
    const step = steps.next(turn > stopAfter)
    if (step.done) return step.value
  }
}

const ranges = rangesOf(courses)

describe('ranges of courses', () => {
  it('are the same for the same seed, whatever the order of the courses', () => {
    expect(rangesOf(courses)).toEqual(ranges)
    const turned = rangesOf([other, slower, copy, baseline])
    for (const [id, cells] of Object.entries(ranges.ranges)) {
      expect([...turned.ranges[id]!].reverse()).toEqual(cells)
      expect([...turned.pairs[id]!].reverse()).toEqual(ranges.pairs[id])
    }
  })

  it('hold nothing between a course and itself, or a copy of it', () => {
    for (const pairs of Object.values(ranges.pairs)) {
      for (const at of [0, 5, 10, 15, 1, 4]) {
        if (pairs[at])
          expect(pairs[at]).toEqual({ difference: [0, 0], betterShare: 0.5, sameShare: 1 })
      }
    }
    expect(ranges.pairs['needMet']![1]).not.toBeNull()
    // The current posture is drawn as well: it loses nobody against itself.
    expect(ranges.ranges['civilianImpact']!.slice(0, 2)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('are those of differences draw by draw, the other way round with the sign turned', () => {
    for (const pairs of Object.values(ranges.pairs)) {
      for (const [first, second] of [
        [0, 2],
        [0, 3],
        [2, 3],
      ] as const) {
        const there = pairs[first * 4 + second]
        const back = pairs[second * 4 + first]
        if (!there) continue
        expect(there.difference.map((end) => 0 - end).reverse()).toEqual(back!.difference)
        expect(there.betterShare + back!.betterShare).toBeCloseTo(1, 12)
      }
    }
    const speeds = drawsOf({ ...settings, areaCount: 2 }).map(({ speedFactor }) => speedFactor)
    const slowerBy = speeds.map((speed) => 15 / speed).sort((a, b) => a - b)
    const found = ranges.pairs['worstTenthMinutes']![2]!
    expect(found.difference[0]).toBeCloseTo(slowerBy[1]!, 2)
    expect(found.difference[1]).toBeCloseTo(slowerBy[38]!, 2)
    expect(found.betterShare).toBe(0)
  })

  it('tell apart what two bars would not: a course that is slower in every draw', () => {
    const [today, , late] = ranges.ranges['worstTenthMinutes']!
    expect(late![0]).toBeLessThan(today![1])
    expect(ranges.pairs['worstTenthMinutes']![2]!.difference[0]).toBeGreaterThan(0)
  })

  it('stand about the value that they are ranges of, though need is not known everywhere', () => {
    for (const measure of COMPARE_MEASURES) {
      for (const [course, range] of (ranges.ranges[measure.id] ?? []).entries()) {
        const { value } = measure.measure(courses[course]!, terms)
        if (range === null || value === null) continue
        expect(range[0]).toBeLessThanOrEqual(value)
        expect(range[1]).toBeGreaterThanOrEqual(value)
      }
    }
  })

  it('leave out what nothing drawn moves, and a course that a draw has no value for', () => {
    for (const id of ['cost', 'moves', 'troopsPosted', 'reserveLeft']) {
      expect(Object.keys(ranges.ranges)).not.toContain(id)
    }
    expect(Object.keys(ranges.ranges)).toEqual(
      expect.arrayContaining(['needMet', 'worstTenthMinutes', 'casevac', 'underservedCommunities']),
    )
    const nobody = courseOn(ground, 's2', () => Number.NaN)
    const { ranges: some, pairs } = rangesOf([baseline, nobody])
    expect(some['equalMinutes']![1]).toBeNull()
    expect(pairs['equalMinutes']![1]).toBeNull()
  })

  it('answer with the draws that there are when stopped', () => {
    const stopped = rangesOf(courses, 10)
    expect(stopped).toMatchObject({ drawCount: 10, wasStopped: true })
    expect(rangesOf(courses, 0)).toMatchObject({ drawCount: 0, wasStopped: true, ranges: {} })
    expect(ranges).toMatchObject({ drawCount: 40, wasStopped: false })
  })

  it('make a copy of the current posture a tie everywhere', () => {
    const matrix = matrixFrom(courses, ranges)
    for (const { bestIds } of matrix.rows) {
      expect(bestIds.includes('s0')).toBe(bestIds.includes('s1'))
    }
    const [today, same] = matrix.totals
    expect(today!.place).toBe(same!.place)
    expect(today!.isTie && same!.isTie).toBe(true)
  })

  it('of a course without units leave out what cannot be said of it, and the matrix says so', () => {
    const nobody = courseOn(ground, 's2', () => Number.NaN)
    const matrix = matrixFrom([baseline, nobody], rangesOf([baseline, nobody]))
    expect(matrix.faults).toContain(
      'Minutes of the worst-off tenth cannot be said for COA 2; its total leaves it out, 10\u00a0% of the weight.',
    )
    expect(matrix.totals.map(({ place }) => place)).toEqual([1, 2])
  })
})

function matrixFrom(some: readonly Course[], drawn: CourseRanges) {
  const scenarioIds = some.map(({ scenarioId }) => scenarioId)
  const byMeasure = <T>(answer: (measure: CompareMeasure) => T) =>
    Object.fromEntries(COMPARE_MEASURES.map((measure) => [measure.id, answer(measure)]))
  const figures = {
    scenarioIds,
    baselineId: 's0',
    measured: byMeasure((measure) => some.map((course) => measure.measure(course, terms))),
    scales: byMeasure((measure) => measure.naturalScale(terms)),
    kappa: terms.kappa,
  }
  const { operation } = baseline.input
  const criteria = judgedCriteria({ measures: COMPARE_MEASURES, rows: [], figures, operation })
  return matrixOf({ criteria, rows: [], figures, ranges: drawn, scenarioIds, names: NAMES })
}
