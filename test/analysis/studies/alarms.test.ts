import { expect, it } from 'vitest'
import { rateRatio } from '#analysis/incidents/trend.ts'
import { ALARMS } from '#analysis/studies/alarms/index.ts'
import type { TestIncident } from '../small-ground.ts'
import { blockOf, EAST, monthsAgo, sentencesOf, WEST } from './answers.ts'
import { someStudyFacts } from './study-facts.ts'

/** So many reports in each of the last whole months, the last one first. */
const monthly = (at: TestIncident['at'], countOf: (ago: number) => number, months = 49) =>
  Array.from({ length: months }, (_, i) =>
    Array.from({ length: countOf(i + 1) }, () => ({ at, ageDays: monthsAgo(i + 1) })),
  ).flat()

const rising = someStudyFacts([
  ...monthly(EAST, (ago) => (ago <= 3 ? 20 : 5 + (ago % 2))),
  ...monthly(WEST, (ago) => 4 + (ago % 3)),
])

it('compares the last three months with the same months before, and maps the county that rises', () => {
  const answer = ALARMS.ask(rising, {})
  const { rows, reference } = blockOf(answer, 'intervals')
  const earlier = [13, 14, 15, 25, 26, 27, 37, 38, 39].reduce((sum, ago) => sum + 5 + (ago % 2), 0)
  const exact = rateRatio({ count: 60, exposure: 3 }, { count: earlier, exposure: 9 })
  expect(reference).toBe(1)
  expect(rows[0]).toMatchObject({
    name: 'East County',
    value: exact.ratio,
    low: exact.lower,
    high: exact.upper,
  })
  expect(rows[0]!.note).toBe(`60 in 3 months, ${earlier} in 9 earlier`)
  expect(sentencesOf(answer)[1]).toContain('more in East County; no change seen in 1 county')
  const { columns, rows: changes } = blockOf(answer, 'table')
  expect(columns[2]).toBe('Over 4 years')
  expect(changes.map(({ cells }) => cells.slice(0, 2))).toEqual([['East County', '↑\u00a0rising']])
  rising.ground.grid.areaIndex.forEach((area, cell) => {
    expect(answer.values![cell]).toBe(area === 1 ? 1 : 0)
  })
})

it('alarms in the months that were planted, and only there', () => {
  const chart = blockOf(ALARMS.ask(rising, {}), 'months')
  expect(chart.observed).toHaveLength(24)
  expect(chart.alarms).toEqual([21, 22, 23])
  expect(chart.observed.at(-1)).toBe(20 + 5)
  expect(chart.firstMonth).toBe(2026 * 12 + 9 - 23)
  expect(chart.upper.filter(Number.isFinite)).toHaveLength(12)
})

it('drops the current month, and the first one of the record', () => {
  const answer = ALARMS.ask(
    someStudyFacts([...monthly(EAST, () => 6), { at: EAST, ageDays: 1 }, { at: EAST, ageDays: 2 }]),
    {},
  )
  expect(blockOf(answer, 'months').observed.at(-1)).toBe(6)
})

it('draws no arrow on few reports, and says nothing of months after the record', () => {
  const few = ALARMS.ask(someStudyFacts(monthly(EAST, (ago) => (ago % 12 === 1 ? 1 : 0))), {})
  expect(few.values!.every(Number.isNaN)).toBe(true)
  const ended = ALARMS.ask(someStudyFacts(monthly(EAST, (ago) => (ago > 4 ? 6 : 0))), {})
  expect(sentencesOf(ended)[1]).toContain(
    'The record ends in JUN 26, which may not be whole and is left out. The 4 months since',
  )
})

it('takes one stray old report for no decade of quiet', () => {
  const recent = monthly(EAST, () => 6, 30)
  const chartOf = (incidents: typeof recent) =>
    blockOf(ALARMS.ask(someStudyFacts(incidents), {}), 'months')
  const stray = { at: EAST, ageDays: 11 * 365 }
  expect(chartOf([...recent, stray]).observed).toEqual(chartOf(recent).observed)
})

it('says that a short record shows nothing', () => {
  const sentences = sentencesOf(ALARMS.ask(someStudyFacts(monthly(EAST, () => 6, 8)), {}))
  expect(sentences[0]).toContain('With 7 whole months of record nobody can say what is usual')
  expect(sentences[1]).toContain('too short')
})
