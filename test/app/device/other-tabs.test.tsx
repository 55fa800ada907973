// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DeviceNews, followOtherTabs, leaveBy } from '#app/device/other-tabs.ts'
import { useIdleLock } from '#app/device/use-idle-lock.ts'
import { createScreenStore } from '#state/screen-store.ts'
import type { Storage } from '#storage/open-storage.ts'

const MINUTE = 60_000
const reload = vi.fn()
const sealed = { sealing: { state: () => 'open' } } as unknown as Storage
let other: BroadcastChannel
let heard: DeviceNews[]

beforeEach(() => {
  reload.mockClear()
  vi.spyOn(location, 'reload').mockImplementation(reload)
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  followOtherTabs()
  heard = []
  other = new BroadcastChannel('commonground-device')
  other.onmessage = ({ data }) => heard.push(data)
})
afterEach(() => {
  other.close()
  vi.useRealTimers()
})

/** So much time as a message between tabs takes. */
const arrived = () => new Promise((resolve) => setTimeout(resolve, 20))

async function hear(news: DeviceNews) {
  other.postMessage(news)
  await arrived()
}

function idleTab(wallSlide: number | null = null) {
  const screen = createScreenStore({ wallSlide })
  const leave = vi.fn()
  const { unmount } = renderHook(() => useIdleLock(sealed, screen, leave))
  return { screen, leave, unmount }
}

describe('news from another tab', () => {
  it.each(['locked', 'sealing'] as const)('%s: is left to what is open here', async (news) => {
    const leave = vi.fn()
    const stop = leaveBy(leave)
    await hear(news)
    expect(leave.mock.calls).toEqual([[news]])
    expect(reload).not.toHaveBeenCalled()
    stop()
    await hear(news)
    expect(leave).toHaveBeenCalledOnce()
    expect(reload).toHaveBeenCalledOnce()
  })

  it('erased: waits for nothing', async () => {
    const leave = vi.fn()
    const stop = leaveBy(leave)
    await hear('erased')
    expect(reload).toHaveBeenCalledOnce()
    expect(leave).not.toHaveBeenCalled()
    stop()
  })
})

describe('a tab that nobody touches', () => {
  it('locks after its time, and tells the others', async () => {
    const { leave, unmount } = idleTab()
    vi.advanceTimersByTime(29.5 * MINUTE)
    expect(leave).not.toHaveBeenCalled()
    vi.advanceTimersByTime(MINUTE)
    expect(leave).toHaveBeenCalledWith('locked')
    await arrived()
    expect(heard).toContain('locked')
    unmount()
  })

  it('stays open while another one is touched', async () => {
    const { leave, unmount } = idleTab()
    for (let minutes = 0; minutes < 60; minutes += 10) {
      vi.advanceTimersByTime(10 * MINUTE)
      await hear('touched')
    }
    expect(leave).not.toHaveBeenCalled()
    vi.advanceTimersByTime(31 * MINUTE)
    expect(leave).toHaveBeenCalledWith('locked')
    unmount()
  })

  it('stays open while a wall stands in it, and keeps the others open', async () => {
    const { leave, screen, unmount } = idleTab(0)
    vi.advanceTimersByTime(60 * MINUTE)
    expect(leave).not.toHaveBeenCalled()
    await arrived()
    expect(heard.length).toBeGreaterThan(60)
    expect(new Set(heard)).toEqual(new Set(['touched']))
    screen.setState({ wallSlide: null })
    vi.advanceTimersByTime(31 * MINUTE)
    expect(leave).toHaveBeenCalledWith('locked')
    unmount()
  })
})

describe('touches', () => {
  it('are told to the others, but not each of them', async () => {
    const { unmount } = idleTab()
    for (let i = 0; i < 100; i++) {
      dispatchEvent(new Event('pointermove'))
      vi.advanceTimersByTime(100)
    }
    await arrived()
    expect(heard).toEqual(['touched'])
    vi.advanceTimersByTime(MINUTE)
    dispatchEvent(new Event('keydown'))
    await arrived()
    expect(heard).toEqual(['touched', 'touched'])
    unmount()
  })

  it('that come first after the machine slept are too late', () => {
    const { leave, unmount } = idleTab()
    vi.setSystemTime(Date.now() + 45 * MINUTE)
    dispatchEvent(new Event('pointermove'))
    expect(leave).toHaveBeenCalledWith('locked')
    unmount()
  })
})
