import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gainBetween, minutesLost } from '#analysis/access/gain.ts'
import { restrictionCosts } from '#analysis/access/restriction-costs.ts'
import { reachOf } from '#analysis/reach/reach.ts'
import { aRestriction } from '#support/build.ts'
import {
  accessFacts,
  breakAt,
  meshGround,
  meshLines,
  meshRestriction,
  meshSide,
  ONE_ROAD,
} from './small-theatre.ts'

describe('what a restriction costs', () => {
  it('is never less than nothing, and what lifting it on a fresh ground gives (random ones)', () => {
    fc.assert(
      fc.property(
        meshLines,
        fc.array(meshRestriction, { minLength: 1, maxLength: 5 }),
        (lines, drawn) => {
          const restrictions = drawn.map((parts, i) => aRestriction({ ...parts, id: `r${i}` }))
          const facts = accessFacts(meshGround(meshSide, lines), { restrictions })
          const minutesWith = (some: typeof restrictions) =>
            reachOf({ ...facts, restrictions: some }, facts.vehicle)(facts.starts)
          const { costs, minutes, minutesWithoutAll } = restrictionCosts(facts)
          expect(minutes).toEqual(minutesWith(restrictions))
          expect(minutesWithoutAll).toEqual(minutesWith([]))
          expect(costs).toHaveLength(restrictions.length)
          for (const { restriction, minutesWithout, gain } of costs) {
            expect(minutesWithout).toEqual(
              minutesWith(restrictions.filter((each) => each !== restriction)),
            )
            minutes.forEach((before, cell) => {
              if (Number.isNaN(before)) return
              expect(minutesWithout[cell]).toBeLessThanOrEqual(before + 1e-9)
              expect(minutesWithoutAll[cell]).toBeLessThanOrEqual(minutesWithout[cell]! + 1e-9)
            })
            expect(Math.min(...Object.values(gain))).toBeGreaterThanOrEqual(0)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('ranks people within the standard first, and leaves those out of reach out of the minutes', () => {
    const closed = breakAt(37, { id: 'closed' })
    const slow = breakAt(7, { id: 'slow', effect: { type: 'delay', delayMinutes: 30 } })
    const { costs, gainOfAll } = restrictionCosts(
      accessFacts(ONE_ROAD, { restrictions: [closed, slow] }, { responseStandardMinutes: 50 }),
    )
    const gainOf = (id: string) => costs.find(({ restriction }) => restriction.id === id)!.gain
    expect(costs[0]!.restriction.id).toBe('slow')
    expect(gainOf('closed').savedPeopleMinutes).toBe(0)
    expect(gainOf('closed').backInReachPeopleCount).toBeGreaterThan(0)
    const { savedPeopleMinutes, soonerPeopleCount } = gainOf('slow')
    expect(savedPeopleMinutes / soonerPeopleCount).toBeCloseTo(30, 6)
    expect(gainOfAll.backInReachPeopleCount).toBe(gainOf('closed').backInReachPeopleCount)
  })

  it('is nothing alone for two on one way, and each is told of the other', () => {
    const pair = [breakAt(15, { id: 'a' }), breakAt(18, { id: 'b' }), breakAt(900, { id: 'far' })]
    const { costs } = restrictionCosts(accessFacts(ONE_ROAD, { restrictions: pair }))
    const idsWith = (id: string) =>
      costs.find(({ restriction }) => restriction.id === id)?.onlyWith.map((each) => each.id)
    for (const { gain } of costs) expect(gain.backInReachPeopleCount).toBeLessThan(1)
    expect(idsWith('a')).toEqual(['b'])
    expect(idsWith('b')).toEqual(['a'])
    expect(idsWith('far')).toEqual([])
  })

  it('is one cost for the lines of a road that a shock denies', () => {
    const denied = { name: 'Road denied', shockId: 'denied' }
    const lines = [15, 18].map((east, i) => breakAt(east, { ...denied, id: `line-${i}` }))
    const { costs, gainOfAll } = restrictionCosts(accessFacts(ONE_ROAD, { restrictions: lines }))
    expect(costs.length).toBe(1)
    expect(costs[0]).toMatchObject({ gain: gainOfAll, onlyWith: [] })
    expect(gainOfAll.backInReachPeopleCount).toBeGreaterThan(0)
  })

  it('is lost by a cell only where there was something to lose', () => {
    const before = Float64Array.from([50, Number.NaN, Number.NaN, 20])
    const after = Float64Array.from([30, 70, Number.NaN, 20])
    expect([...minutesLost(before, after)]).toEqual([20, Number.POSITIVE_INFINITY, Number.NaN, 0])
    const peopleCount = Float64Array.from([10, 100, 1000, 5])
    expect(gainBetween(before, after, { peopleCount, standardMinutes: 40 })).toEqual({
      withinStandardPeopleCount: 10,
      backInReachPeopleCount: 100,
      savedPeopleMinutes: 200,
      soonerPeopleCount: 10,
    })
  })
})
