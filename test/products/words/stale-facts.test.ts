import { describe, expect, it } from 'vitest'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import { staleFact, staleUnderCompared } from '#products/words/stale-facts.ts'
import { aDataset, anOperation, PLANNING_AT, someIncidents } from '../../support/build.ts'

const COLUMNS = someIncidents([[-9.4, 6.6]])
const roads = { id: 'roads', kind: 'roads', title: 'Route status', expectedEveryHours: 12 } as const

/** An operation whose route status is from the planning instant. */
function withRoads(asOf: string | null = PLANNING_AT) {
  return anOperation({ datasets: [aDataset(COLUMNS, { ...roads, asOf })] })
}

const hoursOn = (hours: number) => instantOf(epochMinutesOf(PLANNING_AT) + 60 * hours)

describe('what is stale under a comparison', () => {
  it('is named with its age, when it is due, and what it does to the figures', () => {
    expect(staleUnderCompared(withRoads(), hoursOn(23.9))).toEqual([])
    expect(staleUnderCompared(withRoads(), hoursOn(24))).toEqual([
      'Route status 24 h old, due every 12 h: times may be too short',
    ])
    expect(staleUnderCompared(withRoads(null), hoursOn(99))).toEqual([])
  })
})

describe('staleFact', () => {
  it('speaks from twice the interval on, not before', () => {
    const document = withRoads()
    expect(staleFact(document, ['roads'], hoursOn(23.9))).toBeNull()
    expect(staleFact(document, ['roads'], hoursOn(24))).toEqual({
      sentence: 'Route status 24 h old (221200Z NOV): times may be too short',
      due: 'due every 12 h',
      moreCount: 0,
    })
  })

  it('is silent on data that the slide does not rest on, and on data without a date', () => {
    expect(staleFact(withRoads(), ['incidents'], hoursOn(99))).toBeNull()
    expect(staleFact(withRoads(null), ['roads'], hoursOn(99))).toBeNull()
  })

  it('names the most overdue and counts the others', () => {
    const document = anOperation({
      datasets: [
        aDataset(COLUMNS, { ...roads, asOf: PLANNING_AT }),
        aDataset(COLUMNS, { asOf: PLANNING_AT, expectedEveryHours: 1 }),
      ],
    })
    const fact = staleFact(document, ['roads', 'incidents'], hoursOn(30))
    expect(fact?.sentence).toContain('Incidents')
    expect(fact?.moreCount).toBe(1)
  })

  it('looks at the newest of a kind only', () => {
    const document = anOperation({
      datasets: [
        aDataset(COLUMNS, { ...roads, asOf: PLANNING_AT }),
        aDataset(COLUMNS, { ...roads, id: 'roads-2', asOf: hoursOn(20) }),
      ],
    })
    expect(staleFact(document, ['roads'], hoursOn(30))).toBeNull()
  })
})

describe('pictureNowAt', () => {
  it('goes on with the clock but for an exercise, and never back behind the planning instant', () => {
    const real = { isExercise: false, planningAt: PLANNING_AT }
    expect(pictureNowAt(real, hoursOn(5))).toBe(hoursOn(5))
    expect(pictureNowAt(real, hoursOn(-5))).toBe(PLANNING_AT)
    expect(pictureNowAt({ ...real, isExercise: true }, hoursOn(5))).toBe(PLANNING_AT)
  })
})
