import { describe, expect, it } from 'vitest'
import { wallDocument } from '#briefing/facts/wall-room.ts'
import { documentOf, type OperationDocument, TABLE_NAMES } from '#core/document.ts'
import { RELEASE_LEVELS, type ReleaseLevel } from '#core/records/deck.ts'
import type { Verdict } from '#core/records/verdict.ts'
import { scenarioHash } from '#core/scenario-basis.ts'
import { countedDatasets } from '#products/levels/counted-datasets.ts'
import { documentAt } from '#products/levels/document-at.ts'
import { NOT_RELEASED } from '#products/levels/slides-at.ts'
import { voiceDigest } from '#products/levels/voice-digest.ts'
import { theSample } from '../../support/sample.ts'
import { marked, marksIn } from '../marked.ts'

const { document } = theSample()

/** The sample with one course of action approved, and altered after it where that is asked for. */
function approved(scenarioId: string, isAltered = false): OperationDocument {
  const verdict: Verdict = {
    id: 'verdict-1',
    kind: 'approved',
    scenarioId,
    scenarioName: 'COA 1',
    decidedAt: '2026-11-22T11:00:00Z',
    decidedBy: 'FC',
    reason: 'Most people',
    riskAcceptedBy: '',
    recommendedName: null,
    planHash: isAltered ? 'other' : scenarioHash(document, scenarioId),
    factsHash: 'x',
    comparedNames: {},
    criteria: [],
  }
  return { ...document, tables: { ...document.tables, verdicts: new Map([[verdict.id, verdict]]) } }
}

describe('documentAt', () => {
  it('keeps, per level, the tables that its readers may know, and of them no other text', () => {
    const whole = marked(document)
    const marksAt = (level: 'partners' | 'public') => marksIn(documentAt(whole, level))
    const open = ['areas', 'communities', 'facilities', 'indicators', 'operation', 'projects']
    const both = [...open, 'decks', 'scenarios', 'slides', 'vehicles']
    expect(tablesOf(marksAt('public'))).toEqual(
      [...both, 'datasets'].filter((name) => hasRows(name)).sort(),
    )
    expect(tablesOf(marksAt('partners'))).toEqual(
      [...both, 'bases', 'datasets', 'restrictions'].filter((name) => hasRows(name)).sort(),
    )
    const never = ['facilities.source', 'restrictions.source', 'operation.decisionSought.text']
    for (const mark of [...never, 'slides.notes']) {
      expect(marksAt('partners')).not.toContain(mark)
    }
  })

  it('has no dataset above the label, and none of protected incidents for anybody', () => {
    const kindsAt = (level: (typeof RELEASE_LEVELS)[number]) =>
      [...documentAt(document, level).tables.datasets.values()].map(({ kind }) => kind).sort()
    expect(kindsAt('internal')).toEqual(
      ['incidents', 'patrols', 'population', 'roads', 'signals', 'surveys'].sort(),
    )
    expect(kindsAt('partners')).toEqual(['population', 'roads', 'surveys'])
    expect(kindsAt('public')).toEqual(['population', 'roads'])
  })

  it('gives the staff no protected case, and outside no engagement or grievance at all', () => {
    const { grievances, engagements } = documentAt(document, 'internal').tables
    expect([...grievances.values()].some(({ isProtectedCase }) => isProtectedCase)).toBe(false)
    expect(grievances.size).toBe(75)
    expect(engagements).toBe(document.tables.engagements)
    for (const level of ['partners', 'public'] as const) {
      expect(documentAt(document, level).tables.grievances.size).toBe(0)
      expect(documentAt(document, level).tables.engagements.size).toBe(0)
    }
  })

  it('shows plans to the staff alone; to partners the one that was approved and is as it was', () => {
    const idsAt = (whole: OperationDocument, level: (typeof RELEASE_LEVELS)[number]) => [
      ...documentAt(whole, level).tables.scenarios.keys(),
    ]
    expect(idsAt(document, 'internal')).toHaveLength(4)
    expect(idsAt(document, 'partners')).toEqual(['current-posture'])
    expect(idsAt(approved('coa-1'), 'partners').sort()).toEqual(['coa-1', 'current-posture'])
    expect(idsAt(approved('coa-1', true), 'partners')).toEqual(['current-posture'])
    expect(idsAt(approved('coa-1'), 'public')).toEqual(['current-posture'])
    const told = documentAt(approved('coa-1'), 'partners').tables.scenarios.get('coa-1')
    expect(told).not.toHaveProperty('assumptions')
  })

  it('is the same for the same, cannot be widened, and can be narrowed', () => {
    for (const level of RELEASE_LEVELS) {
      expect(documentAt(document, level)).toBe(documentAt(document, level))
    }
    const open = documentAt(document, 'public')
    expect(documentAt(open, 'internal')).toBe(open)
    expect(documentAt(documentAt(document, 'partners'), 'public')).toBe(open)
    const moved = { ...document, tables: { ...document.tables } }
    const [one, other] = [documentAt(document, 'partners'), documentAt(moved, 'partners')]
    for (const name of TABLE_NAMES) expect(other.tables[name]).toBe(one.tables[name])
  })

  it('names the datasets that counts are made of, beyond what readers may have', () => {
    const kinds = countedDatasets(documentAt(document, 'public')).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['incidents', 'patrols', 'surveys'])
  })

  it('has counts made from the same whole where a wall is made of what readers may know already', () => {
    const once = documentAt(wallDocument(document), 'partners')
    const twice = documentAt(wallDocument(once), 'partners')
    const ids = (of: OperationDocument) => countedDatasets(of).map(({ id }) => id)
    expect(ids(once).length).toBeGreaterThan(2)
    expect(ids(twice)).toEqual(ids(once))
    const until = Date.parse('2026-11-22T12:00:00Z') / 60_000
    const asked = { level: 'partners', from: until - 30 * 1440, until } as const
    expect(voiceDigest(twice, asked)).toEqual(voiceDigest(once, asked))
  })

  it('stands on an operation of which nothing is known', () => {
    expect(() => documentAt(documentOf('empty', {}), 'public')).not.toThrow()
  })
})

describe('slides of released decks', () => {
  const slide = [...document.tables.slides.values()][0]!
  const deck = {
    id: 'told',
    name: 'Told',
    orderKey: 'a',
    templateId: null,
    periodDays: 30,
    isLooping: false,
    author: '',
    distribution: '',
    edition: 1,
  }
  const page = {
    slideId: slide.id,
    headline: 'Frozen',
    coas: [],
    window: null,
    blocks: [],
    stale: null,
    under: null,
    withheld: [],
  }
  const at = '2026-11-22T12:00:00Z'
  function slideIn(level: 'internal' | 'partners', part: object) {
    const row = { ...slide, deckId: 'told', scenarioId: 'current-posture', ...part }
    const tables = {
      ...document.tables,
      decks: new Map([['told', { ...deck, level }]]),
      slides: new Map([[row.id, { ...row, againstScenarioId: null }]]),
    }
    return documentAt({ ...document, tables }, 'partners').tables.slides.get(slide.id)
  }

  it('are without notes, and none of an internal deck is there', () => {
    expect(slideIn('internal', { kind: 'text' })).toBeUndefined()
    expect(slideIn('partners', { kind: 'text', body: 'Told', notes: 'Aside' })).toMatchObject({
      body: 'Told',
      notes: '',
    })
    expect(slideIn('partners', { kind: 'map', body: 'Aside' })?.body).toBe('')
  })

  it('lose their words where they show a plan', () => {
    const spoken = {
      kind: 'text',
      scenarioId: 'coa-1',
      headline: 'Approve COA 1',
      body: 'QRF stays',
    }
    expect(slideIn('partners', spoken)).toMatchObject({ headline: NOT_RELEASED, body: '' })
    const told = slideIn('partners', { kind: 'map', scenarioId: 'coa-1', headline: 'COA 1 wins' })
    expect(told?.headline).toBe(NOT_RELEASED)
    expect(slideIn('partners', { kind: 'decision', headline: 'Decide' })?.headline).toBe(
      NOT_RELEASED,
    )
  })

  it('are live again where they were frozen for fewer readers', () => {
    const frozen = (level: ReleaseLevel) => ({
      kind: 'map',
      frozen: { at, page, picture: null, level },
    })
    expect(slideIn('partners', frozen('internal'))).not.toHaveProperty('frozen')
    expect(slideIn('partners', frozen('partners'))).toHaveProperty('frozen')
    expect(slideIn('partners', frozen('public'))).toHaveProperty('frozen')
  })
})

function tablesOf(marks: readonly string[]): string[] {
  return [...new Set(marks.map((mark) => mark.split('.')[0]!))].sort()
}

function hasRows(name: string): boolean {
  return document.tables[name as keyof typeof document.tables].size > 0
}

describe('a wall', () => {
  it('has counts of what people said, and at no level a row of it', () => {
    const wall = wallDocument(document)
    const at = Date.parse('2026-11-22T12:00:00Z') / 60_000
    for (const level of RELEASE_LEVELS) {
      const told = documentAt(wall, level)
      expect(told.tables.grievances.size + told.tables.engagements.size).toBe(0)
      expect([...told.tables.datasets.values()].map(({ kind }) => kind)).not.toContain(
        'protectedIncidents',
      )
      const asked = { level, from: at - 30 * 1440, until: at }
      expect(voiceDigest(told, asked)).toEqual(voiceDigest(document, asked))
      expect(voiceDigest(told, asked).hasGrievances).toBe(true)
    }
  })
})
