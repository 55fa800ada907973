import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Course } from '#analysis/compare/course.ts'
import { heldPlacesOf } from '#analysis/compare/posture.ts'
import { drawnCourse, drawsOf } from '#analysis/compare/ranges/draw-courses.ts'
import type { NamedCourse } from '#analysis/compare/stress/futures.ts'
import {
  STRESS_MEASURES,
  type StressAnswer,
  type StressMeasureId,
  type StressSettings,
  USUAL_STRESS,
} from '#analysis/compare/stress/stress.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { type StressFacts, stressOf } from '#analysis/compare/stress/stress-of.ts'
import type { SituationInput } from '#analysis/situation.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { Posting } from '#core/records/posting.ts'
import { aBase, aPosting, aUnit } from '#support/build.ts'
import { incidentColumns, situationInput, twoCounties } from '../../small-ground.ts'

const GROUND = twoCounties()
const PLATOON = DEFAULT_RESOURCE_TYPES.find(({ isPersonnel }) => isPersonnel)!.id

/** Minutes by distance alone: 3 a kilometre, and nobody is reached where nobody stands. */
function travelOf(input: SituationInput) {
  const { grid } = input.ground
  const held = heldPlacesOf(input)
  const minutesFrom = (starts: readonly (readonly [number, number])[]) =>
    Float64Array.from(grid.cells, (_, cell) => {
      const at = [grid.lonDegrees[cell]!, grid.latDegrees[cell]!] as const
      const minutes = starts.map((start) => metresBetween(at, start) * 0.003)
      return minutes.length > 0 ? Math.min(...minutes) : Number.NaN
    })
  return {
    responseMinutes: minutesFrom(held.map(({ position }) => position)),
    travelToTownMinutes: minutesFrom([[-9.3, 6.7]]),
  }
}

/** Three bases with a unit each, and incidents in the east. */
function courseOf(scenarioId: string, postings: readonly Posting[] = []): Course & NamedCourse {
  const bases = [
    aBase({ id: 'west', name: 'West', position: [-9.5, 6.5] }),
    aBase({ id: 'middle', name: 'Middle', position: [-9.3, 6.7] }),
    aBase({ id: 'east', name: 'East', position: [-9.1, 6.9] }),
  ]
  const units = ['west', 'middle'].map((baseId) =>
    aUnit({ id: `unit-${baseId}`, baseId, elements: [{ typeId: PLATOON, count: 2 }] }),
  )
  const incidents = Array.from({ length: 40 }, (_, i) => ({
    at: [-9.12 + 0.003 * i, 6.6 + 0.005 * i] as const,
    ageDays: 10 + i,
  }))
  const input = situationInput(GROUND, {
    bases,
    units,
    postings,
    resourceTypes: DEFAULT_RESOURCE_TYPES,
    indicators: DEFAULT_INDICATORS,
    incidents: [incidentColumns(incidents)],
  })
  const situation = situationOf(
    {
      ...input,
      operation: { ...input.operation, needDataThresholdShare: 0, responseStandardMinutes: 60 },
    },
    travelOf(input),
  )
  return {
    scenarioId,
    name: scenarioId,
    ownShockIds: [],
    situation,
    careMinutes: [],
    input: {
      ...input,
      operation: { ...input.operation, needDataThresholdShare: 0, responseStandardMinutes: 60 },
    },
  }
}

const MOVED = aPosting({ id: 'p', typeId: PLATOON, count: 1, fromBaseId: 'west', placeId: 'east' })

function factsOf(
  courses: readonly NamedCourse[],
  settings: Partial<StressSettings> = {},
): StressFacts {
  return {
    courses,
    settings: { ...USUAL_STRESS, drawCount: 8, ...settings },
    threshold: null,
    incidentCounts: null,
    surgeFactor: 2,
    shocks: { shocks: [], shockRestrictions: [], season: 'byMonth', sentences: {} },
  }
}

function answerOf(facts: StressFacts, stopAfter = Infinity): StressAnswer {
  const steps = stressOf(facts, travelOf)
  for (let asked = 0; ; asked++) {
    const step = steps.next(asked >= stopAfter)
    if (step.done) return step.value
  }
}

const ALL_IDS = answerOf(factsOf([courseOf('a')])).options.map(({ id }) => id)

describe('stressOf', () => {
  it('gives two equal courses equal values in every future, and no regret', () => {
    const courses = [courseOf('a', [MOVED]), courseOf('b', [MOVED])]
    for (const measureId of STRESS_MEASURES) {
      const answer = answerOf(factsOf(courses, { measureId, futureIds: ALL_IDS }))
      expect(answer.futures).toHaveLength(ALL_IDS.length)
      expect(answer.values[0]).toEqual(answer.values[1])
      expect(answer.ranges[0]).toEqual(answer.ranges[1])
      expect(answer.regrets.flat().every((regret) => regret === 0)).toBe(true)
      expect(answer.robustness.minimaxRegretIds).toEqual(['a', 'b'])
    }
  })

  it('draws need: ranges are wider than nothing, and another seed gives other figures', () => {
    const asked = { futureIds: [], drawCount: 20 }
    const one = answerOf(factsOf([courseOf('a')], asked))
    const other = answerOf(factsOf([courseOf('a')], { ...asked, seed: 2 }))
    expect(one.ranges[0]![0]![1]).toBeGreaterThan(one.ranges[0]![0]![0])
    expect(one.values).not.toEqual(other.values)
    expect(answerOf(factsOf([courseOf('a')], asked))).toEqual(one)
    const few = answerOf(factsOf([courseOf('a')], { ...asked, drawCount: 19 }))
    expect(few.ranges.flat(2)).toEqual([Number.NaN, Number.NaN])
  })

  it('says without draws what the measures say', () => {
    const courses = [courseOf('a'), courseOf('b', [MOVED])]
    for (const measureId of STRESS_MEASURES) {
      const { values, drawCount } = answerOf(factsOf(courses, { measureId, drawCount: 0 }))
      expect(drawCount).toBe(0)
      courses.forEach((course, at) => {
        const terms = { baseline: courses[0]!, kappa: Number.NaN }
        expect(values[at]![0]).toBe(stressMeasure(measureId).measure(course, terms).value)
      })
    }
  })

  it('says in draws what the measures say of the courses in those draws', () => {
    const courses = [courseOf('a'), courseOf('b', [MOVED])]
    const draws = drawsOf({ seed: 9, drawCount: 3, areaCount: GROUND.areaNames.length })
    for (const measureId of STRESS_MEASURES) {
      const settings = { measureId, drawCount: 3, seed: 9, futureIds: [] }
      const { values } = answerOf(factsOf(courses, settings))
      courses.forEach((course, at) => {
        const terms = { baseline: courses[0]!, kappa: Number.NaN }
        const said = draws.map(
          (draw) => stressMeasure(measureId).measure(drawnCourse(course, draw), terms).value!,
        )
        expect(new Set(said).size).toBe(3)
        // Whole units of minutes are rounded before the measure divides, after it here.
        const digits = measureId === 'worstTenthMinutes' ? 2 : 12
        expect(values[at]![0]).toBeCloseTo((said[0]! + said[1]! + said[2]!) / 3, digits)
      })
    }
  })

  it('never serves anybody better for a place that is lost', () => {
    const places = ['west', 'middle', 'east']
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            from: fc.constantFrom('west', 'middle'),
            to: fc.constantFrom(...places),
            count: fc.integer({ min: 1, max: 2 }),
          }),
          { maxLength: 3 },
        ),
        fc.constantFrom<StressMeasureId>('peopleWithinStandard', 'needMet', 'worstCounty'),
        (moves, measureId) => {
          const postings = moves.map(({ from, to, count }, i) =>
            aPosting({ id: `p${i}`, typeId: PLATOON, count, fromBaseId: from, placeId: to }),
          )
          const futureIds = ALL_IDS.filter((id) => id.startsWith('base:') || id.startsWith('unit:'))
          const answer = answerOf(
            factsOf([courseOf('a', postings)], { measureId, futureIds, drawCount: 3 }),
          )
          for (const loss of answer.losses[0]!) expect(loss).toBeGreaterThanOrEqual(-1e-12)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('ends with the draws that it has when it is stopped, one at least', () => {
    const courses = [courseOf('a'), courseOf('b', [MOVED])]
    for (const stopAfter of [0, 2, 5, 9, 14]) {
      const stopped = answerOf(factsOf(courses, { drawCount: 40 }), stopAfter)
      expect(stopped.wasStopped).toBe(true)
      expect(stopped.drawCount).toBeGreaterThan(0)
      expect(stopped.drawCount).toBeLessThan(40)
      const futureIds = stopped.futures.map(({ id }) => id)
      const { drawCount } = stopped
      const whole = answerOf(factsOf(courses, { drawCount, futureIds }))
      expect(stopped).toEqual({ ...whole, wasStopped: true, settings: stopped.settings })
    }
  })

  it('lists all that could be tried, and is usually on for what hurts most', () => {
    const { options, futures } = answerOf(factsOf([courseOf('a'), courseOf('b', [MOVED])]))
    expect(options.map(({ kind }) => kind).filter((kind) => kind === 'baseLost')).toHaveLength(3)
    const kinds = futures.map(({ kind }) => kind)
    expect(kinds[0]).toBe('asIs')
    expect(kinds).toContain('unitLost')
    expect(kinds).toContain('surge')
    expect(kinds.filter((kind) => kind === 'baseLost').length).toBeLessThanOrEqual(2)
    const east = options.find(({ id }) => id === 'base:east')!
    expect(east.detail).toBe('held in b; who stands there is gone with it')
  })

  it('says of a unit that others stay with that nobody waits longer without it', () => {
    const { options, values, futures } = answerOf(
      factsOf([courseOf('a', [{ ...MOVED, placeId: 'middle' }])], {
        futureIds: ['unit:unit-middle'],
        drawCount: 0,
      }),
    )
    const lost = options.find(({ id }) => id === 'unit:unit-middle')!
    expect(lost.detail).toContain('others stay where it stood')
    expect(futures.map(({ id }) => id)).toEqual(['asIs', 'unit:unit-middle'])
    expect(values[0]![1]).toBe(values[0]![0])
  })

  it('counts how often a county stays under the floor', () => {
    const course = courseOf('a')
    const strict = {
      ...course,
      input: { ...course.input, operation: { ...course.input.operation, floorShare: 1 } },
    }
    const { underserved, floorShare } = answerOf(factsOf([strict], { futureIds: [] }))
    expect(floorShare).toBe(1)
    expect(underserved.map(({ name, shares }) => [name, shares])).toEqual([
      ['West County', [1]],
      ['East County', [1]],
    ])
  })
})
