import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dwellOf, engagedVisits, isEngaged } from '#analysis/patrols/dwell.ts'
import { cutTrack, type Space, TRACK_RULES } from '#analysis/patrols/track-cells.ts'
import { visitsOf } from '#analysis/patrols/visits.ts'
import { type Columns, numberColumn } from '#core/columns/columns.ts'
import type { LonLat } from '#core/place.ts'
import { NOW_MINUTES, patrolColumns, someVisits, twoCounties } from '../small-ground.ts'

const { grid } = twoCounties()
const PLANE: Space = {
  cellAt: (x, y) => Math.floor(x / 1000) * 100 + Math.floor(y / 1000),
  metresBetween: (xA, yA, xB, yB) => Math.hypot(xB - xA, yB - yA),
}

/** One patrol through these places, at these minutes of the hour before now. */
function aPatrol(
  fixes: readonly (readonly [at: LonLat, minute: number])[],
  team?: number,
): Columns {
  const columns = patrolColumns([{ line: fixes.map(([at]) => at), endedDaysAgo: 0 }])
  if (columns.geometry.type !== 'lines') throw new Error('no lines')
  const vertexEpochMinutes = Float64Array.from(fixes, ([, minute]) => NOW_MINUTES - 600 + minute)
  return {
    ...columns,
    geometry: { ...columns.geometry, vertexEpochMinutes },
    fields: {
      ...columns.fields,
      startedEpochMinutes: numberColumn([vertexEpochMinutes[0]!]),
      ...(team === undefined ? {} : { teamPeopleCount: numberColumn([team]) }),
    },
  }
}
const middle = (cell: number): LonLat => [grid.lonDegrees[cell]!, grid.latDegrees[cell]!]
const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0)

describe('minutes of a track', () => {
  const step = fc.tuple(
    fc.double({ min: 0, max: 9000, noNaN: true }),
    fc.double({ min: 0, max: 9000, noNaN: true }),
    fc.integer({ min: 0, max: 90 }),
  )

  it('sum to those of the stretches that are not broken, and none is less than nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 9 }), (steps) => {
        const [x, y] = [steps.map(([east]) => east), steps.map(([, north]) => north)]
        let minute = 0
        const epochMinutes = steps.map(([, , later]) => {
          minute += later
          return minute
        })
        let [handedOut, expected] = [0, 0]
        cutTrack({ x, y, epochMinutes }, PLANE, (_cell, _metres, _end, minutes) => {
          expect(minutes).toBeGreaterThanOrEqual(0)
          handedOut += minutes
        })
        for (let i = 1; i < x.length; i++) {
          const metres = PLANE.metresBetween(x[i - 1]!, y[i - 1]!, x[i]!, y[i]!)
          const minutes = epochMinutes[i]! - epochMinutes[i - 1]!
          const isStill = metres <= TRACK_RULES.stillMetres
          const isTooFast = !isStill && minutes > 0 && (metres * 60) / 1000 / minutes > 150
          const isBroken = minutes > (isStill ? 1440 : 60) || isTooFast
          if (!isBroken) expected += minutes
        }
        expect(handedOut).toBeCloseTo(expected, 6)
      }),
    )
  })

  it('are those of a night where the device stood and slept, and none after more than a day', () => {
    const minutesOf = (night: number, east: number) => {
      let all = 0
      cutTrack(
        { x: [500, 500 + east], y: [500, 500], epochMinutes: [0, night] },
        PLANE,
        (...piece) => {
          all += piece[3]
        },
      )
      return all
    }
    expect(minutesOf(700, 30)).toBe(700)
    expect(minutesOf(1500, 30)).toBe(0)
    expect(minutesOf(700, 300)).toBe(0)
  })
})

describe('visits', () => {
  it('tell driving through from stopping, though a cell takes minutes to cross', () => {
    const far: LonLat = [grid.lonDegrees[0]! + 0.3, grid.latDegrees[0]!]
    const through = visitsOf(
      grid,
      [
        aPatrol([
          [middle(0), 0],
          [far, 50],
        ]),
      ],
      NOW_MINUTES,
    )
    expect(sum(through.minutes)).toBeCloseTo(50, 6)
    expect(sum(through.slowMinutes)).toBe(0)
    expect([...through.cell.keys()].map((visit) => isEngaged(through, visit))).not.toContain(true)
    const stopped = visitsOf(
      grid,
      [
        aPatrol(
          [
            [middle(0), 0],
            [far, 50],
            [far, 62],
            [middle(0), 112],
          ],
          8,
        ),
      ],
      NOW_MINUTES,
    )
    const engaged = engagedVisits(stopped)
    expect(sum(stopped.minutes)).toBeCloseTo(112, 6)
    expect(engaged.cell.length).toBe(1)
    expect(engaged.slowMinutes[0]).toBeCloseTo(12, 9)
    expect([...engaged.teamPeopleCount]).toEqual([8])
  })

  it('say nothing of time where the track has none, and drop nobody', () => {
    const patrol = aPatrol([
      [middle(0), 0],
      [middle(5), 50],
    ])
    if (patrol.geometry.type !== 'lines') throw new Error('no lines')
    const untimed = { ...patrol, geometry: { ...patrol.geometry, vertexEpochMinutes: null } }
    const visits = visitsOf(grid, [untimed], NOW_MINUTES)
    expect(visits.cell.length).toBeGreaterThan(0)
    expect([...visits.minutes, ...visits.slowMinutes].every(Number.isNaN)).toBe(true)
    expect([...visits.teamPeopleCount].every(Number.isNaN)).toBe(true)
    expect(isEngaged(visits, 0)).toBeNull()
  })
})

describe('dwellOf', () => {
  const asked = { cellCount: 4, atEpochMinutes: NOW_MINUTES, windowDays: 30 }
  const day = (daysAgo: number) => NOW_MINUTES - daysAgo * 1440

  it('adds up minutes of teams and of people, and tells what is not known', () => {
    const visits = someVisits([0, 0, 1, 2, 3], [day(1), day(2), day(3), day(4), day(31)], {
      minutes: Float64Array.of(30, 20, 15, Number.NaN, 60),
      slowMinutes: Float64Array.of(10, 9.9, 15, Number.NaN, 60),
      teamPeopleCount: Float64Array.of(8, Number.NaN, Number.NaN, 6, 5),
    })
    const dwell = dwellOf(visits, asked)
    expect([...dwell.teamMinutes]).toEqual([50, 15, Number.NaN, 0])
    expect([...dwell.personMinutes]).toEqual([240, 0, 0, 0])
    expect([...dwell.sizedTeamMinutes]).toEqual([30, 0, 0, 0])
    expect([...dwell.engagedCount]).toEqual([1, 1, 0, 0])
    expect([...dwell.droveThroughCount]).toEqual([1, 0, 0, 0])
    expect([...dwell.untimedCount]).toEqual([0, 0, 1, 0])
  })

  it('keeps the time of a whole force, whatever the order of its visits', () => {
    const visit = fc.record({
      cell: fc.integer({ min: 0, max: 3 }),
      minutes: fc.integer({ min: 0, max: 200 }),
      team: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 30 }), (list) => {
        const of = (all: typeof list) =>
          dwellOf(
            someVisits(
              all.map(({ cell }) => cell),
              all.map(() => day(1)),
              {
                minutes: Float64Array.from(all, ({ minutes }) => minutes),
                slowMinutes: Float64Array.from(all, ({ minutes }) => minutes),
                teamPeopleCount: Float64Array.from(all, ({ team }) => team),
              },
            ),
            asked,
          )
        const dwell = of(list)
        expect(of([...list].reverse())).toEqual(dwell)
        expect(sum(dwell.teamMinutes)).toBe(list.reduce((all, { minutes }) => all + minutes, 0))
        expect(sum(dwell.personMinutes)).toBe(
          list.reduce((all, { minutes, team }) => all + minutes * team, 0),
        )
        expect(sum(dwell.engagedCount) + sum(dwell.droveThroughCount)).toBe(list.length)
      }),
    )
  })
})
