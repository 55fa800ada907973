import { expect, it } from 'vitest'
import { EFFORT } from '#analysis/studies/effort/index.ts'
import type { StudyFacts } from '#analysis/studies/study.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { plain, someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const { grid, peopleCount } = facts.ground
const kilometres = Array.from(grid.cells, (_, cell) => {
  const [lon, lat] = facts.bases[0]!
  return metresBetweenDegrees(grid.lonDegrees[cell]!, grid.latDegrees[cell]!, lon, lat) / 1000
})
const isReached = (cell: number) => !Number.isNaN(facts.situation.responseMinutes[cell]!)

/** Need of 5 everywhere, all reached, and these visits. */
function withVisits(visitsOf: (cell: number) => number): StudyFacts {
  const { situation } = facts
  const count = grid.cells.length
  return {
    ...facts,
    situation: {
      ...situation,
      responseMinutes: new Float64Array(count).fill(30),
      need: { ...situation.need, score: new Float64Array(count).fill(5) },
      presence: {
        ...situation.presence,
        visitCount: Float64Array.from(grid.cells, (_, cell) => visitsOf(cell)),
      },
    },
  }
}

const said = (asked: StudyFacts) =>
  EFFORT.ask(asked, {})
    .blocks.flatMap((block) => (block.type === 'sentence' ? [block.text] : []))
    .join('\n')

it('draws kilometres to base, and no distance where nobody can get', () => {
  const { values } = EFFORT.ask(facts, {})
  values?.forEach((value, cell) => {
    if (isReached(cell)) expect(value).toBeCloseTo(kilometres[cell]!, 9)
    else expect(value).toBeNaN()
  })
})

it('has everybody in one row, those out of reach in their own', () => {
  const table = EFFORT.ask(facts, {}).blocks.find((block) => block.type === 'table')
  if (table?.type !== 'table') throw new Error('no table')
  const peopleIn = (isIn: (cell: number) => boolean) =>
    [...peopleCount.keys()].filter(isIn).reduce((sum, cell) => sum + peopleCount[cell]!, 0)
  const edges = [0, 10, 25, 50, 100, Number.POSITIVE_INFINITY]
  const expected = edges.slice(1).map((to, band) => {
    const from = band === 0 ? -1 : edges[band]!
    return peopleIn((c) => isReached(c) && kilometres[c]! > from && kilometres[c]! <= to)
  })
  const apart = peopleIn((cell) => !isReached(cell))
  expect([...expected, apart].reduce((sum, people) => sum + people, 0)).toBe(
    1000 * grid.cells.length,
  )
  const shown = table.rows.map(({ cells }) => plain(cells[1]!))
  const thousands = (people: number) =>
    people < 10_000 ? people.toLocaleString('en').replace(',', '\u202f') : `${people / 1000} k`
  expect(shown).toEqual([...expected, apart].map(thousands))
  expect(table.rows.at(-1)?.cells[0]).toBe('Out of reach')
})

it('says that patrols stay close only where they do, for the same need', () => {
  const near = (cell: number) => (kilometres[cell]! <= 25 ? 6 : 2)
  expect(said(withVisits(near))).toMatch(/^Patrols stay close to base\..* 3\.0 times/)
  expect(said(withVisits(() => 4))).toMatch(/^Patrols go far as well as near/)
  expect(said(withVisits((cell) => 8 - near(cell)))).toMatch(/^Patrols go far out\..* only 0\.3/)
  const none = (cell: number) => (kilometres[cell]! <= 25 ? 1 : 0)
  expect(said(withVisits(none))).toMatch(/^Patrols stay close to base, none goes far/)
  expect(said(withVisits(() => 0))).toMatch(/^Near and far cannot be set side by side/)
})

it('sets nothing side by side where need is known on one side alone', () => {
  for (const isKnown of [(km: number) => km <= 25, (km: number) => km > 25]) {
    const asked = withVisits(() => 4)
    const score = asked.situation.need.score.map((need, cell) =>
      isKnown(kilometres[cell]!) ? need : Number.NaN,
    )
    const need = { ...asked.situation.need, score }
    expect(said({ ...asked, situation: { ...asked.situation, need } })).toMatch(
      /^Near and far cannot be set side by side/,
    )
  }
})

it('has no distance without a unit', () => {
  const answer = EFFORT.ask({ ...facts, bases: [] }, {})
  expect(answer.values?.every(Number.isNaN)).toBe(true)
})
