// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BriefPlace } from '#briefing/brief-place.tsx'
import { indexAfter } from '#briefing/place/slide-rows.tsx'
import { decksInOrder, FIRST_DECK, slidesOf } from '#core/decks-of.ts'
import { aDeckRow, aFrozenPage, aSlide } from '#support/build.ts'
import { aDeck, aRoom, inRoom, type TestRoom, THREE_SLIDES } from '../a-briefing.tsx'

// Nothing here is hidden, and to make sure of it takes most of the time of a query.
beforeAll(() => configure({ defaultHidden: true }))
// Files after this one share the library.
afterAll(() => configure({ defaultHidden: false }))

afterEach(() => {
  cleanup()
  localStorage.clear()
})

function open(room: TestRoom): TestRoom {
  render(inRoom(room, <BriefPlace />))
  return room
}

const documentOf = (room: TestRoom) => room.documents.getState().document
const idsIn = (room: TestRoom, id: string) => slidesOf(documentOf(room), { id }).map((s) => s.id)
const press = (name: string | RegExp) => {
  const named = [...document.querySelectorAll<HTMLElement>('button')].find((button) => {
    const text = button.getAttribute('aria-label') ?? button.textContent ?? ''
    return typeof name === 'string' ? text === name : name.test(text)
  })
  fireEvent.click(named!)
}
/** Asked by its attributes: a query by role works out the name of everything there is. */
const rows = () => [
  ...document.querySelectorAll<HTMLElement>('[role=grid][aria-label=Slides] [role=row]'),
]
const fromMenu = (button: string | RegExp, item: string | RegExp) => {
  press(button)
  fireEvent.click(screen.getByRole('menuitem', { name: item }))
}
const TWO_DECKS = [{ ...FIRST_DECK }, aDeckRow()]

describe('a deck', () => {
  it('is made empty beside the one that was there, which keeps its slides', () => {
    const room = open(aRoom(aDeck()))
    fromMenu('Decks', /^New deck/)
    press(/^Empty deck/)
    expect(decksInOrder(documentOf(room)).map(({ name }) => name)).toEqual(['Briefing', 'New deck'])
    expect(idsIn(room, FIRST_DECK.id)).toEqual(['text', 'map', 'comparison'])
    expect(rows()).toHaveLength(0)
    expect(screen.getByRole('heading', { level: 2, name: 'Deck' })).toBeTruthy()
    expect(room.documents.getState().done).toHaveLength(1)
  })

  it('is copied and deleted by its menu, and each is one undo', () => {
    const room = open(aRoom(aDeck({ decks: TWO_DECKS })))
    fromMenu('Decks', 'Duplicate this deck')
    expect(decksInOrder(documentOf(room)).map(({ name }) => name)).toEqual([
      'Briefing',
      'Decision brief',
      'Briefing copy',
    ])
    expect(rows()).toHaveLength(3)
    fromMenu('Decks', 'Delete this deck')
    expect(room.told).toEqual(['Briefing copy and its slides were deleted.'])
    expect(documentOf(room).tables.slides.size).toBe(3)
    act(() => room.documents.getState().undo())
    expect(documentOf(room).tables.slides.size).toBe(6)
  })

  it('that is the only one is not deleted', () => {
    open(aRoom(aDeck()))
    press('Decks')
    const item = screen.getByRole('menuitem', { name: 'Delete this deck' })
    expect(item.getAttribute('aria-disabled')).toBe('true')
  })

  it('says for whom it is, what that leaves out, and takes a long name', () => {
    const room = open(aRoom(aDeck()))
    fromMenu('Decks', /^Rename/)
    fireEvent.click(screen.getByRole('radio', { name: 'Public' }))
    expect(screen.getByText(/COAs that are not decided/)).toBeTruthy()
    const name = screen.getByLabelText('Name')
    const long = 'Weekly situation report '.repeat(5).trim()
    fireEvent.change(name, { target: { value: long } })
    fireEvent.blur(name)
    expect(documentOf(room).tables.decks.get(FIRST_DECK.id)).toMatchObject({
      level: 'public',
      name: long,
    })
    expect(idsIn(room, FIRST_DECK.id)).toHaveLength(3)
  })
})

describe('a slide', () => {
  it('is copied by key and moves to another deck', () => {
    const room = open(aRoom(aDeck({ decks: TWO_DECKS })))
    const [first] = rows()
    if (!first) throw new Error('no slides')
    fireEvent.keyDown(first, { key: 'd', ctrlKey: true })
    expect(idsIn(room, FIRST_DECK.id)).toEqual(['text', 'new-1', 'map', 'comparison'])
    fromMenu('Move slide to another deck', 'Move to Decision brief')
    expect(idsIn(room, 'deck-1')).toEqual(['new-1'])
    expect(screen.getByRole('heading', { level: 2, name: 'Slide 2' })).toBeTruthy()
  })

  it('keeps what is said apart from what is shown', () => {
    const room = open(aRoom(aDeck()))
    const notes = screen.getByLabelText(/^Notes/)
    fireEvent.change(notes, { target: { value: 'Ask the FC first.' } })
    fireEvent.blur(notes)
    expect(documentOf(room).tables.slides.get('text')).toMatchObject({
      notes: 'Ask the FC first.',
      body: 'The reserve stays where it is.',
    })
    fireEvent.click(rows()[1]!)
    const old = screen.getByLabelText(/^Notes/)
    expect(old).toHaveProperty('value', 'Say who reported it.')
    fireEvent.change(old, { target: { value: 'Name nobody.' } })
    fireEvent.blur(old)
    expect(documentOf(room).tables.slides.get('map')).toMatchObject({
      notes: 'Name nobody.',
      body: '',
    })
  })

  it('plays only dates that it has', () => {
    const dated = aSlide({
      id: 'dated',
      orderKey: 'z',
      windowFrom: '2026-11-01T00:00:00Z',
      windowTo: '2026-11-22T00:00:00Z',
    })
    const room = open(aRoom(aDeck({ slides: [...THREE_SLIDES, dated] })))
    const plays = () => screen.getByRole('switch', { name: /^Plays its dates/ })
    fireEvent.click(rows()[1]!)
    expect(plays()).toHaveProperty('disabled', true)
    fireEvent.click(rows()[3]!)
    fireEvent.click(plays())
    expect(documentOf(room).tables.slides.get('dated')?.isPlayed).toBe(true)
  })

  it('that is frozen says since when and goes on again', () => {
    const frozen = aSlide({ id: 'cold', orderKey: '0', frozen: aFrozenPage('cold') })
    const room = open(aRoom(aDeck({ slides: [...THREE_SLIDES, frozen] })))
    expect(within(rows()[0]!).getByText('frozen')).toBeTruthy()
    expect(screen.getByText(/Frozen since 221200Z NOV 26/)).toBeTruthy()
    press('Let it go on')
    expect(documentOf(room).tables.slides.get('cold')).not.toHaveProperty('frozen')
  })

  it('is one of sixty, and one whose COA is gone says so', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      aSlide({
        id: `s${at}`,
        orderKey: `a${String(at).padStart(2, '0')}`,
        headline: 'x'.repeat(120),
        scenarioId: at === 7 ? 'gone' : 'coa-1',
      }),
    )
    const room = open(aRoom(aDeck({ slides: many })))
    expect(rows()).toHaveLength(60)
    expect(within(rows()[7]!).getByText(/no longer there/)).toBeTruthy()
    fireEvent.click(rows()[7]!)
    expect(screen.getByText('Slide 8', { selector: 'h2 *, h2' })).toBeTruthy()
    fireEvent.keyDown(rows()[7]!, { key: 'Delete' })
    expect(idsIn(room, FIRST_DECK.id)).toHaveLength(59)
  })
})

describe('a slide that is let go beside another', () => {
  it('comes to stand where the line was', () => {
    const order = ['a', 'b', 'c', 'd']
    for (const from of [0, 1, 2, 3]) {
      for (const target of [0, 1, 2, 3].filter((each) => each !== from)) {
        for (const side of ['before', 'after'] as const) {
          const rest = order.filter((_, at) => at !== from)
          const toIndex = indexAfter(from, target, side)
          const after = rest.toSpliced(toIndex, 0, order[from]!)
          const [moved, beside] = [after.indexOf(order[from]!), after.indexOf(order[target]!)]
          expect(moved - beside).toBe(side === 'before' ? -1 : 1)
        }
      }
    }
  })
})
