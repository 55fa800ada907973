import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeOf } from '#panels/plan/gap-chart.tsx'
import type { PlanMoment } from '#state/results-store.ts'

const moment = (objective: number, bound: number | null): PlanMoment => ({
  searchMoves: 0,
  elapsedSeconds: 0,
  objective,
  bound,
  gapShare: null,
})

describe('what the gap chart spans', () => {
  it('leaves loose first bounds out once nearer ones are there', () => {
    const [least, most] = rangeOf([moment(40, null), moment(47, 95), moment(48, 50)])
    expect(least).toBe(40)
    expect(most).toBeCloseTo(52, 9)
  })

  it('holds a bound that is all there is', () => {
    expect(rangeOf([moment(40, 95)])).toEqual([40, 95])
  })

  it('always holds all that the plan was worth, and the last bound', () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.option(value)), { minLength: 1, maxLength: 12 }),
        (pairs) => {
          const moments = pairs.map(([worth, over]) =>
            moment(worth, over === null ? null : worth + over),
          )
          const [least, most] = rangeOf(moments)
          const worths = moments.map(({ objective }) => objective)
          const last = moments.map(({ bound }) => bound).findLast((bound) => bound !== null)
          expect(least).toBeLessThan(most)
          expect(Math.min(...worths)).toBeGreaterThanOrEqual(least)
          expect(Math.max(...worths)).toBeLessThanOrEqual(most)
          expect(last ?? most).toBeLessThanOrEqual(most + 1e-9)
        },
      ),
    )
  })
})
