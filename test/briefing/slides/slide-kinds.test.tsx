// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { WallSlide } from '#briefing/slides/wall-slide.tsx'
import { recordVerdict } from '#core/commands/verdicts/record-verdict.ts'
import { operationOf } from '#core/document.ts'
import { markingText } from '#core/marking.ts'
import type { PageBlock } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import type { Verdict } from '#core/records/verdict.ts'
import { compare } from '#jobs/compare.ts'
import { frozenOf } from '#products/pages/frozen-of.ts'
import { pageOf } from '#products/pages/page-of.ts'
import { PAGE_KINDS, pageKindOf } from '#products/pages/registry.ts'
import { factsFor } from '../../products/pages/some-facts.ts'
import {
  aDataset,
  aGivenVerdict,
  anOperation,
  aSlide,
  PLANNING_AT,
  someIncidents,
} from '../../support/build.ts'
import {
  A_CHART,
  A_DECISION,
  A_TOPIC,
  aDeck,
  answersOf,
  aRoom,
  inRoom,
  SOME_MEASURES,
  type TestRoom,
  THREE_SLIDES,
} from '../a-briefing.tsx'

afterEach(cleanup)

const EVERY_KIND = [...THREE_SLIDES, A_DECISION, SOME_MEASURES, A_CHART, A_TOPIC]
const FRAME = { widthPixels: 1916, heightPixels: 1076, rootPixels: 32.3 }
/** The jobs that judge courses share the machine with other tests. */
const SLOW = { timeout: 8000 }
const RUN = { index: 0, count: 3, countdown: null, isPaused: false, frozenAt: null }

function show(slide: Slide, room: TestRoom, nowAt = PLANNING_AT) {
  return render(inRoom(room, <WallSlide slide={slide} frame={FRAME} nowAt={nowAt} run={RUN} />))
}

describe('every slide kind', () => {
  it('is in the deck of the tests', () => {
    expect(EVERY_KIND.map(({ kind }) => kind).sort()).toEqual(PAGE_KINDS.map(({ id }) => id).sort())
  })

  it.each(EVERY_KIND)('carries the marking top and bottom: $kind', async (slide) => {
    const contents = aDeck()
    const { results } = await answersOf(contents)
    const { container } = show(slide, aRoom(contents, results))
    const markings = [...container.querySelectorAll('.wall-marking')]
    expect(markings).toHaveLength(2)
    for (const marking of markings) expect(marking.textContent).toContain('UNCLASSIFIED')
    expect(screen.getByRole('heading').textContent).toBe(slide.headline)
    expect(container.textContent).toContain('221200Z NOV 26')
    expect(container.textContent).toContain('1 / 3')
    expect(container.textContent).toContain('no legal opinion')
  })

  it.each(EVERY_KIND)('keeps the marking while its facts are missing: $kind', (slide) => {
    const { container } = show(slide, aRoom(aDeck()))
    expect(container.querySelectorAll('.wall-marking')).toHaveLength(2)
    if (slide.kind === 'text' || slide.kind === 'topic') return
    expect(screen.getByRole('status').textContent).toMatch(/still being worked out/)
  })

  it.each(EVERY_KIND)('says in one line that its COA is gone: $kind', (slide) => {
    const { document } = aDeck()
    const gone = { ...slide, scenarioId: 'deleted' }
    const fault = pageKindOf(slide).fault(gone, document)
    expect(fault).toMatch(/no longer there/)
    const { container } = show(gone, aRoom(aDeck()))
    expect(container.querySelector('.wall-body')?.textContent).toBe(fault)
    expect(container.querySelectorAll('.wall-marking')).toHaveLength(2)
  })
})

describe('faults of slides', () => {
  const document = anOperation()
  const faultOf = (parts: Partial<Slide>) => {
    const slide = aSlide(parts)
    return pageKindOf(slide).fault(slide, document)
  }

  it('names what is missing', () => {
    expect(faultOf({ kind: 'text', body: ' \n' })).toMatch(/no text/)
    expect(faultOf({ kind: 'map', layers: [] })).toMatch(/no layer/)
    expect(
      faultOf({
        kind: 'map',
        windowFrom: '2026-11-22T00:00:00Z',
        windowTo: '2026-11-01T00:00:00Z',
      }),
    ).toMatch(/ends before it begins/)
    expect(faultOf({ kind: 'comparison', againstScenarioId: null })).toMatch(/compared with/)
    expect(faultOf({ kind: 'comparison', againstScenarioId: 'coa-1' })).toMatch(/two different/)
    expect(pageKindOf(aSlide()).fault(aSlide(), anOperation({ areas: [] }))).toMatch(/no ground/)
  })

  it('is silent where all is there', () => {
    for (const slide of EVERY_KIND) expect(pageKindOf(slide).fault(slide, document)).toBeNull()
  })
})

describe('the marking', () => {
  it('says EXERCISE even where the mark does not', () => {
    expect(markingText({ marking: 'UN CONFIDENTIAL', isExercise: true })).toBe(
      'UN CONFIDENTIAL // EXERCISE',
    )
    expect(markingText({ marking: 'UNCLASSIFIED // EXERCISE', isExercise: true })).toBe(
      'UNCLASSIFIED // EXERCISE',
    )
    expect(markingText({ marking: 'UNCLASSIFIED', isExercise: false })).toBe('UNCLASSIFIED')
  })
})

describe('what the wall leaves out', () => {
  it('asks the map for no live positions and says so at the foot; an exercise shows them', () => {
    const [, map] = THREE_SLIDES
    if (!map) throw new Error('no map slide')
    const room = aRoom(aDeck())
    const { container } = show(map, room)
    expect(room.maps.at(-1)?.layers).toEqual(['need'])
    expect(container.querySelector('[data-edge=bottom]')?.textContent).toContain(
      'No live positions on a wall',
    )
    cleanup()
    const settings = { ...operationOf(anOperation()), isExercise: true }
    const exercise = aRoom(aDeck({ operation: [settings] }))
    const shown = show(map, exercise)
    expect(exercise.maps.at(-1)?.layers).toEqual(['need', 'units'])
    expect(shown.container.textContent).not.toContain('No live positions')
  })
})

describe('stale data', () => {
  it('puts a band over the footer from twice the interval on', () => {
    const roads = { kind: 'roads', title: 'Route status', asOf: PLANNING_AT } as const
    const dataset = aDataset(someIncidents([[-9.4, 6.6]]), { ...roads, expectedEveryHours: 12 })
    const room = aRoom(aDeck({ datasets: [dataset] }))
    const slide = THREE_SLIDES[2]
    if (!slide) throw new Error('no comparison')
    const early = show(slide, room, '2026-11-23T11:59:00Z')
    expect(early.container.querySelector('.wall-stale')).toBeNull()
    cleanup()
    const late = show(slide, room, '2026-11-23T12:00:00Z')
    const band = late.container.querySelector('.wall-stale')
    expect(band?.textContent).toContain('Route status 24 h old (221200Z NOV)')
    expect(band?.textContent).toContain('due every 12 h')
  })
})

describe('big numbers', () => {
  it('are those of the comparison; need that nobody knows is no number', async () => {
    const contents = aDeck()
    const { results, pictures } = await answersOf(contents)
    const baseline = pictures['current-posture']
    const coa = pictures['coa-1']
    const slide = THREE_SLIDES[2]
    if (!baseline || !coa || !slide) throw new Error('no pictures')
    const { measures } = compare({ a: baseline, b: coa, baseline })
    const { container, findByText } = show(slide, aRoom(contents, results))
    await findByText(/out of reach/)
    const text = (id: string) => container.querySelector(`[data-measure=${id}]`)?.textContent
    const measure = (id: string) => measures.find((each) => each.id === id)
    const net = measure('peopleWithinStandard')?.difference ?? 0
    expect(net).toBeGreaterThan(1000)
    expect(text('peopleWithinStandard')).toContain(`+${(net / 1000).toFixed(net < 9950 ? 1 : 0)}k`)
    expect(measure('needMet')?.b.value).toBeNull()
    expect(text('needMet')).toBeUndefined()
    const outOfReach = measure('peopleOutOfReach')
    expect(outOfReach?.b.value).toBe(0)
    expect(text('peopleOutOfReach')).toContain('0out of reach')
    expect(text('peopleOutOfReach')).toContain(`now ${(outOfReach?.a.value ?? 0) / 1000}\u00a0k`)
  })
})

describe('a frozen slide', () => {
  it('is drawn from its page and picture, says since when, and knows nothing of now', async () => {
    const slide = THREE_SLIDES[2]!
    const { page } = pageOf(slide, await factsFor(slide), { isWall: true })
    const numbers = page.blocks.find((block) => block.type === 'numbers')!
    const picture = 'data:image/png;base64,AAAA'
    const frozen = frozenOf(page, picture, {
      at: '2026-11-20T06:00:00Z',
      level: 'internal',
    })
    const room = aRoom(aDeck())
    const gone = { ...slide, headline: 'Another', scenarioId: 'deleted', frozen }
    const { container } = show(gone, room)
    expect(room.maps).toEqual([])
    expect(container.querySelector('.wall-map img')?.getAttribute('src')).toBe(picture)
    expect(screen.getByRole('heading').textContent).toBe(slide.headline)
    const footer = container.querySelector('.wall-footer')!.textContent
    expect(footer).toContain('FROZEN 200600Z NOV 26')
    expect(footer).not.toContain('Data as of')
    expect(container.querySelector('[data-edge=top]')?.textContent).toContain('COA 1')
    for (const { value } of numbers.numbers) {
      expect(container.querySelector('.wall-numbers')?.textContent).toContain(value)
    }
    cleanup()
    const without = show({ ...gone, frozen: { ...frozen, picture: null } }, room)
    expect(without.container.textContent).toContain('No picture of this map was kept.')
    cleanup()
    const dated = show({ ...gone, frozen: { ...frozen, dataAsOf: '2026-11-19T06:00:00Z' } }, room)
    const then = dated.container.querySelector('.wall-footer')!.textContent
    expect(then).toContain('Data as of 190600Z NOV 26 when frozen')
  })
})

describe('every number of a page', () => {
  it.each([...THREE_SLIDES.slice(1), A_DECISION, SOME_MEASURES])(
    'stands on the wall, or is counted as not shown: $kind',
    async (slide) => {
      const contents = aDeck()
      const facts = await factsFor(slide, contents)
      const { page } = pageOf(slide, facts, { isWall: true })
      const { results } = await answersOf(contents)
      const { container } = show(slide, aRoom(contents, results))
      const texts = page.blocks.flatMap(textsOf).filter((text) => text !== '')
      expect(texts.length).toBeGreaterThan(2)
      await waitFor(() => {
        expect(container.querySelector('.wall-body :is(dt, tr[data-row] th)')).not.toBeNull()
      }, SLOW)
      const body = container.querySelector('.wall-body')!
      const said = (body.textContent ?? '').replaceAll('\u00a0', ' ')
      const unsaid = texts.filter((text) => !said.includes(text.replaceAll('\u00a0', ' ')))
      if (!said.includes('not shown')) expect(unsaid).toEqual([])
      expect(unsaid.length).toBeLessThan(texts.length / 2)
    },
  )
})

function textsOf(block: PageBlock): string[] {
  if (block.type === 'numbers') {
    return block.numbers.flatMap(({ value, unit, comparison }) => [value, unit, comparison])
  }
  if (block.type !== 'table') return []
  return block.rows.flatMap(({ head, cells }) => [head, ...cells.map(({ text }) => text)])
}

describe('a decision', () => {
  async function shown(rows: Parameters<typeof aDeck>[0] = {}, frame = FRAME) {
    const contents = aDeck(rows)
    const { results } = await answersOf(contents)
    const room = aRoom(contents, results)
    const slide = { ...A_DECISION, headline: '' }
    const wall = <WallSlide slide={slide} frame={frame} nowAt={PLANNING_AT} run={RUN} />
    const { container, findByText } = render(inRoom(room, wall))
    await findByText('Civilians', {}, SLOW)
    await findByText(/gain it\./, {}, SLOW)
    return container
  }

  it('says what is sought, because, however, and always what it does to civilians', async () => {
    const settings = {
      ...operationOf(anOperation()),
      decisionSought: { text: 'Approve COA 1', byAt: '2026-11-23T12:00:00Z' },
    }
    const container = await shown({ operation: [settings] })
    const said = [...container.querySelectorAll('.wall-points dd')].map((line) => line.textContent!)
    expect(said[0]).toBe('Approve COA 1, by 231200Z NOV 26')
    expect(said[1]).toMatch(/people out of reach 0 \(now 40/)
    expect(said[2]).toMatch(/\.$/)
    expect(said[3]).toMatch(/^(nobody loses help|.* people lose help) within .*; .*gain it\.$/)
    expect(screen.getByRole('heading').textContent).toContain('COA 1 brings help')
    expect(container.textContent).not.toMatch(/undefined|NaN/)
  })

  it('shows the heaviest criteria raw, no more of them than the wall has room for', async () => {
    const container = await shown()
    const rows = [...container.querySelectorAll('tr[data-row]:not([data-total])')]
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.length).toBeLessThanOrEqual(6)
    expect(container.querySelectorAll('.wall-table thead th')).toHaveLength(3)
    expect(container.querySelector('[data-total]')?.textContent).toMatch(/1st|tie/)
    cleanup()
    const low = await shown({}, { widthPixels: 3840, heightPixels: 2160, rootPixels: 93.4 })
    expect(low.querySelectorAll('tr[data-row]:not([data-total])').length).toBeLessThan(rows.length)
    expect(low.querySelectorAll('.wall-points dd')).toHaveLength(4)
  })

  it('says what was decided, and whether the COA has changed since', async () => {
    const document = aDeck().document
    const given = aGivenVerdict({ comparedIds: [] })
    const row = recordVerdict.change(document, given).rows[0]!.after as Verdict
    const container = await shown({ verdicts: [row] })
    const decided = container.querySelector('.wall-points dd')!.textContent
    expect(decided).toBe('Approved 221200Z NOV 26 by FC')
    cleanup()
    const later = await shown({ verdicts: [{ ...row, planHash: 'another' }] })
    expect(later.querySelector('.wall-points dd')!.textContent).toContain('has changed since')
  })
})
