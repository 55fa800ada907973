import { expect, it } from 'vitest'
import { countInterval } from '#analysis/statistics/counts.ts'
import { RATES } from '#analysis/studies/rates/index.ts'
import { blockOf, EAST, sentencesOf, WEST } from './answers.ts'
import { someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts([
  ...Array.from({ length: 20 }, () => ({ at: EAST, ageDays: 30 })),
  ...Array.from({ length: 4 }, () => ({ at: WEST, ageDays: 300 })),
  { at: WEST, ageDays: 400 },
  { at: WEST, ageDays: 30, detection: 'discovered' },
  { at: WEST, ageDays: 30, category: 'rumour' },
])
const answer = RATES.ask(facts, {})
const { ground } = facts
const raw = RATES.ask(facts, { shown: 'raw' }).values!
const allPeople = (area: number | null) =>
  ground.peopleCount.reduce(
    (sum, people, cell) =>
      sum + ((area ?? ground.grid.areaIndex[cell]) === ground.grid.areaIndex[cell] ? people : 0),
    0,
  )

it('has the reports of the window in each county, with the exact interval over all its people', () => {
  const { rows, reference } = blockOf(answer, 'intervals')
  const years = 365 / 365.25
  expect(rows.map(({ name }) => name)).toEqual(['East County', 'West County'])
  for (const [row, count] of [
    [rows[0]!, 20],
    [rows[1]!, 4],
  ] as const) {
    const exposure = (allPeople(row.name === 'East County' ? 1 : 0) * years) / 10_000
    const { lower, upper } = countInterval(count)
    expect(row.value).toBeCloseTo(count / exposure, 9)
    expect(row.low).toBeCloseTo(lower / exposure, 9)
    expect(row.high).toBeCloseTo(upper / exposure, 9)
    expect(row.note).toContain(`${count} reports`)
  }
  expect(reference).toBeCloseTo(24 / ((allPeople(null) * years) / 10_000), 9)
  expect(sentencesOf(answer)[0]).toMatch(/^24 reports in 365 days/)
})

it('draws the rate of a cell towards that of all, and shows the raw one beside it', () => {
  const cell = raw.indexOf(Math.max(...raw.filter((value) => !Number.isNaN(value))))
  expect(raw[cell]).toBeCloseTo(20 / (0.1 * (365 / 365.25)), 9)
  expect(answer.values![cell]).toBeLessThan(raw[cell]!)
  expect(answer.values![cell]).toBeGreaterThan(blockOf(answer, 'intervals').reference!)
  expect(blockOf(answer, 'table').rows[0]!.cells[1]).toBe('20')
})

it('says that people lived where nobody could report, and leaves them out', () => {
  expect(answer.values!.some(Number.isNaN)).toBe(true)
  expect(sentencesOf(answer).join(' ')).toContain('it is unknown')
})

it('says so where cells differ no more than chance', () => {
  const even = RATES.ask(someStudyFacts([{ at: EAST, ageDays: 3 }]), {})
  expect(sentencesOf(even).join(' ')).toContain('the steadied rate is the same everywhere')
})
