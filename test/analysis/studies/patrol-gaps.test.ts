import { expect, it } from 'vitest'
import { PATROL_GAPS } from '#analysis/studies/patrol-gaps/index.ts'
import type { StudyAnswer, StudyFacts } from '#analysis/studies/study.ts'
import { NOW_MINUTES, someVisits } from '../small-ground.ts'
import { plain, someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const cellCount = facts.ground.grid.cells.length

/** The facts with visits to these cells so many days ago. */
function withVisits(visits: readonly (readonly [cell: number, daysAgo: number])[]): StudyFacts {
  return {
    ...facts,
    operation: { ...facts.operation, incidentWindowDays: 100 },
    visits: someVisits(
      visits.map(([cell]) => cell),
      visits.map(([, daysAgo]) => NOW_MINUTES - daysAgo * 1440),
    ),
  }
}

function tableOf({ blocks }: StudyAnswer) {
  const table = blocks.find((block) => block.type === 'table')
  if (table?.type !== 'table') throw new Error('no table')
  return table
}

const said = ({ blocks }: StudyAnswer) =>
  blocks.flatMap((block) => (block.type === 'sentence' ? [block.text] : [])).join('\n')

/** Cell 0 every tenth day; cell 1 five times in one week and never after; cell 2 long before the window. */
const UNEVEN = withVisits([
  ...Array.from({ length: 10 }, (_, i) => [0, 5 + 10 * i] as const),
  ...[96, 95, 94, 93, 92, 91, 90, 89, 88, 87, 86].map((daysAgo) => [1, daysAgo] as const),
  [2, 250],
])

it('measures the longest gap with the edges of the period, and finds what counts of visits hide', () => {
  const { values } = PATROL_GAPS.ask(UNEVEN, {})
  expect(values?.[0]).toBeCloseTo(10, 9)
  expect(values?.[1]).toBeCloseTo(86, 9)
  expect(values?.[2]).toBe(100)
  expect(said(PATROL_GAPS.ask(UNEVEN, {}))).toContain(
    '1 went more than 30 days without one; Village 1 had 11 visits, and once none for 86 days.',
  )
})

it('has each of the four measures by hand', () => {
  const valuesOf = (measure: string) => PATROL_GAPS.ask(UNEVEN, { measure, withinDays: 8 }).values!
  expect(valuesOf('sinceLast')[0]).toBeCloseTo(5, 9)
  expect(valuesOf('sinceLast')[2]).toBeCloseTo(250, 9)
  expect(valuesOf('sinceLast')[3]).toBeNaN()
  // Nine gaps of ten days and one of five, over the 95 days since the first visit.
  expect(valuesOf('meanSince')[0]).toBeCloseTo((9 * 50 + 12.5) / 95, 9)
  expect(valuesOf('meanSince')[3]).toBeNaN()
  // Each of ten visits covers eight of its days, the last one five until now.
  expect(valuesOf('uncovered')[0]).toBeCloseTo(100 - (9 * 8 + 5), 9)
  expect(valuesOf('uncovered')[3]).toBe(100)
})

it('weighs by people, as a count by hand does, and lists every long gap', () => {
  const answer = PATROL_GAPS.ask(UNEVEN, {})
  const gaps = 10 + 86 + 100 * (cellCount - 2)
  expect(said(answer)).toContain(`waited ${(gaps / cellCount).toFixed(0)} days at the longest`)
  const table = tableOf(answer)
  expect(table.rows).toHaveLength(8)
  expect(table.rows.length + table.moreCount).toBe(cellCount - 1)
})

it('says the chosen measure over all people, those without one apart', () => {
  const saidOf = (measure: string) => plain(said(PATROL_GAPS.ask(UNEVEN, { measure })))
  const share = (count: number) => `${((100 * count) / cellCount).toFixed(0)} %`
  expect(saidOf('sinceLast')).toContain(
    `came to the average person ${((5 + 86 + 250) / 3).toFixed(0)} days ago`,
  )
  expect(saidOf('sinceLast')).toContain(`Not counted: ${share(cellCount - 3)} of people`)
  expect(saidOf('meanSince')).toContain(`Not counted: ${share(cellCount - 2)} of people`)
  // A visit covers 30 days: cell 0 from its first on, day 5; cell 1 from day 4 to 30 after its last, day 14.
  expect(saidOf('uncovered')).toContain(`within 30 days on ${share((95 + 40) / 100)} of days`)
})

it('looks no further back than records go, and says so', () => {
  const answer = PATROL_GAPS.ask(withVisits([[0, 39.5]]), {})
  expect(answer.values?.[0]).toBeCloseTo(39.5, 9)
  expect(answer.values?.[1]).toBe(40)
  expect(said(answer)).toContain('go back 40 days only')
  expect(said(answer)).toContain('The last patrol on record is 40 days old')
})

it('knows nothing without patrols: that is not the same as nobody having gone', () => {
  const answer = PATROL_GAPS.ask(withVisits([]), {})
  expect(answer.values?.every(Number.isNaN)).toBe(true)
  expect(said(answer)).toContain('No patrol is on record')
})
