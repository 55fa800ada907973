// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  stepCount,
  stepMilliseconds,
  windowAt,
  windowToPlay,
} from '#briefing/stage/played-window.ts'
import { usePlayback } from '#briefing/stage/use-playback.ts'
import { aSlide } from '../../support/build.ts'

const NOW = '2026-11-22T12:00:00Z'
const played = aSlide({
  isPlayed: true,
  windowFrom: '2026-11-01T00:00:00Z',
  windowTo: '2026-11-22T12:00:00Z',
})

describe('a window that is played', () => {
  it('needs a beginning; where it has no end it ends now', () => {
    const [from, to] = windowToPlay(played, NOW)!
    expect(to - from).toBe(21.5 * 1440)
    expect(windowToPlay({ ...played, windowTo: null }, NOW)).toEqual([from, to])
    expect(windowToPlay({ ...played, windowFrom: null }, NOW)).toBeNull()
    expect(windowToPlay({ ...played, isPlayed: false }, NOW)).toBeNull()
    expect(windowToPlay({ ...played, windowFrom: NOW }, NOW)).toBeNull()
  })

  it('grows from end to end within the time that the slide stays, with at most ten steps a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.boolean(), (dwellSeconds, isStill) => {
        const steps = stepCount(dwellSeconds, isStill)
        const each = stepMilliseconds(dwellSeconds, steps)
        expect(each).toBeGreaterThanOrEqual(100)
        expect(each * steps).toBeLessThan(dwellSeconds * 1000)
        const ends = Array.from({ length: steps + 1 }, (_, i) => windowAt([100, 900], i, steps)[1])
        expect(ends[0]).toBe(100)
        expect(ends.at(-1)).toBe(900)
        expect(ends).toEqual([...ends].sort((a, b) => a - b))
      }),
    )
  })
})

describe('playing', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())
  const options = { slide: played, nowAt: NOW, dwellSeconds: 10, isHeld: false, isRepeated: false }

  it('shows the whole window at the end and stays there', () => {
    const { result } = renderHook(() => usePlayback(options))
    expect(result.current.getState()?.shareDone).toBe(0)
    act(() => vi.advanceTimersByTime(4_250))
    expect(result.current.getState()?.shareDone).toBeCloseTo(0.5, 1)
    act(() => vi.advanceTimersByTime(20_000))
    expect(result.current.getState()).toEqual({ window: windowToPlay(played, NOW), shareDone: 1 })
  })

  it('stands while it is held, goes on from there, and begins anew on another slide', () => {
    const { result, rerender } = renderHook((props) => usePlayback(props), {
      initialProps: options,
    })
    act(() => vi.advanceTimersByTime(4_250))
    rerender({ ...options, isHeld: true })
    const share = result.current.getState()?.shareDone
    act(() => vi.advanceTimersByTime(5_000))
    expect(result.current.getState()?.shareDone).toBe(share)
    rerender(options)
    act(() => vi.advanceTimersByTime(400))
    expect(result.current.getState()?.shareDone).toBeGreaterThan(share ?? 1)
    rerender({ ...options, slide: { ...played, id: 'other' } })
    expect(result.current.getState()?.shareDone).toBe(0)
    rerender({ ...options, slide: { ...played, id: 'still', isPlayed: false } })
    expect(result.current.getState()).toBeNull()
  })
})
