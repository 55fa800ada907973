import { expect, it } from 'vitest'
import { hotSpots } from '#analysis/incidents/hot-spots.ts'
import { momentsOf } from '#analysis/statistics/moments.ts'
import { twoCounties } from '../small-ground.ts'

it('has no deviation where all values are the same, whatever rounding makes of their mean', () => {
  const { grid } = twoCounties()
  const same = new Float64Array(grid.cells.length).fill(0.1)
  expect(momentsOf(same)).toMatchObject({ count: same.length, deviation: 0 })
  expect(hotSpots(same, grid).confidence.every((sure) => sure === 0)).toBe(true)
  expect(momentsOf([1, Number.NaN, 3])).toEqual({ count: 2, mean: 2, deviation: 1 })
})
