import { describe, expect, it } from 'vitest'
import { type Columns, textColumn } from '#core/columns/columns.ts'
import type { OperationDocument } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import { RELEASE_LEVELS, type ReleaseLevel } from '#core/records/deck.ts'
import { Page } from '#core/records/page.ts'
import { Slide } from '#core/records/slide.ts'
import { CHARTS } from '#products/charts/registry.ts'
import type { ProductFacts } from '#products/facts.ts'
import { pageOf } from '#products/pages/page-of.ts'
import { PAGE_KINDS } from '#products/pages/registry.ts'
import { TEMPLATES } from '#products/templates/registry.ts'
import { TOPICS } from '#products/topics/registry.ts'
import { theSample } from '../../support/sample.ts'
import { factsOf, LEVELS_OUTSIDE } from '../a-report.ts'
import { marked, marksIn } from '../marked.ts'

const { document, columns } = theSample()
const EMPTY = newOperation({ id: 'x', name: 'New', planningAt: '2026-11-22T12:00:00Z' })

function slidesOf(templateId: string, whole: OperationDocument): Slide[] {
  let id = 0
  const made = TEMPLATES.find((one) => one.id === templateId)!.make(whole, () => `new-${++id}`)
  return made.slides
    .filter(({ kind }) => PAGE_KINDS.some((page) => page.id === kind))
    .map((slide, index) => ({ ...slide, orderKey: String(index).padStart(3, '0') }))
}

/** Every topic and every chart, of the current posture and of a plan. */
function allSlides(): Slide[] {
  const base = {
    headline: '',
    body: '',
    deckId: 'report',
    camera: null,
    layers: [],
    windowFrom: null,
    windowTo: null,
    dwellSeconds: 20,
    againstScenarioId: null,
  }
  return ['current-posture', 'coa-1'].flatMap((scenarioId) => [
    ...TOPICS.map(
      ({ id: topicId }): Slide => ({
        ...base,
        id: `${topicId}-${scenarioId}`,
        orderKey: 'a',
        kind: 'topic',
        scenarioId,
        topicId,
      }),
    ),
    ...CHARTS.map(
      ({ id: chartId }): Slide => ({
        ...base,
        id: `${chartId}-${scenarioId}`,
        orderKey: 'a',
        kind: 'chart',
        scenarioId,
        chartId,
      }),
    ),
  ])
}

/** Pages of all that can be put into a deck, at a level, whatever level it was made for. */
function pagesAt(level: ReleaseLevel, whole: OperationDocument, given = columns) {
  const slides = [
    ...TEMPLATES.flatMap(({ id }) =>
      slidesOf(id, whole).map((slide) => ({ ...slide, id: `${id}-${slide.id}`, deckId: 'report' })),
    ),
    ...allSlides(),
  ]
  const days = level === 'internal' ? 1 : 30
  const facts: ProductFacts = factsOf(whole, given, { deck: { level, periodDays: days }, slides })
  return [...facts.document.tables.slides.values()].map((slide) =>
    pageOf(slide, facts, { isWall: false }),
  )
}

/** Texts in columns that no page of outsiders may carry. */
function markedColumns(): ReadonlyMap<string, Columns> {
  const mark = (batch: Columns, name: string): Columns => {
    const fields = Object.fromEntries(
      Object.entries(batch.fields).map(([field, column]) => [
        field,
        column.type === 'category' && field !== 'areaId'
          ? {
              ...column,
              labels: column.labels.map((label) => `${label} §columns.${name}.${field}§`),
            }
          : column.type === 'text'
            ? textColumn(Array.from({ length: batch.rowCount }, () => `§columns.${name}.${field}§`))
            : column,
      ]),
    )
    return { ...batch, fields }
  }
  const kinds = ['incidents', 'patrols', 'surveys', 'signals']
  return new Map(
    [...columns].map(([id, batch]) => [id, kinds.includes(id) ? mark(batch, id) : batch]),
  )
}

describe('pages outside the staff', () => {
  const never = [
    'units',
    'resourceTypes',
    'postings',
    'sites',
    'controlMeasures',
    'engagements',
    'grievances',
    'verdicts',
    'criteria',
    'purges',
    'shocks',
  ]
  const whole = marked(document)
  const given = markedColumns()

  it.each(LEVELS_OUTSIDE)('carry nothing above the level: %s', (level) => {
    const pages = pagesAt(level, whole, given).map(({ page }) => page)
    const marks = marksIn(pages)
    const tables = new Set(marks.map((mark) => mark.split('.')[0]!))
    const barred = level === 'public' ? [...never, 'bases', 'restrictions', 'zones'] : never
    for (const table of barred) expect([...tables]).not.toContain(table)
    for (const mark of [
      'operation.decisionSought.text',
      'scenarios.assumptions',
      'datasets.source',
    ]) {
      expect(marks).not.toContain(mark)
    }
    const told = marks.filter((mark) => mark.startsWith('columns.'))
    expect(told).toEqual(level === 'public' ? [] : ['columns.incidents.category'])
    expect(JSON.stringify(pages)).not.toMatch(/COA [123]/)
    expect(marks.length).toBeGreaterThan(2)
  })

  it('would be seen to, for the staff has all of it', () => {
    const marks = marksIn(pagesAt('internal', whole, given).map(({ page }) => page))
    for (const mark of [
      'restrictions.name',
      'scenarios.assumptions',
      'operation.decisionSought.text',
    ]) {
      expect(marks).toContain(mark)
    }
    expect(marks).toContain('columns.patrols.type')
    expect(marks.filter((mark) => /protectedIncidents|summary/.test(mark))).toEqual([])
  })
})

describe('templates', () => {
  it.each(RELEASE_LEVELS)('make pages that hold, at the level %s', (level) => {
    for (const whole of [document, EMPTY]) {
      for (const { page } of pagesAt(level, whole)) expect(() => Page.parse(page)).not.toThrow()
    }
  })

  it('make slides that hold, with ids of their own, in the deck', () => {
    for (const whole of [document, EMPTY]) {
      for (const template of TEMPLATES) {
        let id = 0
        const { deck, slides } = template.make(whole, () => `new-${++id}`)
        expect(deck.templateId).toBe(template.id)
        expect(new Set(slides.map((slide) => slide.id)).size).toBe(slides.length)
        for (const slide of slides) {
          expect(() => Slide.parse({ ...slide, orderKey: 'a' })).not.toThrow()
          expect(slide.deckId).toBe(deck.id)
        }
      }
    }
  })

  it('say of every slide that they left out why it could say nothing', () => {
    const told = TEMPLATES.flatMap((template) => template.make(EMPTY, () => 'id').told ?? [])
    expect(told).toContain('“Incidents and their trend” is left out. No incidents are on record.')
    expect(told).toContain(
      '“Courses of action” is left out. There is no COA beside the current posture yet.',
    )
    const decision = TEMPLATES.find(({ id }) => id === 'decision')!.make(document, () => 'id')
    expect(decision.told).toEqual([])
    expect(decision.slides.map(({ kind }) => kind)).toEqual([
      ...['topic', 'topic', 'map', 'topic'],
      ...['map', 'comparison', 'map', 'comparison', 'map', 'comparison'],
      ...['measures', 'topic', 'topic', 'topic', 'decision', 'topic'],
    ])
  })

  it('tell the public of the community report on an exercise something on every page', () => {
    const slides = slidesOf('community', document).map((slide) => ({ ...slide, deckId: 'report' }))
    const facts = factsOf(document, columns, { deck: { level: 'public' }, slides })
    const pages = [...facts.document.tables.slides.values()].map((slide) =>
      pageOf(slide, facts, { isWall: false }),
    )
    for (const { page, missing } of pages) {
      expect(missing).toBeNull()
      expect(page.headline).not.toBe('')
      expect(page.blocks.length).toBeGreaterThan(0)
    }
    expect(pages[0]!.page.headline).toBe('About 5 matters raised with us in October 2026')
  })
})
