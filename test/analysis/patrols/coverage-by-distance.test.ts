import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CoverageFacts,
  coverageByDistance,
  nearestBaseKilometres,
} from '#analysis/patrols/coverage-by-distance.ts'
import { twoCounties } from '../small-ground.ts'

const cell = fc.record({
  distance: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(Number.NaN)),
  peopleCount: fc.integer({ min: 0, max: 900 }),
  needScore: fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.constant(Number.NaN)),
  presenceShare: fc.double({ min: 0, max: 1, noNaN: true }),
  visitCount: fc.integer({ min: 0, max: 9 }),
  teamMinutes: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constant(Number.NaN)),
})
type Cell = { readonly [key in keyof CoverageFacts]: number }

const factsOf = (cells: readonly Cell[]): CoverageFacts => ({
  distance: cells.map(({ distance }) => distance),
  peopleCount: cells.map(({ peopleCount }) => peopleCount),
  needScore: cells.map(({ needScore }) => needScore),
  presenceShare: cells.map(({ presenceShare }) => presenceShare),
  visitCount: cells.map(({ visitCount }) => visitCount),
  teamMinutes: cells.map(({ teamMinutes }) => teamMinutes),
})

describe('coverageByDistance', () => {
  it('has all people and all visits in its rows, each cell in one', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
        const rows = coverageByDistance(factsOf(cells), [10, 30, 60])
        const sum = (of: (row: (typeof rows)[number]) => number) =>
          rows.reduce((total, row) => total + of(row), 0)
        const total = (of: (one: Cell) => number) => cells.reduce((all, one) => all + of(one), 0)
        expect(rows.length).toBe(5)
        expect(sum((row) => row.cellCount)).toBe(cells.length)
        expect(sum((row) => row.peopleCount)).toBe(total((one) => one.peopleCount))
        expect(sum((row) => row.visitCount)).toBe(total((one) => one.visitCount))
        const needed = total(({ peopleCount, needScore }) =>
          Number.isNaN(needScore) ? 0 : peopleCount * needScore,
        )
        if (needed > 0) expect(sum((row) => row.needShare)).toBeCloseTo(1, 9)
        for (const { from, to, cellCount, needMean, presenceMean } of rows) {
          const inside = cells.filter(({ distance }) =>
            Number.isNaN(to)
              ? Number.isNaN(distance)
              : distance <= to && (distance > from || (from === 0 && distance === 0)),
          )
          expect(cellCount).toBe(inside.length)
          expect(Number.isNaN(needMean) || (needMean >= 0 && needMean <= 10 + 1e-9)).toBe(true)
          expect(Number.isNaN(presenceMean) || presenceMean <= 1 + 1e-9).toBe(true)
        }
      }),
    )
  })

  it('shows patrols that stay near the base while need is far', () => {
    const near = {
      distance: 5,
      peopleCount: 1000,
      needScore: 2,
      presenceShare: 0.9,
      visitCount: 18,
      teamMinutes: 45,
    }
    const far = {
      distance: 50,
      peopleCount: 1000,
      needScore: 8,
      presenceShare: 0.1,
      visitCount: 2,
      teamMinutes: 15,
    }
    const unknown = { ...far, needScore: Number.NaN, visitCount: 0, teamMinutes: Number.NaN }
    const [first, second] = coverageByDistance(factsOf([near, far, unknown]), [10])
    expect(first).toMatchObject({ from: 0, to: 10, needMean: 2, visitsPerThousandPeople: 18 })
    expect(second).toMatchObject({ needMean: 8, unknownNeedPeopleCount: 1000, visitCount: 2 })
    expect([first!.teamTimeShare, second!.teamTimeShare]).toEqual([0.75, 0.25])
    expect(second).toMatchObject({ needShare: 0.8, visitShare: 0.1, unvisitedPeopleCount: 1000 })
  })
})

describe('nearestBaseKilometres', () => {
  it('is 0 on a base, never more with one more base, and unknown without any', () => {
    const { grid } = twoCounties()
    const first = [grid.lonDegrees[3]!, grid.latDegrees[3]!] as const
    const one = nearestBaseKilometres(grid, [first])
    const two = nearestBaseKilometres(grid, [first, [grid.lonDegrees[9]!, grid.latDegrees[9]!]])
    expect(one[3]).toBe(0)
    two.forEach((kilometres, i) => {
      expect(kilometres).toBeLessThanOrEqual(one[i]!)
    })
    expect(two[9]).toBe(0)
    expect(nearestBaseKilometres(grid, [])[0]).toBeNaN()
  })
})
