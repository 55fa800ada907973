// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BriefPlace } from '#briefing/brief-place.tsx'
import { PIXEL_SHIFTS } from '#briefing/stage/use-pixel-shift.ts'
import { editSlide } from '#core/commands/slides/edit-slide.ts'
import { FIRST_DECK } from '#core/decks-of.ts'
import { runCommand } from '#state/document-store.ts'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import { aDataset, PLANNING_AT, someIncidents } from '../../support/build.ts'
import { aDeck, aRoom, inRoom, type TestRoom, THREE_SLIDES } from '../a-briefing.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function onTheWall(slideIndex = 0, contents = aDeck()): TestRoom {
  const room = aRoom(contents)
  room.screen.setState({ wallSlide: slideIndex })
  render(inRoom(room, <BriefPlace />))
  return room
}

const headline = () => screen.queryByRole('heading', { level: 1 })?.textContent ?? null
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
const seconds = (count: number) => act(() => vi.advanceTimersByTime(1000 * count))
const [text, map, comparison] = THREE_SLIDES.map((slide) => slide.headline)

describe('keys on the wall', () => {
  it('go on, back, to either end, and no further than the ends', () => {
    onTheWall()
    for (const next of ['ArrowRight', 'PageDown']) key(next)
    expect(headline()).toBe(comparison)
    key(' ')
    expect(headline()).toBe(comparison)
    key('ArrowLeft')
    expect(headline()).toBe(map)
    key('Home')
    key('PageUp')
    expect(headline()).toBe(text)
    key('End')
    expect(headline()).toBe(comparison)
  })

  it('B is black and back, N shows the notes, Escape leaves', () => {
    const room = onTheWall(1)
    key('b')
    expect(screen.getByRole('img', { name: 'Black screen' })).toBeTruthy()
    key('B')
    expect(screen.queryByRole('img', { name: 'Black screen' })).toBeNull()
    key('n')
    expect(screen.getByLabelText('Notes').textContent).toContain('Say who reported it.')
    key('ArrowLeft')
    expect(screen.getByLabelText('Notes').textContent).toContain('No notes for this slide.')
    key('Escape')
    expect(room.screen.getState().wallSlide).toBeNull()
    expect(screen.queryByRole('dialog', { name: 'Wall screen' })).toBeNull()
  })

  it('reach nobody behind the wall', () => {
    onTheWall()
    const heard = vi.fn()
    document.body.addEventListener('keydown', heard)
    key('p')
    key('ArrowRight')
    expect(heard).not.toHaveBeenCalled()
    document.body.removeEventListener('keydown', heard)
  })

  it('of a remote: page keys, the full stop for black, F5 goes on by itself', () => {
    onTheWall()
    key('PageDown')
    expect(headline()).toBe(map)
    expect(screen.getByText('paused')).toBeTruthy()
    key('.')
    expect(screen.getByRole('img', { name: 'Black screen' })).toBeTruthy()
    key('F5')
    expect(screen.queryByRole('img', { name: 'Black screen' })).toBeNull()
    expect(screen.queryByText('paused')).toBeNull()
    seconds(8)
    expect(headline()).toBe(comparison)
  })

  it('digits and Enter jump to a slide, Escape or five seconds forget them', () => {
    const room = onTheWall()
    key('3')
    expect(screen.getByText('Slide 3 of 3 · Enter')).toBeTruthy()
    key('Enter')
    expect(headline()).toBe(comparison)
    key('1')
    key('Escape')
    expect(room.screen.getState().wallSlide).toBe(2)
    key('2')
    seconds(5)
    expect(screen.queryByText(/· Enter$/)).toBeNull()
    for (const each of ['9', '9', 'Enter']) key(each)
    expect(headline()).toBe(comparison)
  })

  it('F holds the facts with their time until F again', () => {
    const room = onTheWall(1)
    key('f')
    expect(screen.getByText(/FROZEN/).textContent).toContain('221200Z NOV 26')
    act(() => {
      runCommand(room.documents, editSlide, { id: 'map', fields: { headline: 'Changed since' } })
    })
    expect(headline()).toBe(map)
    key('f')
    expect(headline()).toBe('Changed since')
    expect(screen.queryByText(/FROZEN/)).toBeNull()
  })
})

describe('going on by itself', () => {
  it('stays as long as each slide says, then begins again', () => {
    onTheWall()
    expect(screen.getByRole('timer').textContent).toBe('5 s')
    seconds(4)
    expect(screen.getByRole('timer').textContent).toBe('1 s')
    expect(headline()).toBe(text)
    seconds(1)
    expect(headline()).toBe(map)
    expect(screen.getByRole('timer').textContent).toBe('8 s')
    seconds(8)
    expect(headline()).toBe(comparison)
    seconds(10)
    expect(headline()).toBe(text)
  })

  it('stops on any key and goes on again with P or K', () => {
    onTheWall()
    seconds(2)
    key('q')
    seconds(30)
    expect(headline()).toBe(text)
    expect(screen.getByText('paused')).toBeTruthy()
    key('p')
    seconds(3)
    expect(headline()).toBe(map)
    key('k')
    seconds(30)
    expect(headline()).toBe(map)
  })

  it('stays on the last slide of a deck that does not begin anew', () => {
    onTheWall(0, aDeck({ decks: [{ ...FIRST_DECK, isLooping: false }] }))
    seconds(5)
    seconds(8)
    expect(headline()).toBe(comparison)
    expect(screen.queryByRole('timer')).toBeNull()
    seconds(60)
    expect(headline()).toBe(comparison)
  })

  it('stays on every slide as long as the address says', () => {
    const room = aRoom(aDeck())
    room.screen.setState({ wallSlide: 0, wallIntervalSeconds: 2, wallTold: 'No such deck.' })
    render(inRoom(room, <BriefPlace />))
    expect(screen.getByText('No such deck.')).toBeTruthy()
    seconds(2)
    expect(headline()).toBe(map)
    seconds(2)
    expect(headline()).toBe(comparison)
    seconds(60)
    expect(screen.queryByText('No such deck.')).toBeNull()
  })

  it('is kept for the device until somebody leaves', () => {
    onTheWall()
    seconds(5)
    expect(readPreferences().wallPlace).toMatchObject({ deckId: 'briefing', slideId: 'map' })
    key('Escape')
    expect(readPreferences().wallPlace).toBeNull()
  })

  it('leaves a lone slide alone', () => {
    onTheWall(0, aDeck({ slides: THREE_SLIDES.slice(0, 1) }))
    expect(screen.queryByRole('timer')).toBeNull()
    seconds(60)
    expect(headline()).toBe(text)
  })
})

describe('the screen itself', () => {
  it('moves the whole picture 1 to 4 pixels, another way each minute', () => {
    onTheWall()
    key('q')
    const shift = () => document.querySelector<HTMLElement>('.stage-shift')?.style.transform
    const first = shift()
    seconds(60)
    expect(shift()).not.toBe(first)
    for (const pixels of PIXEL_SHIFTS.flat()) {
      expect(pixels).toBeGreaterThanOrEqual(1)
      expect(pixels).toBeLessThanOrEqual(4)
    }
  })

  it('hides the pointer after three seconds, and shows how to leave while it moves', () => {
    onTheWall()
    const stage = screen.getByRole('dialog', { name: 'Wall screen' })
    expect(stage.dataset['idle']).toBe('true')
    fireEvent.pointerMove(window)
    expect(stage.dataset['idle']).toBeUndefined()
    expect(screen.getByRole('button', { name: /Leave the wall/ })).toBeTruthy()
    seconds(3)
    expect(stage.dataset['idle']).toBe('true')
    expect(screen.queryByRole('button', { name: /Leave the wall/ })).toBeNull()
  })

  it('refuses a screen that nobody could read, with the sentence and the marking', () => {
    writePreferences({ wall: { diagonalInches: 55, farthestSeatMetres: 12 } })
    onTheWall()
    expect(headline()).toBeNull()
    expect(screen.getByRole('status').textContent).toMatch(/does not fit a 55-inch screen/)
    expect(document.querySelectorAll('.wall-marking')).toHaveLength(2)
  })

  it('says that a deck is empty and keeps the marking', () => {
    onTheWall(0, aDeck({ slides: [] }))
    expect(screen.getByRole('status').textContent).toBe('This briefing has no slides yet.')
    expect(document.querySelectorAll('.wall-marking')).toHaveLength(2)
  })

  it('tells of data that grows stale while it stands there, within one look at the clock', () => {
    const dataset = aDataset(someIncidents([[-9.4, 6.6]]), {
      kind: 'roads',
      asOf: PLANNING_AT,
      expectedEveryHours: 1,
    })
    const room = onTheWall(2, aDeck({ datasets: [dataset] }))
    key('q')
    expect(document.querySelector('.wall-stale')).toBeNull()
    room.clock.at = '2026-11-22T14:00:00Z'
    seconds(10)
    expect(document.querySelector('.wall-stale')?.textContent).toContain('2 h old')
  })

  it('gives the root size back', () => {
    onTheWall()
    expect(document.documentElement.style.fontSize).toMatch(/^[\d.]+px$/)
    key('Escape')
    cleanup()
    expect(document.documentElement.style.fontSize).toBe('')
  })
})
