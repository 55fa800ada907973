import { expect, it } from 'vitest'
import { CLUSTERS } from '#analysis/studies/clusters/index.ts'
import { blockOf, parameterOf, sentencesOf } from './answers.ts'
import { cellAt, reportsAtCells, someStudyFacts, twoCountyCells } from './study-facts.ts'

const { grid } = twoCountyCells
const centre = cellAt([-9.12, 6.7])
const patch = new Set([
  centre,
  ...grid.neighbours.subarray(grid.neighbourOffsets[centre], grid.neighbourOffsets[centre + 1]),
])

it('finds a planted cluster and the quiet cell in the middle of it, and nothing far away', () => {
  const answer = CLUSTERS.ask(
    someStudyFacts(reportsAtCells((cell) => (cell === centre ? 0 : patch.has(cell) ? 30 : 1))),
    {},
  )
  expect(answer.values![centre]).toBe(4)
  const high = [...answer.values!.keys()].filter((cell) => answer.values![cell] === 1)
  for (const cell of high) expect(patch.has(cell)).toBe(true)
  expect(blockOf(answer, 'table', 'Kinds').rows[3]!.cells[1]).toBe(
    String(answer.values!.filter((code) => code === 4).length),
  )
  expect(parameterOf(answer, 'Draws')).toContain('9\u202f999')
  expect(parameterOf(answer, 'Seed')).toBe('41')
})

it('sees nothing where all report alike', () => {
  const answer = CLUSTERS.ask(someStudyFacts(reportsAtCells(() => 2)), {})
  expect(answer.values!.every((code) => code === 0)).toBe(true)
  expect(sentencesOf(answer)).toContain('No single cell stands out.')
})
