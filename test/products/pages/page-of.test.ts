import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needMetShare } from '#analysis/compare/need-met.ts'
import { peopleReached } from '#analysis/compare/reach-of-people.ts'
import type { OperationDocument } from '#core/document.ts'
import { operationOf } from '#core/document.ts'
import { percent } from '#core/figures.ts'
import { Page, type PageBlock } from '#core/records/page.ts'
import { Slide } from '#core/records/slide.ts'
import { CHARTS, chartNamed } from '#products/charts/registry.ts'
import { mayBeReadAt } from '#products/levels/levels.ts'
import { NOT_RELEASED } from '#products/levels/slides-at.ts'
import { usualMeasureIds } from '#products/pages/measures/index.ts'
import { pageOf, withLegends } from '#products/pages/page-of.ts'
import { PAGE_KINDS, pageKindOf } from '#products/pages/registry.ts'
import { TOPICS, topicNamed } from '#products/topics/registry.ts'
import { wallFigure } from '#products/words/wall-figure.ts'
import { textOf, wallPeople } from '#products/words/wall-people.ts'
import {
  aDataset,
  anOperation,
  aShock,
  aSlide,
  PLANNING_AT,
  someIncidents,
} from '#support/build.ts'
import { A_DECISION, aDeck, SOME_MEASURES, THREE_SLIDES } from '../../briefing/a-briefing.tsx'
import { factsFor, unworked } from './some-facts.ts'

const ON_WALL = { isWall: true }
const [TEXT, MAP, COMPARISON] = THREE_SLIDES as [Slide, Slide, Slide]
const EACH_KIND = [TEXT, MAP, COMPARISON, A_DECISION, SOME_MEASURES]

function blockOf<T extends PageBlock['type']>(blocks: readonly PageBlock[], type: T) {
  const found = blocks.find((block) => block.type === type)
  if (!found) throw new Error(`no block ${type}`)
  return found as Extract<PageBlock, { type: T }>
}

describe('a page of every kind', () => {
  it.each(EACH_KIND)('is a page by its schema, worked out or not: $kind', async (slide) => {
    const facts = await factsFor(slide)
    for (const isWall of [true, false]) {
      const { page, missing } = pageOf(slide, facts, { isWall })
      expect(Page.parse(page)).toEqual(page)
      expect(page.blocks.length).toBeGreaterThan(0)
      expect(missing).toBeNull()
      expect(page.headline).toBe(slide.headline)
      expect(JSON.stringify(page)).not.toMatch(/undefined|NaN|Infinity/)
      const early = pageOf(slide, unworked(), { isWall })
      expect(Page.parse(early.page)).toEqual(early.page)
      if (slide.kind !== 'text') expect(early.missing).toMatch(/still being worked out/)
    }
  })

  it.each(EACH_KIND)('says that its COA is gone, and nothing else: $kind', async (slide) => {
    const facts = await factsFor(slide)
    const said = pageOf({ ...slide, scenarioId: 'deleted', headline: '' }, facts, ON_WALL)
    expect(said.missing).toMatch(/no longer there/)
    expect(said.page).toMatchObject({ blocks: [], headline: '' })
    expect(Page.parse(said.page)).toEqual(said.page)
  })

  it('says why something will not come', () => {
    const facts = { ...unworked(), fault: 'The ground could not be worked out.' }
    for (const slide of [MAP, COMPARISON, A_DECISION]) {
      expect(pageOf(slide, facts, ON_WALL).missing).toBe(facts.fault)
    }
  })

  it('takes the headline that its figures give where it has none of its own', async () => {
    const facts = await factsFor(COMPARISON)
    const { page } = pageOf({ ...COMPARISON, headline: '' }, facts, ON_WALL)
    expect(page.headline).toMatch(/^COA 1 brings help within/)
  })

  it('that is frozen says what it said, whatever has become of its COA', async () => {
    const { page } = pageOf(COMPARISON, await factsFor(COMPARISON), ON_WALL)
    const frozen = { at: PLANNING_AT, level: 'internal', page, picture: null } as const
    const held = { ...COMPARISON, scenarioId: 'deleted', frozen }
    expect(pageOf(held, unworked(), ON_WALL)).toEqual({ page, missing: null, frozen: held.frozen })
    expect(Slide.parse({ ...COMPARISON, frozen }).frozen).toEqual(frozen)
  })
})

describe('a page that its readers may not have', () => {
  const own = 'What our staff alone should read'
  const outside = (level: 'partners' | 'public') => ({
    ...unworked(),
    deck: { ...unworked().deck, level },
  })
  const base = { kind: 'topic', scenarioId: 'current-posture', againstScenarioId: null } as const

  it.each([...TOPICS, ...CHARTS])('has none of the words that the staff typed: $id', ({ id }) => {
    const about = topicNamed(id) ?? chartNamed(id)!
    const kind = topicNamed(id) ? { kind: 'topic', topicId: id } : { kind: 'chart', chartId: id }
    for (const level of ['partners', 'public'] as const) {
      const slide = { ...aSlide({ ...base, headline: own, body: own }), ...kind } as Slide
      const { page } = pageOf(slide, outside(level), ON_WALL)
      const isHeld = !mayBeReadAt(about.widestLevel, level)
      expect(page.headline, level).toBe(isHeld ? NOT_RELEASED : own)
      if (isHeld) expect(page.blocks).toEqual([])
    }
  })

  it('of a plan has none either, whichever document its face gives', () => {
    const said = pageOf(
      { ...TEXT, scenarioId: 'not-known', headline: own },
      outside('public'),
      ON_WALL,
    )
    expect(said).toMatchObject({
      page: { headline: NOT_RELEASED, blocks: [] },
      missing: `${NOT_RELEASED}.`,
    })
  })
})

describe('what a page says is what was measured', () => {
  it('a map: need met, people within the standard, beside what is now', async () => {
    const dataset = aDataset(
      someIncidents([
        [-9.4, 6.6],
        [-9.3, 6.7],
      ]),
    )
    const contents = {
      ...aDeck({ datasets: [dataset] }),
      columns: new Map([
        [
          dataset.id,
          someIncidents([
            [-9.4, 6.6],
            [-9.3, 6.7],
          ]),
        ],
      ]),
    }
    const facts = await factsFor(MAP, contents)
    const { numbers } = blockOf(pageOf(MAP, facts, ON_WALL).page.blocks, 'numbers')
    const { ground } = facts
    const within = (id: string) =>
      peopleReached(
        ground,
        facts.situations[id]!.responseMinutes,
        operationOf(facts.document).responseStandardMinutes,
      ).withinCount
    const number = numbers.find(({ id }) => id === 'peopleWithinStandard')
    expect(number).toMatchObject(wallPeople(within('coa-1')))
    expect(number?.comparison).toBe(`people, now ${textOf(wallPeople(within('current-posture')))}`)
    const share = needMetShare(ground, facts.situations['coa-1']!)
    const met = numbers.find(({ id }) => id === 'needMet')
    expect(met?.value).toBe(Number.isNaN(share) ? undefined : percent(share, 1))
  })

  it('a decision: every point whole, every weighed criterion a row, the score under them', async () => {
    const facts = await factsFor(A_DECISION)
    const { blocks } = pageOf(A_DECISION, facts, ON_WALL).page
    const { points } = blockOf(blocks, 'points')
    expect(points.map(({ lead }) => lead)).toEqual(['Sought', 'Because', 'However', 'Civilians'])
    const table = blockOf(blocks, 'table')
    const { matrix } = facts.judged!
    const weighed = matrix.rows.filter(({ criterion }) => criterion.weight > 0)
    expect(
      table.rows
        .filter(({ isTotal }) => !isTotal)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(weighed.map(({ criterion }) => criterion.id).sort())
    expect(table.columns.map(({ head, isChosen }) => [head, isChosen])).toEqual([
      ['Current', false],
      ['COA 1', true],
    ])
    expect(table.rows.at(-1)).toMatchObject({ head: 'Weighted score', isTotal: true })
    for (const [i, { score }] of matrix.totals.entries()) {
      expect(table.rows.at(-1)?.cells[i]?.text).toBe(score?.toFixed(1) ?? '–')
    }
  })
})

describe('measures', () => {
  it('are those asked for, in their order, raw and beside the current posture', async () => {
    const measureIds = ['troopsPosted', 'peopleOutOfReach', 'needMet']
    const slide = { ...SOME_MEASURES, measureIds }
    const facts = await factsFor(slide)
    const table = blockOf(pageOf(slide, facts, ON_WALL).page.blocks, 'table')
    const rows = measureIds.map(
      (id) => facts.judged!.matrix.rows.find(({ criterion }) => criterion.measureId === id)!,
    )
    expect(table.rows.map(({ head }) => head)).toEqual(rows.map(({ criterion }) => criterion.name))
    expect(table.columns.map(({ head }) => head)).toEqual(['Current', 'COA 1'])
    for (const [i, { cells, criterion }] of rows.entries()) {
      const texts = table.rows[i]!.cells.map(({ text }) => text)
      expect(texts).toEqual(cells.map(({ value }) => wallFigure(value, criterion)))
    }
  })

  it('are eight usual ones where none was chosen, what civilians lose always among them', () => {
    const ids = usualMeasureIds()
    expect(ids).toHaveLength(8)
    expect(ids).toContain('civilianImpact')
  })

  it('that are gone are told; the others stand', async () => {
    const slide = { ...SOME_MEASURES, measureIds: ['needMet', 'gone'] }
    const { page, missing } = pageOf(slide, await factsFor(slide), ON_WALL)
    expect(missing).toMatch(/no longer there/)
    expect(blockOf(page.blocks, 'table').rows).toHaveLength(1)
  })
})

describe('what a page leaves out', () => {
  const facts = unworked()

  it('is what a wall may not show of its map, and is said', () => {
    const onWall = blockOf(pageOf(MAP, facts, ON_WALL).page.blocks, 'map')
    expect([onWall.map.layers, onWall.withheld]).toEqual([['need'], 'No live positions on a wall'])
    const paper = blockOf(pageOf(MAP, facts, { isWall: false }).page.blocks, 'map')
    expect([paper.map.layers, paper.withheld]).toEqual([['need', 'units'], null])
    const deck = { ...facts.deck, level: 'public' } as const
    const open = blockOf(pageOf(MAP, { ...facts, deck }, { isWall: false }).page.blocks, 'map')
    expect(open.map.layers).not.toContain('units')
  })

  it('never is a layer of what people told in confidence', () => {
    const told = { ...MAP, layers: ['engagements', 'grievances', 'protected-incidents', 'towns'] }
    for (const isWall of [true, false]) {
      const { map } = blockOf(pageOf(told, facts, { isWall }).page.blocks, 'map')
      expect(map.layers).toEqual(['towns'])
    }
  })

  it('is all of a slide whose plan its readers may not know', async () => {
    const worked = await factsFor(A_DECISION)
    const deck = { ...worked.deck, level: 'partners' } as const
    const told = pageOf({ ...A_DECISION, headline: NOT_RELEASED }, { ...worked, deck }, ON_WALL)
    expect([told.page.blocks, told.missing]).toEqual([[], `${NOT_RELEASED}.`])
  })

  it('names a layer without data; the rest is shown', () => {
    const slide = { ...MAP, layers: ['towns', 'incidents', 'restrictions'] }
    const { page, missing } = pageOf(slide, facts, { isWall: false })
    expect(missing).toBe('No data for Incidents, Access restrictions; the rest is shown.')
    expect(blockOf(page.blocks, 'map').map.layers).toEqual(slide.layers)
  })

  it('has legends from whoever knows the layers', () => {
    const { page } = pageOf(MAP, facts, ON_WALL)
    const legend = { id: 'need', title: 'Community need', ramp: null, lines: [] }
    const told = withLegends(page, ({ layers }) => layers.map((id) => ({ ...legend, id })))
    expect(blockOf(told.blocks, 'map').legends).toEqual([legend])
    expect(blockOf(page.blocks, 'map').legends).toEqual([])
    const { page: text } = pageOf(TEXT, facts, ON_WALL)
    expect(withLegends(text, () => [legend])).toEqual(text)
  })
})

describe('under what a page holds', () => {
  it('says every supposition of its scenarios', () => {
    const { document } = aDeck({ shocks: [aShock({ id: 'wet', name: 'Wet season' })] })
    const scenarios = new Map(document.tables.scenarios)
    scenarios.set('coa-1', { ...scenarios.get('coa-1')!, shockIds: ['wet'] })
    const stressed: OperationDocument = { ...document, tables: { ...document.tables, scenarios } }
    const facts = { ...unworked(), document: stressed }
    for (const slide of EACH_KIND) {
      expect(pageOf(slide, facts, ON_WALL).page.under).toBe('COA 1 under Wet season')
    }
    expect(pageOf(MAP, unworked(), ON_WALL).page.under).toBeNull()
  })
})

describe('any slide of any document', () => {
  const kinds = PAGE_KINDS.map(({ id }) => id)
  const anyId = fc.constantFrom('coa-1', 'current-posture', 'deleted')
  const anySlide = fc.record({
    kind: fc.constantFrom(...kinds),
    scenarioId: anyId,
    againstScenarioId: fc.option(anyId),
    comparedIds: fc.array(anyId, { maxLength: 4 }),
    headline: fc.string({ maxLength: 500 }),
    body: fc.string({ maxLength: 4000, unit: fc.constantFrom('a', '\n', ' ', '<', '😀') }),
    layers: fc.array(fc.constantFrom('need', 'units', 'incidents', 'nothing', 'difference')),
    windowFrom: fc.option(fc.constant(PLANNING_AT)),
    windowTo: fc.option(fc.constantFrom(PLANNING_AT, '2026-01-01T00:00:00Z')),
  })
  const anyName = fc.string({ minLength: 1, maxLength: 500 })

  it('gives a page that its schema takes, and throws nothing', async () => {
    const worked = Object.fromEntries(
      await Promise.all(EACH_KIND.map(async (slide) => [slide.kind, await factsFor(slide)])),
    )
    fc.assert(
      fc.property(
        anySlide,
        anyName,
        fc.boolean(),
        fc.boolean(),
        (parts, name, isWorked, isWall) => {
          const slide = aSlide(parts)
          const areas = isWorked ? {} : { areas: [] }
          const { document } = { document: anOperation(areas) }
          const scenarios = new Map(document.tables.scenarios)
          scenarios.set('coa-1', { ...scenarios.get('coa-1')!, name })
          const named = { ...document, tables: { ...document.tables, scenarios } }
          const base = isWorked ? (worked[slide.kind] ?? unworked()) : unworked()
          const { page } = pageOf(slide, { ...base, document: named }, { isWall })
          expect(Page.parse(page)).toEqual(page)
          expect(pageKindOf(slide).id).toBe(slide.kind)
        },
      ),
      { numRuns: 150 },
    )
  })
})
