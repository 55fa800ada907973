import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQuietFrames } from '#map/port/quiet-frames.ts'

/** A loop that asks for the next frame in every frame, as deck.gl's does. */
function aLoop(isBusy: () => boolean) {
  const frames = createQuietFrames(isBusy)
  let count = 0
  const step = () => {
    count += 1
    frames.provider.requestAnimationFrame(step)
  }
  frames.provider.requestAnimationFrame(step)
  return { frames, count: () => count }
}

describe('quiet frames', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] })
    vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) =>
      setTimeout(() => run(performance.now()), 16),
    )
    vi.stubGlobal('cancelAnimationFrame', clearTimeout)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('run for a moment after a waking, then rest', () => {
    const { frames, count } = aLoop(() => false)
    vi.advanceTimersByTime(1000)
    expect(count()).toBe(0)
    frames.wake()
    vi.advanceTimersByTime(2000)
    const ran = count()
    expect(ran).toBeGreaterThan(10)
    vi.advanceTimersByTime(60_000)
    expect(count()).toBe(ran)
    frames.wake()
    vi.advanceTimersByTime(100)
    expect(count()).toBeGreaterThan(ran)
  })

  it('go on while something loads, but not for ever', () => {
    let isBusy = true
    const { frames, count } = aLoop(() => isBusy)
    frames.wake()
    vi.advanceTimersByTime(5000)
    const early = count()
    expect(early).toBeGreaterThan(200)
    isBusy = false
    vi.advanceTimersByTime(1000)
    expect(count()).toBeLessThan(early + 3)
    isBusy = true
    frames.wake()
    vi.advanceTimersByTime(60_000)
    const late = count()
    vi.advanceTimersByTime(60_000)
    expect(count()).toBe(late)
  })
})
