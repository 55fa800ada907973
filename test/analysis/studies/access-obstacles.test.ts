import { describe, expect, it } from 'vitest'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { CRITICAL_STRETCHES } from '#analysis/studies/critical-stretches/index.ts'
import { CUT_OFF } from '#analysis/studies/cut-off/index.ts'
import { RESTRICTION_COSTS } from '#analysis/studies/restriction-costs/index.ts'
import type { StudyFacts } from '#analysis/studies/study.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { aRestriction } from '#support/build.ts'
import { roadColumns } from '../reach/small-roads.ts'
import { box } from '../small-ground.ts'
import { blockOf, parameterOf, sentencesOf } from './answers.ts'
import { cellAt, plain, someStudyFacts } from './study-facts.ts'

/** One road through both counties, the post in the west. */
const line = Array.from({ length: 25 }, (_, i): LonLat => [-9.6 + i * 0.025, 6.7])
const bare = someStudyFacts()
const facts: StudyFacts = {
  ...bare,
  operation: { ...bare.operation, season: 'dry', maxFootMinutes: 60 },
  ground: { ...bare.ground, network: roadNetwork([roadColumns([{ line }])]) },
}
const wall = (west: number, parts: Partial<Restriction> = {}) =>
  aRestriction({
    id: 'wall',
    name: 'River in flood',
    kind: 'flood',
    geometry: { type: 'area', polygon: [box(west, 6.3, west + 0.01, 7.1)] },
    effect: { type: 'closed' },
    validFrom: '2026-11-12T12:00:00Z',
    ...parts,
  })
const closed = (...restrictions: readonly Restriction[]): StudyFacts => ({ ...facts, restrictions })
const textOf = (answer: Parameters<typeof sentencesOf>[0]) => plain(sentencesOf(answer).join(' '))
const EAST_CELL = cellAt([-9.12, 6.7])

describe('who is cut off', () => {
  it('names places, days, what cut them off and what would reopen the way', () => {
    const answer = CUT_OFF.ask(closed(wall(-9.35)), {})
    expect(answer.values?.[EAST_CELL]).toBe(10)
    expect(answer.values?.[cellAt([-9.5, 6.7])]).toBe(0)
    expect(textOf(answer)).toMatch(/people \(\d+ %\) cannot be reached from any post/)
    expect(textOf(answer)).toContain('within the last 30 days')
    const spells = blockOf(answer, 'table', 'Since when')
    expect(spells.rows.map(({ cells }) => cells[0])).toContain('River in flood')
    const row = spells.rows.find(({ cells }) => cells[0] === 'River in flood')
    expect(row?.cells.slice(2).map(plain)).toEqual(['121200Z NOV 26', '10'])
    const place = blockOf(answer, 'table', 'What would reopen')
    const lifted = place.rows.find(({ cells }) => cells[1] === 'River in flood')
    expect(lifted?.cells[3]).toMatch(/^Village \d+, \d+\skm$/)
  })

  it('tells those who never were in reach apart', () => {
    const answer = CUT_OFF.ask(facts, {})
    expect(textOf(answer)).toContain('never in reach on record')
    expect(Math.max(...(answer.values ?? []))).toBe(Number.POSITIVE_INFINITY)
    expect(blockOf(answer, 'table', 'Since when').rows[0]?.cells[0]).toBe('No way at all')
  })

  it('says when nobody is in reach, for one restriction closes everything', () => {
    const everything = wall(-9.7, {
      geometry: { type: 'area', polygon: [box(-9.7, 6.3, -8.9, 7.1)] },
    })
    expect(textOf(CUT_OFF.ask(closed(everything), {}))).toContain(
      'Nobody can be reached from any post',
    )
    expect(textOf(RESTRICTION_COSTS.ask(closed(everything), {}))).toContain(
      'what is in force closes every way',
    )
    expect(textOf(CRITICAL_STRETCHES.ask(closed(everything), {}))).toContain('No road is on')
  })
})

describe('what restrictions cost', () => {
  it('names the dearest first and maps the chosen one', () => {
    const slow = wall(-9.2, {
      id: 'slow',
      name: 'Escort',
      effect: { type: 'delay', delayMinutes: 30 },
    })
    const both = closed(slow, wall(-9.05))
    const answer = RESTRICTION_COSTS.ask(both, {})
    const table = blockOf(answer, 'table')
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(
      expect.arrayContaining(['Escort', 'River in flood', 'All together']),
    )
    expect(answer.values?.[cellAt([-9.02, 6.7])]).toBe(Number.POSITIVE_INFINITY)
    const ofEscort = RESTRICTION_COSTS.ask(both, { restriction: 'escort' })
    expect(ofEscort.values?.[EAST_CELL]).toBeCloseTo(30, 6)
    expect(ofEscort.values?.[cellAt([-9.02, 6.7])]).toBeNaN()
  })

  it('says which cost nothing alone', () => {
    const two = closed(wall(-9.35), wall(-9.25, { id: 'second', name: 'Landslide' }))
    expect(textOf(RESTRICTION_COSTS.ask(two, {}))).toContain(
      'Landslide costs nothing alone, for another closes the same way: lift it together with River in flood',
    )
  })

  it('says when none is in force', () => {
    expect(textOf(RESTRICTION_COSTS.ask(facts, {}))).toContain('No restriction is in force')
    const over = wall(-9.35, { validTo: facts.operation.planningAt })
    expect(textOf(RESTRICTION_COSTS.ask(closed(over), {}))).toContain('No restriction is in force')
  })
})

describe('critical stretches', () => {
  it('name the worst with its place, draw it and map what its loss means', () => {
    const answer = CRITICAL_STRETCHES.ask(facts, { length: 5 })
    const [worst] = blockOf(answer, 'table', 'Where they are').rows
    expect(plain(worst?.cells[0] ?? '')).toBe('1 Unnamed gravel road')
    expect(plain(worst?.cells[2] ?? '')).toMatch(/^29N [A-Z]{2} \d{3} \d{3}$/)
    expect(answer.paths?.[0]?.stops[0]?.label).toBe('1')
    expect(answer.values).toContain(Number.POSITIVE_INFINITY)
    expect(parameterOf(answer, 'Longest piece')).toBe('5 km')
    const id = answer.offers?.['stretch']?.[0]?.id ?? ''
    expect(CRITICAL_STRETCHES.ask(facts, { length: 5, stretch: id }).values).toEqual(answer.values)
  })

  it('stay with planners', () => {
    expect(CRITICAL_STRETCHES.label).toBe('high')
    expect(CRITICAL_STRETCHES.isForWall).toBe(false)
    expect(RESTRICTION_COSTS.isForWall).toBe(false)
    expect(textOf(CRITICAL_STRETCHES.ask(facts, {}))).toContain('Label high')
  })
})

describe.each([CUT_OFF, RESTRICTION_COSTS, CRITICAL_STRETCHES])('the study $id', (study) => {
  it('says what is missing: roads, posts, health facilities', () => {
    const { network } = bare.ground
    const noRoads = { ...facts, ground: { ...facts.ground, network } }
    expect(textOf(study.ask(noRoads, {}))).toContain('There are no roads on record')
    expect(textOf(study.ask({ ...facts, posts: [], bases: [] }, {}))).toContain(
      'No unit stands anywhere',
    )
    expect(textOf(study.ask(facts, { from: 'health' }))).toContain('no open health facility')
  })

  it('asks from health facilities that are open', () => {
    const facilities = [
      {
        name: 'Clinic',
        capacityCount: null,
        class: 'health' as const,
        status: 'open' as const,
        position: [-9.1, 6.7] as const,
      },
    ]
    const { values } = study.ask({ ...closed(wall(-9.35)), facilities }, { from: 'health' })
    // Without the worst stretch, the one by the clinic, people walk there: 18 minutes longer.
    if (study === CRITICAL_STRETCHES) expect(values?.[EAST_CELL]).toBeCloseTo(17.85, 2)
    else expect(values?.[EAST_CELL]).toBe(0)
  })
})
