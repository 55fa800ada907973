import { describe, expect, it } from 'vitest'
import { addView } from '#app/places/brief/add-view.ts'
import { addSlide } from '#core/commands/slides/add-slide.ts'
import { slidesOf } from '#core/decks-of.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createResultsStore } from '#state/results-store.ts'
import { createScreenStore, type ScreenState } from '#state/screen-store.ts'
import { aDeckRow, anOperation, aSlide, PLANNING_AT } from '#support/build.ts'
import type { Room, ToldAction } from '#ui/room.tsx'

function aRoom(state: Partial<ScreenState>) {
  const told: { readonly sentence: string; readonly action: ToldAction | undefined }[] = []
  let last = 0
  const document = anOperation({ decks: [aDeckRow(), aDeckRow({ id: 'deck-2', orderKey: 'X' })] })
  const room: Room = {
    documents: createDocumentStore({ document, columns: new Map() }),
    screen: createScreenStore({ scenarioId: 'coa-1', ...state }),
    results: createResultsStore(),
    tell: (sentence, action) => told.push({ sentence, action }),
    now: () => PLANNING_AT,
    newId: () => `new-${++last}`,
  }
  const slides = (id = 'deck-1') => slidesOf(room.documents.getState().document, { id })
  return { ...room, told, slides }
}

describe('the view on screen', () => {
  it('becomes a map slide of the open deck, told with its number, and is taken back', () => {
    const room = aRoom({
      place: 'situation',
      deckId: 'deck-2',
      camera: { centre: [-9.3, 6.6], zoom: 9 },
      viewDegrees: [-10, 6, -9, 7],
      windowEpochMinutes: [29_000_000, 29_900_000],
    })
    addView(room)
    const [slide] = room.slides('deck-2')
    expect(slide).toMatchObject({ kind: 'map', scenarioId: 'coa-1', deckId: 'deck-2' })
    expect(slide?.layers).toContain('need')
    expect(slide?.layers.some((id) => id.startsWith('study-'))).toBe(false)
    expect(slide?.windowFrom).toBe('2025-02-19T21:20:00Z')
    expect(room.told[0]?.sentence).toMatch(/^Added to Decision brief as slide 1\./)
    room.told[0]?.action?.act()
    expect(room.slides('deck-2')).toEqual([])
    expect(room.documents.getState().done).toEqual([])
  })

  it('is taken back alone where something was done since', () => {
    const room = aRoom({ place: 'plan' })
    addView(room)
    runCommand(room.documents, addSlide, { slide: aSlide({ id: 'later', deckId: 'deck-1' }) })
    room.told[0]?.action?.act()
    expect(room.slides().map(({ id }) => id)).toEqual(['later'])
  })

  it('of Compare is a comparison by what it shows, or the decision beside its panes', () => {
    const room = aRoom({ place: 'compare', compareView: 'needMet' })
    addView(room)
    room.screen.setState({ compareView: 'panes' })
    addView(room)
    expect(room.slides()).toMatchObject([
      {
        kind: 'comparison',
        againstScenarioId: 'current-posture',
        layers: ['county-borders', 'difference-need', 'towns'],
      },
      { kind: 'decision' },
    ])
  })

  it('says which study it cannot show', () => {
    const room = aRoom({ place: 'situation', studyId: 'hotSpots' })
    addView(room)
    expect(room.told[0]?.sentence).toMatch(/Left out: the study “.*”, which no slide shows/)
  })
})
