import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Course } from '#analysis/compare/course.ts'
import { courseFigures, wholeCourses } from '#analysis/compare/course-figures.ts'
import type { FigurePart } from '#analysis/compare/measures/measure.ts'
import { COMPARE_MEASURES, compareMeasureNamed } from '#analysis/compare/measures/registry.ts'
import { compareScenarios } from '#analysis/compare/scenario-measures.ts'
import { troopsByPlace } from '#analysis/compare/troops.ts'
import { patrolDaysOfVisit, visitsNeeded } from '#analysis/zones/patrol-rhythm.ts'
import { randomCourses, randomWhole, seeds } from './random-courses.ts'

const sumOf = (rows: readonly FigurePart[], of: (row: FigurePart) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0)

describe('the measures that courses are compared by', () => {
  it('have weights of a hundred, ids of their own, and a definition that begins with a short sentence', () => {
    expect(COMPARE_MEASURES.reduce((sum, { usualWeight }) => sum + usualWeight, 0)).toBe(100)
    expect(new Set(COMPARE_MEASURES.map(({ id }) => id)).size).toBe(COMPARE_MEASURES.length)
    for (const { id, definition } of COMPARE_MEASURES) {
      expect(definition, id).toMatch(/^[A-Z].*\.$/)
      expect(definition.split('. ')[0]!.length, id).toBeLessThanOrEqual(40)
      expect(compareMeasureNamed(id)?.id).toBe(id)
    }
    expect(compareMeasureNamed('civilianImpact')?.isAlwaysShown).toBe(true)
  })

  it('are the sums and ratios of their parts, to the last bit', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { whole, terms } = randomWhole(seed)
        for (const course of whole) {
          for (const measure of COMPARE_MEASURES) {
            const { value } = measure.measure(course, terms)
            const { kind, rows } = measure.parts(course, terms)
            const isWhole = (row: FigurePart) =>
              Number.isFinite(row.amount) && Number.isFinite(row.of ?? 0) && row.label !== ''
            expect(rows.every(isWhole), measure.id).toBe(true)
            const above = sumOf(rows, ({ amount }) => amount)
            const below = sumOf(rows, ({ of }) => of ?? 0)
            if (kind === 'sum' && value !== null) expect(above, measure.id).toBe(value)
            if (kind === 'ratio' && value !== null) expect(above / below, measure.id).toBe(value)
            expect(value === null || Number.isFinite(value), measure.id).toBe(true)
            if (value === null) expect(rows, measure.id).toEqual([])
          }
        }
      }),
      { numRuns: 5 },
    )
  })

  it('say where need is met by past patrols alone, as nobody stands anywhere, and change no figure', () => {
    const { whole, terms } = randomWhole(4)
    const needMet = compareMeasureNamed('needMet')!
    const [course] = whole as [Course]
    expect(needMet.measure(course, terms).note).toBeNull()
    const empty = { ...course, input: { ...course.input, units: [], postings: [] } }
    expect(needMet.measure(empty, terms)).toEqual({
      value: needMet.measure(course, terms).value,
      note: 'no unit is in place: need met counts patrols of the past',
    })
  })

  it('count everybody once, by community as by county, and lose whom the standard loses', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { courses, whole, terms } = randomWhole(seed)
        const [now, ...others] = whole as [Course, ...Course[]]
        const numberOf = (id: string, course: Course) =>
          compareMeasureNamed(id)!.measure(course, terms).value!
        const three = ['peopleWithinStandard', 'peopleBeyondStandard', 'peopleOutOfReach']
        for (const course of whole) {
          const all = three.reduce((sum, id) => sum + numberOf(id, course), 0)
          const people = courses.ground.peopleCount
          const exact = people.reduce((sum, count) => sum + Math.round(1024 * count), 0) / 1024
          expect(all).toBe(exact)
        }
        for (const course of others) {
          const moved = compareScenarios(now, course, now)
          const gain =
            numberOf('peopleWithinStandard', course) - numberOf('peopleWithinStandard', now)
          expect(moved.gainedPeopleCount - moved.lostPeopleCount).toBe(gain)
          expect(numberOf('civilianImpact', course)).toBe(moved.lostPeopleCount)
          const { rows } = compareMeasureNamed('civilianImpact')!.parts(course, terms)
          for (const { areaIndex, lostPeopleCount } of moved.counties) {
            const here = rows.filter((row) => (row.areaIndex ?? -1) === areaIndex)
            expect(sumOf(here, ({ amount }) => amount)).toBe(lostPeopleCount)
          }
        }
        expect(numberOf('civilianImpact', now)).toBe(0)
      }),
      { numRuns: 5 },
    )
  })

  it('say honestly what a scenario without units does', () => {
    const { whole, terms } = randomWhole(3, { isEmpty: true })
    const said = Object.fromEntries(
      COMPARE_MEASURES.map(({ id, measure }) => [id, measure(whole[1]!, terms).value]),
    )
    expect(said).toMatchObject({
      needMet: 0,
      peopleWithinStandard: 0,
      inReachWithoutCapacity: 0,
      worstCounty: 0,
      equalMinutes: null,
      worstTenthMinutes: null,
      patrolPresence: 0,
      troopsPosted: 0,
      vehicles: 0,
      cost: 0,
      reserveLeft: 0,
      unknownShare: null,
      civilianImpact: 0,
    })
    expect(said['peopleOutOfReach']).toBeGreaterThan(0)
  })

  it('score on scales that do not depend on which courses are shown', () => {
    const three = randomCourses(11)
    const two = { ...three, courses: three.courses.slice(0, 2) }
    expect(courseFigures(two).scales).toEqual(courseFigures(three).scales)
    expect(courseFigures(two).kappa).toBe(courseFigures(three).kappa)
    for (const { id, isHighGood } of COMPARE_MEASURES) {
      const { worst, best } = courseFigures(three).scales[id]!
      expect(isHighGood ? best > worst : worst > best, id).toBe(true)
    }
  })

  it('are not taken without the current posture', () => {
    const { courses, ...others } = randomCourses(2)
    expect(() => courseFigures({ ...others, courses: courses.slice(1) })).toThrow(
      /^The current posture is not among/,
    )
  })

  it('have no parts where they cannot be said', () => {
    const { whole, terms } = randomWhole(1)
    const nobody = { ...terms.baseline, careMinutes: [null, null, null] }
    const dark = whole.map((course) => ({
      ...course,
      input: {
        ...course.input,
        postings: [],
        units: course.input.units.map((unit) => ({ ...unit, elements: [], strengthCount: null })),
      },
    }))
    for (const [id, course] of [
      ['casevac', whole[0]!],
      ['patrolPresence', dark[0]!],
    ] as const) {
      const measure = compareMeasureNamed(id)!
      const under = { ...terms, baseline: nobody }
      expect(measure.measure(course, under).value, id).toBeNull()
      expect(measure.parts(course, under).rows, id).toEqual([])
    }
  })

  it('judge every course by the care that is given today', () => {
    const { whole, terms } = randomWhole(5)
    const casevac = compareMeasureNamed('casevac')!
    const met = casevac.measure(whole[0]!, terms).value!
    const withoutAdvanced = { ...whole[0]!, careMinutes: [whole[0]!.careMinutes[0]!, null, null] }
    const withSurgery = {
      ...whole[0]!,
      careMinutes: whole[0]!.careMinutes.map((m) => m ?? whole[0]!.careMinutes[0]!),
    }
    expect(met).toBeGreaterThan(0)
    expect(casevac.measure(withoutAdvanced, terms).value).toBe(0)
    expect(casevac.measure(withSurgery, terms).value).toBe(met)
    const nobody = { ...terms, baseline: { ...terms.baseline, careMinutes: [null, null, null] } }
    expect(casevac.measure(whole[0]!, nobody).value).toBeNull()
  })
})

describe('patrols that troops can put out', () => {
  const presence = compareMeasureNamed('patrolPresence')!
  const without = compareMeasureNamed('inReachWithoutCapacity')!

  /** One base in the middle of plain ground, everybody so many minutes away. */
  function oneBase(troopCount: number | null, minutes: number): Course {
    const [course] = wholeCourses(randomCourses(8, { count: 1 })) as [Course]
    const { ground, bases, units } = course.input
    const unit = { ...units[0]!, baseId: bases[0]!.id, strengthCount: troopCount, elements: [] }
    const peopleCount = ground.peopleCount.map(() => 100)
    const score = course.situation.need.score.map(() => 4)
    const need = { ...course.situation.need, score }
    const responseMinutes = ground.peopleCount.map(() => minutes)
    return {
      ...course,
      input: { ...course.input, ground: { ...ground, peopleCount }, units: [unit] },
      situation: { ...course.situation, need, responseMinutes },
    }
  }

  it('are as many as its strength allows of the days that visits take', () => {
    const course = oneBase(70, 60)
    const cells = course.input.ground.peopleCount.length
    const days = cells * visitsNeeded(100, 4) * patrolDaysOfVisit(60)
    const share = 30 / days
    const terms = { baseline: course, kappa: -0.01 }
    expect(presence.measure(course, terms).value).toBeCloseTo(share, 4)
    expect(without.measure(course, terms).value).toBe(Math.round((1 - share) * cells * 100))
    expect(presence.measure(oneBase(70_000, 60), terms).value).toBe(1)
    expect(without.measure(oneBase(70_000, 60), terms).value).toBe(0)
  })

  it('are not known where nobody knows the strength, and none where nobody is', () => {
    const course = oneBase(null, 60)
    const terms = { baseline: course, kappa: -0.01 }
    expect(presence.measure(course, terms).value).toBeNull()
    expect(without.measure(course, terms).value).toBeNull()
    expect(presence.measure(oneBase(70, Number.NaN), terms).value).toBe(0)
  })

  it('keep every soldier: postings move them, and make none', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { whole } = randomWhole(seed, { count: 2 })
        const [now, moved] = whole as [Course, Course]
        const postings = moved.input.postings.filter(({ fromBaseId }) => fromBaseId !== null)
        const all = (course: Course) =>
          [...troopsByPlace(course.input).values()].reduce((sum, count) => sum + (count || 0), 0)
        const same = { ...moved, input: { ...moved.input, postings } }
        expect(all(same)).toBe(all(now))
      }),
      { numRuns: 40 },
    )
  })
})
