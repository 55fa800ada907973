import { expect, it } from 'vitest'
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
