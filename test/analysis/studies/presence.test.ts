import { expect, it } from 'vitest'
import { PRESENCE } from '#analysis/studies/presence/index.ts'
import { NOW_MINUTES, someVisits } from '../small-ground.ts'
import { plain, someStudyFacts } from './study-facts.ts'

const base = someStudyFacts()
const cellCount = base.ground.grid.cells.length
/** Every cell visited once, 14 days ago, where a visit halves in 14 days. */
const everywhere = {
  ...base,
  operation: { ...base.operation, presenceHalfLifeDays: 14 },
  visits: someVisits(
    Array.from({ length: cellCount }, (_, cell) => cell),
    Array.from({ length: cellCount }, () => NOW_MINUTES - 14 * 1440),
  ),
}

function blockOf(facts: typeof base, type: 'table' | 'intervals') {
  return PRESENCE.ask(facts, {}).blocks.find((block) => block.type === type)
}

it('is a half at the half-life, a quarter at half of it, √½ at double', () => {
  const table = blockOf(everywhere, 'table')
  const shown =
    table?.type === 'table' ? table.rows.map(({ cells }) => cells.slice(0, 2).map(plain)) : []
  expect(shown).toEqual([
    ['7 d', '25 %'],
    ['14 d', '50 %'],
    ['28 d', '71 %'],
  ])
  const counties = blockOf(everywhere, 'intervals')
  const rows = counties?.type === 'intervals' ? counties.rows : []
  expect(rows.map(({ name }) => name).sort()).toEqual(['East County', 'West County'])
  for (const { low, value, high } of rows) {
    expect(low).toBeCloseTo(25, 9)
    expect(value).toBeCloseTo(50, 9)
    expect(high).toBeCloseTo(100 * Math.SQRT1_2, 9)
  }
  const [first] = PRESENCE.ask(everywhere, {}).blocks
  expect(first).toMatchObject({ text: expect.stringContaining('depends much on that guess') })
})

it('draws the presence of the situation, and its counties weigh up to the whole', () => {
  const { values } = PRESENCE.ask(base, {})
  expect(values).toEqual(base.situation.presence.presenceShare)
  const counties = blockOf(base, 'intervals')
  if (counties?.type !== 'intervals') throw new Error('no counties')
  const peopleOf = (name: string) =>
    1000 *
    [...base.ground.grid.areaIndex].filter((area) => base.ground.areaNames[area] === name).length
  const sum = counties.rows.reduce((all, { name, value }) => all + peopleOf(name) * value, 0)
  expect(sum / (1000 * cellCount)).toBeCloseTo(counties.reference!, 9)
  expect(counties.rows.map(({ value }) => value)).toEqual(
    counties.rows.map(({ value }) => value).sort((a, b) => a - b),
  )
})

const withTimes = (teamPeopleCount: number) => ({
  ...everywhere,
  visits: someVisits(
    [0, 1, 2],
    [1, 2, 3].map((daysAgo) => NOW_MINUTES - daysAgo * 1440),
    {
      minutes: Float64Array.of(40, 20, 10),
      slowMinutes: Float64Array.of(30, 2, 0),
      teamPeopleCount: Float64Array.of(teamPeopleCount, teamPeopleCount, Number.NaN),
    },
  ),
})
const timeTable = (facts: typeof base) => {
  const found = PRESENCE.ask(facts, {}).blocks.find(
    (block) => block.type === 'table' && block.title.startsWith('Time of patrols'),
  )
  return found?.type === 'table' ? found.rows.map(({ cells }) => cells.map(plain)) : []
}
const saidIn = (facts: typeof base, choices = {}) =>
  PRESENCE.ask(facts, choices)
    .blocks.flatMap((block) => (block.type === 'sentence' ? block.text : []))
    .join(' ')

it('weighs the time of patrols by people and by need, and invents no size of a team', () => {
  const [team, person, engaged] = timeTable(withTimes(Number.NaN))
  const weekly = ((40 + 20 + 10) / cellCount) * (7 / 3)
  expect(Number(team![1])).toBeCloseTo(weekly, 1)
  expect(person).toEqual(['Person-minutes a week, no team size told', '–', '–'])
  expect(engaged![1]).toBe('1 %')
  const [, sized] = timeTable(withTimes(10))
  expect(sized![0]).toBe('Person-minutes a week, at least (team size told for 86 % of time)')
  expect(Number(sized![1])).toBeCloseTo((600 / cellCount) * (7 / 3), 0)
  expect(plain(saidIn(withTimes(10)))).toContain(
    'Of 3 visits in 3 days patrols engaged at 1 (33 %) and drove through at 2.',
  )
})

it('counts engaged visits alone where that is asked', () => {
  const { values } = PRESENCE.ask(withTimes(1), { visits: 'engaged' })
  expect(values![0]).toBeGreaterThan(0.9)
  expect([values![1], values![2]]).toEqual([0, 0])
  expect(saidIn(everywhere)).toContain('visits are of tracks without times')
})
