import { expect, it } from 'vitest'
import { NEAR_REPEAT } from '#analysis/studies/near-repeat/index.ts'
import { createRandom } from '#core/random.ts'
import type { TestIncident } from '../small-ground.ts'
import { blockOf, parameterOf, sentencesOf } from './answers.ts'
import { someStudyFacts } from './study-facts.ts'

function scattered(count: number): TestIncident[] {
  const random = createRandom(3)
  return Array.from({ length: count }, () => ({
    at: [-9.55 + 0.5 * random.next(), 6.45 + 0.5 * random.next()],
    ageDays: 10 + 340 * random.next(),
  }))
}

const followed = scattered(150).flatMap((first): TestIncident[] => [
  first,
  { at: [first.at[0] + 0.005, first.at[1]], ageDays: first.ageDays - 3 },
])

it('finds that incidents are followed by others nearby, and where that is so now', () => {
  const answer = NEAR_REPEAT.ask(
    someStudyFacts([...followed, { at: [-9.12, 6.7], ageDays: 2 }]),
    {},
  )
  const [first, second] = sentencesOf(answer)
  expect(first).toMatch(/^After an incident, others within 2 km and 7 days are \d+\.\d times/)
  const { cells } = blockOf(answer, 'matrix')
  expect(cells[0]!.isStrong).toBe(true)
  expect(Number(cells[0]!.text)).toBeGreaterThan(3)
  expect(first).toContain(`${Number(cells[0]!.text).toFixed(1)} times`)
  const raised = answer.values!.filter((count) => count > 0)
  expect(second).toContain(`${raised.length} cell`)
  expect(parameterOf(answer, 'Shuffles')).toBe('999')
})

it('says that nothing was seen where incidents lie anyhow', () => {
  const answer = NEAR_REPEAT.ask(someStudyFacts(scattered(300)), {})
  expect(sentencesOf(answer)[0]).toContain('is not seen to be followed')
  expect(answer.values!.every((count) => Number.isNaN(count) || count === 0)).toBe(true)
})

it('takes no move from one county to another for repeats', () => {
  const moved = scattered(400).map(
    ({ at, ageDays }): TestIncident => ({
      at: [(ageDays > 180 ? -9.58 : -9.16) + 0.26 * (at[0] + 9.55), at[1]],
      ageDays,
    }),
  )
  const answer = NEAR_REPEAT.ask(someStudyFacts(moved), {})
  expect(sentencesOf(answer)[0]).toContain(
    'incidents grew in number, followed a season, or moved across the theatre',
  )
  expect(answer.values!.some((count) => count > 0)).toBe(false)
})

it('does not compare a handful, nor what has no exact place', () => {
  const loose = followed.map((one) => ({ ...one, positionErrorMetres: 5000 }))
  const sentences = sentencesOf(NEAR_REPEAT.ask(someStudyFacts(loose), {}))
  expect(sentences[0]).toContain('No report has a place')
  expect(sentences[1]).toContain('300 of 300 reports are placed less exactly than 2 km')
})
