import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdingClasses } from '#analysis/statistics/concentration.ts'
import { holdingHalfByChance } from '#analysis/studies/concentration/by-chance.ts'
import { CONCENTRATION } from '#analysis/studies/concentration/index.ts'
import { blockOf, sentencesOf } from './answers.ts'
import { cellAt, reportsAtCells, someStudyFacts, twoCountyCells } from './study-facts.ts'

const centre = cellAt([-9.12, 6.7])
const cellCount = twoCountyCells.grid.cells.length

it('finds the few cells that hold half of the reports', () => {
  const answer = CONCENTRATION.ask(
    someStudyFacts(reportsAtCells((cell) => (cell === centre ? cellCount : 1))),
    {},
  )
  const share = (100 / cellCount).toFixed(1)
  expect(sentencesOf(answer)[0]).toContain(
    `${share} % of settled cells hold 50 % of reports: 1 of ${cellCount}`,
  )
  expect(sentencesOf(answer)[1]).toContain('more crowded')
  const { across, up } = blockOf(answer, 'curve')
  expect([across[0], up[0], across.at(-1), up.at(-1)]).toEqual([0, 0, 1, 1])
  expect(up[1]).toBeCloseTo(cellCount / (2 * cellCount - 1), 12)
})

it('is not concentrated where all cells report alike', () => {
  const answer = CONCENTRATION.ask(someStudyFacts(reportsAtCells(() => 3)), {})
  const { rows } = blockOf(answer, 'table', 'In one')
  expect(rows.map(({ cells }) => cells[1])).toEqual(['0.00', '0.00'])
  expect(sentencesOf(answer)[1]).toContain('less crowded')
})

it('knows how few places hold half by chance', () => {
  const half = holdingHalfByChance(new Float64Array(1000).fill(5), 100, { drawCount: 199, seed: 1 })
  expect(half.value).toBeGreaterThan(0.04)
  expect(half.value).toBeLessThanOrEqual(0.05)
  expect(half.low).toBeLessThanOrEqual(half.value)
  expect(
    holdingHalfByChance(new Float64Array([0, 7, 0]), 9, { drawCount: 9, seed: 1 }).high,
  ).toBeCloseTo(1 / 3, 12)
})

it('maps the few cells that hold a quarter, half and 80 % of reports, and what is unknown', () => {
  const counts = [40, 30, 20, 5, 5, 0]
  const classes = holdingClasses(counts, [0.25, 0.5, 0.8])
  expect([...classes]).toEqual([4, 3, 2, 1, 1, 0])
  expect([...holdingClasses([7, 7, 7, 0], [0.25, 0.5, 0.8])]).toEqual([4, 4, 4, 0])
  const { values } = CONCENTRATION.ask(
    someStudyFacts(reportsAtCells((cell) => (cell === centre ? cellCount : 1))),
    {},
  )
  expect(values![centre]).toBe(4)
  expect(values!.filter((value) => value === 4)).toHaveLength(1)
  expect(CONCENTRATION.surface!.classNames[4]).toContain('quarter')
})

it('never leaves a class with less than its share', () => {
  const list = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(list, (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      fc.pre(total > 0)
      const classes = holdingClasses(counts, [0.25, 0.5, 0.8])
      for (const [at, share] of [0.25, 0.5, 0.8].entries()) {
        const held = counts.filter((_, i) => classes[i]! >= 4 - at)
        expect(held.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
          share * total - 1e-9,
        )
        const fewest = Math.min(...held)
        const without = held.filter((count) => count > fewest)
        expect(without.reduce((sum, count) => sum + count, 0)).toBeLessThan(share * total)
      }
    }),
  )
})
