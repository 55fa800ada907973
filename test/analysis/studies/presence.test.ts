import { expect, it } from 'vitest'
import { PRESENCE } from '#analysis/studies/presence/index.ts'
import { NOW_MINUTES } from '../small-ground.ts'
import { plain, someStudyFacts } from './study-facts.ts'

const base = someStudyFacts()
const cellCount = base.ground.grid.cells.length
/** Every cell visited once, 14 days ago, where a visit halves in 14 days. */
const everywhere = {
  ...base,
  operation: { ...base.operation, presenceHalfLifeDays: 14 },
  visits: {
    cell: Int32Array.from({ length: cellCount }, (_, cell) => cell),
    epochMinutes: new Float64Array(cellCount).fill(NOW_MINUTES - 14 * 1440),
    metres: new Float64Array(cellCount).fill(1000),
  },
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
