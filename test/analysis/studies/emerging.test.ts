import { expect, it } from 'vitest'
import { EMERGING_NAMES } from '#analysis/studies/emerging/class-names.ts'
import { EMERGING } from '#analysis/studies/emerging/index.ts'
import { blockOf, sentencesOf } from './answers.ts'
import { cellAt, reportsAtCells, someStudyFacts, twoCountyCells } from './study-facts.ts'

const centre = cellAt([-9.12, 6.7])
const { neighbourOffsets, neighbours } = twoCountyCells.grid
const patch = new Set([
  centre,
  ...neighbours.subarray(neighbourOffsets[centre], neighbourOffsets[centre + 1]),
])
const throughout = Array.from({ length: 13 }, (_, step) =>
  reportsAtCells(() => 1, 5 + 28 * step),
).flat()

it('finds what broke out in the last four weeks', () => {
  const answer = EMERGING.ask(
    someStudyFacts([...throughout, ...reportsAtCells((cell) => (cell === centre ? 60 : 0), 3)]),
    {},
  )
  expect(EMERGING_NAMES[answer.values![centre]!]).toBe('Newly hot')
  expect(blockOf(answer, 'table', 'Hot, with').rows[0]!.cells.slice(1)).toEqual([
    'Newly hot',
    '61',
    '73',
  ])
  const classes = blockOf(answer, 'table', 'What became').rows
  const cells = classes.reduce((sum, row) => sum + Number(row.cells[1]), 0)
  expect(cells).toBe(answer.values!.filter((code) => !Number.isNaN(code)).length)
  expect(sentencesOf(answer)[0]).toContain('newly hot')
})

it('calls what was hot all year hot throughout', () => {
  const steady = Array.from({ length: 13 }, (_, step) =>
    reportsAtCells((cell) => (patch.has(cell) ? 12 : 0), 5 + 28 * step),
  ).flat()
  const { values } = EMERGING.ask(someStudyFacts([...throughout, ...steady]), {})
  expect(EMERGING_NAMES[values![centre]!]).toBe('Hot throughout')
})

it('says that a handful of reports shows nothing', () => {
  const answer = EMERGING.ask(
    someStudyFacts(reportsAtCells((cell) => (cell === centre ? 9 : 0))),
    {},
  )
  expect(answer.values!.every(Number.isNaN)).toBe(true)
  expect(sentencesOf(answer)[0]).toContain('Only 9 reports')
})
