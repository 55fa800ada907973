// @vitest-environment happy-dom
import { act, fireEvent, screen as page } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { epochMinutesOf } from '#core/time/instant.ts'
import { steppedWindow } from '#panels/time/play.ts'
import { TimeStrip } from '#panels/time/time-strip.tsx'
import { aDataset, PLANNING_AT, someContents, someIncidents } from '#support/build.ts'
import { giveSize, stand } from './stand.tsx'

beforeAll(giveSize)

const NOW = epochMinutesOf(PLANNING_AT)
const DAY = 1440
/** One a day, the last of them 15.6 days before the planning instant. */
const COLUMNS = someIncidents(Array.from({ length: 200 }, () => [-9.4, 6.6]))

function standTime(window: readonly [number, number] | null = null, isEmpty = false) {
  const contents = someContents(isEmpty ? { datasets: [] } : { datasets: [aDataset(COLUMNS)] })
  const columns = new Map([['incidents-1', COLUMNS]])
  let toggled = 0
  const room = stand(<TimeStrip playing={{ isPlaying: false, toggle: () => toggled++ }} />, {
    contents: { ...contents, columns },
    screen: { windowEpochMinutes: window },
  })
  return {
    ...room,
    window: () => room.screen.getState().windowEpochMinutes,
    toggles: () => toggled,
  }
}

const end = (name: 'Window begins' | 'Window ends') => page.getByRole('slider', { name })
const countIn = () =>
  [...document.querySelectorAll('.time-what b')].map(({ textContent }) => Number(textContent))

describe('the strip of time', () => {
  it('counts what the window holds; a preset ends at the planning instant', () => {
    const room = standTime()
    expect(countIn()).toEqual([200, 0])
    fireEvent.click(page.getByRole('radio', { name: '30 d' }))
    expect(room.window()).toEqual([NOW + 1 - 30 * DAY, NOW + 1])
    expect(countIn()).toEqual([15, 0])
    fireEvent.click(page.getByRole('radio', { name: 'All' }))
    expect(room.window()).toBeNull()
  })

  it('moves its ends by arrow keys, seven steps with Shift, never past each other', () => {
    const room = standTime([NOW + 1 - 30 * DAY, NOW + 1])
    const [from, to] = room.window()!
    fireEvent.keyDown(end('Window begins'), { key: 'ArrowRight' })
    const [moved] = room.window()!
    const step = moved - from
    expect([60, 360, DAY]).toContain(step)
    fireEvent.keyDown(end('Window begins'), { key: 'ArrowLeft', shiftKey: true })
    expect(room.window()).toEqual([from - 6 * step, to])
    for (let press = 0; press < 100; press++) {
      fireEvent.keyDown(end('Window begins'), { key: 'ArrowRight', shiftKey: true })
    }
    const shortest = room.window()!
    expect(shortest[1]).toBe(to)
    expect(shortest[1] - shortest[0]).toBeGreaterThanOrEqual(60)
    expect(shortest[1] - shortest[0]).toBeLessThanOrEqual(step)
    fireEvent.keyDown(end('Window ends'), { key: 'ArrowRight' })
    fireEvent.keyDown(end('Window begins'), { key: 'x' })
    expect(room.window()).toEqual(shortest)
  })

  it('says its ends as date-time groups', () => {
    standTime([NOW - 2 * DAY, NOW])
    expect(end('Window begins').getAttribute('aria-valuetext')).toBe('201200Z NOV 26')
    expect(document.querySelector('.time-head .mono')!.textContent).toBe(
      '201200Z NOV 26 – 221159Z NOV 26',
    )
  })

  it('plays only where there is a window', () => {
    const room = standTime()
    const play = page.getByRole('button', { name: 'Play (K)' }) as HTMLButtonElement
    expect(play.disabled).toBe(true)
    act(() => room.screen.setState({ windowEpochMinutes: [NOW - DAY, NOW] }))
    fireEvent.click(play)
    expect(room.toggles()).toBe(1)
    expect(steppedWindow([10, 20], [0, 24], 7)).toEqual([14, 24])
    expect(steppedWindow([14, 24], [0, 24], 7)).toEqual([0, 10])
    expect(steppedWindow([0, 10], [0, 24], -7)).toEqual([14, 24])
  })

  it('without incidents says what fills it', () => {
    standTime(null, true)
    expect(page.getByText(/No incidents yet/)).toBeTruthy()
    expect(page.queryByRole('slider')).toBeNull()
  })
})
