// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BriefPlace } from '#briefing/brief-place.tsx'
import { elapsedText } from '#briefing/presenter/clocks.tsx'
import { aDeck, aRoom, inRoom, THREE_SLIDES } from '../a-briefing.tsx'

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function speaking() {
  const room = aRoom(aDeck())
  room.screen.setState({ wallSlide: 0, wallRole: 'presenter', wallSession: 'session-1' })
  render(inRoom(room, <BriefPlace />))
  return room
}

const slides = () => within(screen.getByRole('navigation', { name: 'Slides' }))
const isOn = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed')

describe('the presenter', () => {
  it('lists slides, goes to them, and shows their notes', () => {
    const room = speaking()
    expect(slides().getAllByRole('button')).toHaveLength(3)
    fireEvent.click(slides().getByRole('button', { name: new RegExp(THREE_SLIDES[1]!.headline) }))
    expect(room.screen.getState().wallSlide).toBe(1)
    expect(screen.getByRole('region', { name: 'Notes' }).textContent).toContain(
      'Say who reported it.',
    )
    fireEvent.keyDown(window, { key: 'ArrowRight' })
    expect(room.screen.getState().wallSlide).toBe(2)
    expect(screen.getByRole('region', { name: 'Notes' }).textContent).toContain('No notes')
    for (const key of ['1', 'Enter']) fireEvent.keyDown(window, { key })
    expect(room.screen.getState().wallSlide).toBe(0)
  })

  it('blackens, freezes and pauses, and says that nobody sees it', () => {
    speaking()
    expect(screen.getByText(/^The audience window is closed/)).toBeTruthy()
    fireEvent.keyDown(window, { key: 'b' })
    expect(isOn('Black')).toBe('true')
    expect(screen.getByText('The wall is black')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Freeze' }))
    expect(isOn('Freeze')).toBe('true')
    expect(screen.getAllByText(/FROZEN/).length).toBeGreaterThan(0)
    fireEvent.keyDown(window, { key: '.' })
    expect(isOn('Black')).toBe('false')
  })

  it('says so when the browser keeps the other window from opening', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    speaking()
    fireEvent.click(screen.getByRole('button', { name: 'Open the audience window' }))
    await act(async () => {})
    expect(screen.getByText(/kept the window from opening/)).toBeTruthy()
  })

  it('shows no notes on a wall that a presenter steers', () => {
    const room = aRoom(aDeck())
    room.screen.setState({ wallSlide: 1, wallSession: 'session-1' })
    render(inRoom(room, <BriefPlace />))
    fireEvent.keyDown(window, { key: 'n' })
    expect(screen.queryByLabelText('Notes')).toBeNull()
    expect(document.body.textContent).not.toContain('Say who reported it.')
  })

  it('tells minutes and hours', () => {
    expect([0, 425_000, 4_025_000].map(elapsedText)).toEqual(['0:00', '7:05', '1:07:05'])
  })
})
