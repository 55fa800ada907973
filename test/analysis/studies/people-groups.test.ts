import { describe, expect, it } from 'vitest'
import { GROUPING_OPTION, peopleGroups } from '#analysis/studies/parts/people-groups.ts'
import { TRAVEL_EQUITY } from '#analysis/studies/travel-equity/index.ts'
import { blockOf, parameterOf } from './answers.ts'
import { someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const { ground } = facts

describe.each(GROUPING_OPTION.choices.map(({ id }) => id))('people by %s', (grouping) => {
  it('are each in one group', () => {
    const groups = peopleGroups(facts, { grouping })
    const cells = groups.flatMap((group) => group.cells)
    expect(new Set(cells).size).toBe(cells.length)
    expect(cells).toHaveLength(ground.grid.cells.length)
    expect(groups.every(({ peopleCount, isSuppressed }) => peopleCount > 0 && !isSuppressed)).toBe(
      true,
    )
  })
})

it('are called by their settlement and by how far from a base they live', () => {
  const names = (grouping: string) => peopleGroups(facts, { grouping }).map(({ name }) => name)
  expect(names('settlement')).toEqual(['Towns', 'Villages'])
  expect(names('distance').slice(0, 2)).toEqual(['Up to 10 km', '10 to 25 km'])
  const without = peopleGroups({ ...facts, bases: [] }, { grouping: 'distance' })
  expect(without.map(({ name }) => name)).toEqual(['No unit stands anywhere'])
})

it('are disclosed as hidden where they are under five, and so is another that would give them away', () => {
  const towns = peopleGroups(facts, { grouping: 'settlement' })[0]!.cells
  const peopleCount = ground.peopleCount.map((people, cell) =>
    cell === towns[0] ? 3 : towns.includes(cell) ? 0 : people,
  )
  const few = { ...facts, ground: { ...ground, peopleCount } }
  const { rows } = blockOf(TRAVEL_EQUITY.ask(few, { grouping: 'settlement' }), 'table', 'By kind')
  expect(
    rows
      .slice(1)
      .map(({ cells }) => cells.slice(0, 2))
      .sort(),
  ).toEqual([
    ['Towns', 'hidden'],
    ['Villages', 'hidden'],
  ])
})

it('are measured with the κ of the current posture, whatever the COA', () => {
  const later = facts.situation.responseMinutes.map((minutes) => 2 * minutes)
  const moved = { ...facts, situation: { ...facts.situation, responseMinutes: later } }
  const kappa = (of: typeof facts) => parameterOf(TRAVEL_EQUITY.ask(of, {}), 'κ at ε = −1')
  expect(kappa(moved)).toBe(kappa(facts))
  expect(kappa({ ...moved, baselineMinutes: later })).not.toBe(kappa(facts))
})
