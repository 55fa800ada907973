import { expect, it } from 'vitest'
import { DETECTION } from '#analysis/studies/detection/index.ts'
import { blockOf, EAST, monthsAgo, sentencesOf, WEST } from './answers.ts'
import { cellAt, someStudyFacts } from './study-facts.ts'

const answer = DETECTION.ask(
  someStudyFacts([
    ...Array.from({ length: 6 }, () => ({ at: EAST, ageDays: monthsAgo(1) })),
    ...Array.from({ length: 2 }, () => ({
      at: EAST,
      ageDays: monthsAgo(2),
      detection: 'discovered',
    })),
    { at: WEST, ageDays: monthsAgo(1), detection: 'discovered' },
    { at: EAST, ageDays: 400 },
  ]),
  {},
)

it('counts what was reported and what was found apart, month by month', () => {
  expect(blockOf(answer, 'months', 'Reported').observed.slice(-2)).toEqual([0, 6])
  expect(blockOf(answer, 'months', 'Found').observed.slice(-2)).toEqual([2, 1])
  expect(sentencesOf(answer)[0]).toContain(
    'reported 6 incidents in 365 days; patrols found 3 more, 33 %',
  )
})

it('counts those that are placed loosely by county, and leaves out months before the record', () => {
  const found = Array.from({ length: 10 }, () => ({
    at: EAST,
    ageDays: monthsAgo(1),
    detection: 'discovered',
  }))
  const loose = Array.from({ length: 30 }, () => ({
    at: EAST,
    ageDays: monthsAgo(1),
    positionErrorMetres: 40_000,
  }))
  const old = { at: EAST, ageDays: monthsAgo(3), positionErrorMetres: 40_000 }
  const loosely = DETECTION.ask(someStudyFacts([...found, ...loose, old]), {})
  const rows = blockOf(loosely, 'intervals').rows
  expect(rows.find(({ name }) => name === 'East County')!.value).toBeCloseTo(1000 / 41, 9)
  expect(blockOf(loosely, 'months', 'Reported').observed).toEqual([0, 30])
})

it('shows where only patrols found any', () => {
  expect(answer.values![cellAt(WEST)]).toBe(3)
  expect(answer.values![cellAt(EAST)]).toBe(1)
  expect(sentencesOf(answer)[1]).toContain('In 1 cell with 1\u202f000 people')
  expect(blockOf(answer, 'table').rows).toHaveLength(1)
})

it('has the exact interval of the share found in each county', () => {
  const { rows, reference } = blockOf(answer, 'intervals')
  expect(reference).toBeCloseTo(100 / 3, 9)
  // 2 of 8: R binom.test
  expect(rows[1]).toMatchObject({ name: 'East County', value: 25 })
  expect(rows[1]!.low).toBeCloseTo(3.185403, 4)
  expect(rows[1]!.high).toBeCloseTo(65.085577, 4)
  expect(rows[0]).toMatchObject({ name: 'West County', value: 100, high: 100 })
})
