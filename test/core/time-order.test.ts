import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesWithin, timeOrder } from '#core/columns/time-order.ts'

const instant = fc.oneof(
  fc.integer({ min: 29_000_000, max: 29_000_050 }),
  fc.double({ min: -100, max: 29_900_000, noNaN: true }),
  fc.constant(Number.NaN),
)
const instants = fc.array(instant, { maxLength: 80 }).map((all) => Float64Array.from(all))
const bound = fc.oneof(
  fc.integer({ min: 28_999_990, max: 29_000_060 }),
  fc.double({ min: -200, max: 3e7, noNaN: true }),
)

describe('a time window as a range of places', () => {
  it('holds exactly the rows that a filter lets through', () => {
    fc.assert(
      fc.property(instants, bound, bound, (minutes, a, b) => {
        const window = [Math.min(a, b), Math.max(a, b)] as const
        const order = timeOrder(minutes)
        const [first, last] = placesWithin(order, window)
        const shown = [...order.rows.subarray(first, last)].sort((x, y) => x - y)
        const filtered = [...minutes.keys()].filter(
          (row) => minutes[row]! >= window[0] && minutes[row]! < window[1],
        )
        expect(shown).toEqual(filtered)
      }),
    )
  })

  it('is every row without a window, those without a date last', () => {
    fc.assert(
      fc.property(instants, (minutes) => {
        const order = timeOrder(minutes)
        expect(placesWithin(order, null)).toEqual([0, minutes.length])
        expect([...order.rows].sort((a, b) => a - b)).toEqual([...minutes.keys()])
        const undated = minutes.filter(Number.isNaN).length
        expect(order.datedCount).toBe(minutes.length - undated)
        expect(order.epochMinutes.subarray(order.datedCount).every(Number.isNaN)).toBe(true)
      }),
    )
  })

  it('leaves equal instants in their order', () => {
    fc.assert(
      fc.property(instants, (minutes) => {
        const { rows, epochMinutes } = timeOrder(minutes)
        for (let place = 1; place < rows.length; place++) {
          const isSame = Object.is(epochMinutes[place - 1], epochMinutes[place])
          if (isSame) expect(rows[place - 1]!).toBeLessThan(rows[place]!)
          else expect(epochMinutes[place - 1]! > epochMinutes[place]!).toBe(false)
        }
      }),
    )
  })

  it('sorts instants too far apart to be packed with their row', () => {
    const minutes = Float64Array.of(1e15, 3, Number.NaN, 2, 2, -1e15)
    expect([...timeOrder(minutes).rows]).toEqual([5, 3, 4, 1, 0, 2])
  })

  it('knows whether rows lie in order, those without a date last', () => {
    fc.assert(
      fc.property(instants, (minutes) => {
        const { rows, epochMinutes, isAsGiven } = timeOrder(minutes)
        expect(isAsGiven).toBe([...rows].every((row, place) => row === place))
        expect(timeOrder(epochMinutes).isAsGiven).toBe(true)
      }),
    )
  })
})
