// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { kindOf, SLIDE_KINDS } from '#briefing/slides/registry.ts'
import { WallSlide } from '#briefing/slides/wall-slide.tsx'
import { operationOf } from '#core/document.ts'
import { markingText } from '#core/marking.ts'
import type { Slide } from '#core/records/slide.ts'
import { compare } from '#jobs/compare.ts'
import { aDataset, anOperation, aSlide, PLANNING_AT, someIncidents } from '../../support/build.ts'
import { aDeck, answersOf, aRoom, inRoom, type TestRoom, THREE_SLIDES } from '../a-briefing.tsx'

afterEach(cleanup)

const FRAME = { widthPixels: 1916, heightPixels: 1076, rootPixels: 32.3 }
const RUN = { index: 0, count: 3, countdown: null, isPaused: false, frozenAt: null }

function show(slide: Slide, room: TestRoom, nowAt = PLANNING_AT) {
  return render(inRoom(room, <WallSlide slide={slide} frame={FRAME} nowAt={nowAt} run={RUN} />))
}

describe('every slide kind', () => {
  it('is in the deck of the tests', () => {
    expect(THREE_SLIDES.map(({ kind }) => kind).sort()).toEqual(
      SLIDE_KINDS.map(({ id }) => id).sort(),
    )
  })

  it.each(THREE_SLIDES)('carries the marking top and bottom: $kind', async (slide) => {
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

  it.each(THREE_SLIDES)('keeps the marking while its facts are missing: $kind', (slide) => {
    const { container } = show(slide, aRoom(aDeck()))
    expect(container.querySelectorAll('.wall-marking')).toHaveLength(2)
    if (slide.kind === 'text') return
    expect(screen.getByRole('status').textContent).toMatch(/still being worked out/)
  })

  it.each(THREE_SLIDES)('says in one line that its COA is gone: $kind', (slide) => {
    const { document } = aDeck()
    const gone = { ...slide, scenarioId: 'deleted' }
    const fault = kindOf(slide).fault(gone, document)
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
    return kindOf(slide).fault(slide, document)
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
    expect(kindOf(aSlide()).fault(aSlide(), anOperation({ areas: [] }))).toMatch(/no ground/)
  })

  it('is silent where all is there', () => {
    for (const slide of THREE_SLIDES) expect(kindOf(slide).fault(slide, document)).toBeNull()
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
