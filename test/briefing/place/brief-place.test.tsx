// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BriefPlace } from '#briefing/brief-place.tsx'
import { FIRST_DECK, slidesOf } from '#core/decks-of.ts'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import { aDeck, answersOf, aRoom, inRoom, type TestRoom } from '../a-briefing.tsx'

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

const order = (room: TestRoom) =>
  slidesOf(room.documents.getState().document, FIRST_DECK).map(({ id }) => id)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const rows = () => within(screen.getByRole('grid', { name: 'Slides' })).queryAllByRole('row')
const add = (kind: string) => {
  press(/^Add slide/)
  fireEvent.click(screen.getByRole('menuitem', { name: kind }))
}

describe('the deck', () => {
  it('is moved through and put in another order by keys, and each move is one undo', () => {
    const room = open(aRoom(aDeck()))
    const [first] = rows()
    if (!first) throw new Error('no slides')
    act(() => first.focus())
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    expect(document.activeElement?.getAttribute('data-slide')).toBe('map')
    expect(screen.getByRole('heading', { level: 2, name: 'Slide 2' })).toBeTruthy()
    fireEvent.keyDown(document.activeElement ?? first, { key: 'ArrowDown', altKey: true })
    expect(order(room)).toEqual(['text', 'comparison', 'map'])
    press('Move up (Alt ↑)')
    expect(order(room)).toEqual(['text', 'map', 'comparison'])
    act(() => room.documents.getState().undo())
    expect(order(room)).toEqual(['text', 'comparison', 'map'])
  })

  it('loses the chosen slide and chooses the next', () => {
    const room = open(aRoom(aDeck()))
    const [first] = rows()
    if (!first) throw new Error('no slides')
    fireEvent.keyDown(first, { key: 'Delete' })
    expect(order(room)).toEqual(['map', 'comparison'])
    expect(screen.getByRole('heading', { level: 2, name: 'Slide 1' })).toBeTruthy()
  })

  it('takes a slide from what the screen shows', () => {
    const room = aRoom(aDeck())
    room.screen.setState({
      camera: { centre: [-9.3, 6.6], zoom: 9 },
      viewDegrees: [-10, 6, -9, 7],
      windowEpochMinutes: [29_000_000, 29_900_000],
    })
    open(room)
    add('Map')
    const added = room.documents.getState().document.tables.slides.get('new-1')
    expect(added).toMatchObject({
      kind: 'map',
      scenarioId: 'coa-1',
      againstScenarioId: null,
      layers: ['towns', 'need'],
      windowFrom: '2025-02-19T21:20:00Z',
    })
    expect(added?.camera?.centre).toEqual([-9.3, 6.6])
    add('Comparison')
    const comparison = room.documents.getState().document.tables.slides.get('new-2')
    expect(comparison).toMatchObject({ againstScenarioId: 'current-posture', camera: null })
    expect(order(room)).toEqual(['text', 'map', 'comparison', 'new-1', 'new-2'])
  })

  it('says what to do where there is none', () => {
    const room = open(aRoom(aDeck({ slides: [] })))
    expect(screen.getByText('No slides yet')).toBeTruthy()
    expect(screen.getByRole('button', { name: /Show on the wall/ })).toHaveProperty(
      'disabled',
      true,
    )
    fireEvent.keyDown(window, { key: 'F5' })
    expect(room.screen.getState().wallSlide).toBeNull()
  })
})

describe('the paper of a slide', () => {
  it('offers a headline from the figures and takes it', async () => {
    const contents = aDeck()
    const { results } = await answersOf(contents)
    const room = open(aRoom(contents, results))
    const last = rows()[2]
    if (!last) throw new Error('no comparison')
    fireEvent.click(last)
    await screen.findByText(/From the figures/)
    press('Use this headline')
    const { headline } = room.documents.getState().document.tables.slides.get('comparison') ?? {}
    expect(headline).toMatch(/^COA 1 brings help within 2\u00a0h to [\d\u202f]+ more people; /)
    expect(screen.queryByText(/From the figures/)).toBeNull()
  })

  it('changes kind, layers and time as one step each', () => {
    const room = open(aRoom(aDeck()))
    const second = rows()[1]
    if (!second) throw new Error('no map')
    fireEvent.click(second)
    const layers = within(screen.getByRole('region', { name: 'Layers' }))
    expect(layers.getByText('need')).toBeTruthy()
    fireEvent.click(layers.getByRole('switch', { name: /towns/ }))
    expect(room.documents.getState().document.tables.slides.get('map')?.layers).toEqual([
      'towns',
      'need',
      'units',
    ])
    expect(room.documents.getState().done).toHaveLength(1)
  })

  it('tells that a headline is missing or too long', () => {
    const room = aRoom(aDeck())
    open(room)
    const box = screen.getByLabelText(/Headline/)
    fireEvent.change(box, { target: { value: 'x'.repeat(290) } })
    fireEvent.blur(box)
    expect(screen.getByText(/too long for two lines/)).toBeTruthy()
    fireEvent.change(box, { target: { value: '' } })
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(screen.getByText(/nobody knows what to look for/)).toBeTruthy()
  })
})

describe('the wall screen of this device', () => {
  it('is shown from F5 and Ctrl+Shift+B, at the chosen slide', () => {
    const room = open(aRoom(aDeck()))
    const second = rows()[1]
    if (!second) throw new Error('no map')
    fireEvent.click(second)
    fireEvent.keyDown(window, { key: 'F5' })
    expect(room.screen.getState().wallSlide).toBe(1)
    act(() => room.screen.setState({ wallSlide: null }))
    fireEvent.keyDown(window, { key: 'B', ctrlKey: true, shiftKey: true })
    expect(room.screen.getState().wallSlide).toBe(1)
  })

  it('is kept, and one that cannot be read is refused with the sentence', () => {
    writePreferences({ wall: { diagonalInches: 55, farthestSeatMetres: 12 } })
    const room = open(aRoom(aDeck()))
    expect(screen.getByRole('alert').textContent).toMatch(/does not fit a 55-inch screen/)
    fireEvent.keyDown(window, { key: 'F5' })
    expect(room.screen.getState().wallSlide).toBeNull()
    const wall = within(screen.getByRole('region', { name: 'Wall screen' }))
    fireEvent.click(wall.getByRole('button', { name: 'Set up …' }))
    const sheet = within(screen.getByRole('dialog', { name: 'Wall screen of this device' }))
    const use = sheet.getByRole('button', { name: 'Use this screen' })
    expect(sheet.getByRole('alert').textContent).toContain('so this is not kept')
    expect(use).toHaveProperty('disabled', true)
    const seat = sheet.getByRole('textbox', { name: 'Farthest seat in metres' })
    fireEvent.change(seat, { target: { value: '4' } })
    fireEvent.blur(seat)
    expect(sheet.getByText(/^Smallest text/).textContent).toContain('lines fit')
    expect(readPreferences().wall).toEqual({ diagonalInches: 55, farthestSeatMetres: 12 })
    fireEvent.click(use)
    expect(readPreferences().wall).toEqual({ diagonalInches: 55, farthestSeatMetres: 4 })
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
