import { expect, it } from 'vitest'
import type { EvidenceSurface } from '#analysis/situation.ts'
import { EVIDENCE } from '#analysis/studies/evidence/index.ts'
import { heardFrom } from '#analysis/studies/evidence/sources.ts'
import type { StudyChoices } from '#analysis/studies/study.ts'
import { plain, someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const { evidence } = facts.situation
const cellCount = facts.ground.grid.cells.length

function tableOf(title: string, choices: StudyChoices = {}) {
  const found = EVIDENCE.ask(facts, choices).blocks.find(
    (block) => block.type === 'table' && block.title.startsWith(title),
  )
  if (found?.type !== 'table') throw new Error(`no table "${title}"`)
  return found
}

it('takes the latest of the three, and of two on one day the one named first', () => {
  const never = Number.NaN
  const surface: EvidenceSurface = {
    daysSincePatrol: Float64Array.of(5, 9, never, never, 3),
    daysSinceReport: Float64Array.of(7, 2, 40, never, 3),
    daysSinceSurvey: Float64Array.of(9, 9, 30, never, 9),
    daysSinceAny: Float64Array.of(5, 2, 30, never, 3),
  }
  expect(heardFrom(surface, 'any')).toEqual({
    days: surface.daysSinceAny,
    source: Int8Array.of(0, 1, 2, -1, 0),
  })
  expect(heardFrom(surface, 'withoutSurvey').source).toEqual(Int8Array.of(0, 1, 1, -1, 0))
  expect(heardFrom(surface, 'patrol').days).toEqual(surface.daysSincePatrol)
})

it('draws the evidence of the situation', () => {
  expect(EVIDENCE.ask(facts, {}).values).toEqual(evidence.daysSinceAny)
  expect(EVIDENCE.ask(facts, { sources: 'patrol' }).values).toEqual(evidence.daysSincePatrol)
})

it('has everybody in one class', () => {
  const counts = [
    [0, 7],
    [7, 30],
    [30, 90],
    [90, 180],
    [180, Number.POSITIVE_INFINITY],
  ].map(
    ([from, to]) =>
      [...evidence.daysSincePatrol].filter((days) => days >= from! && days < to!).length,
  )
  const never = [...evidence.daysSincePatrol].filter(Number.isNaN).length
  expect([...counts, never].reduce((sum, count) => sum + count, 0)).toBe(cellCount)
  expect(
    tableOf('People', { sources: 'patrol' }).rows.map(({ cells }) => plain(cells[2]!)),
  ).toEqual([...counts, never].map((count) => `${((100 * count) / cellCount).toFixed(0)} %`))
})

it('sends people to the communities whose need is not known, in the order of the situation', () => {
  const { unknownCommunities } = facts.situation
  const table = tableOf('Where to go')
  expect(table.rows.length + table.moreCount).toBe(unknownCommunities.length)
  expect(table.rows.map(({ cells }) => cells[0])).toEqual(
    [...unknownCommunities.slice(0, 8)].map((index) => facts.ground.communityNames[index]),
  )
})

it('parts the people of a county by source, and counts a survey of too few as none', () => {
  const east = tableOf('By county').rows.find(({ cells }) => cells[0] === 'East County')
  expect(plain(east!.cells[3]!)).toBe('0 %')
  const west = tableOf('By county').rows.find(({ cells }) => cells[0] === 'West County')
  expect(plain(west!.cells[4]!)).toBe('0 %')
})
