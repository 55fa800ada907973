/** Frames for an animation loop that shall rest when there is nothing to do. */
export type QuietFrames = {
  /** What the loop asks for its frames. */
  readonly provider: {
    requestAnimationFrame(callback: FrameRequestCallback): number
    cancelAnimationFrame(id: number): void
  }
  /** Something changed: frames run for a while. */
  wake(): void
}

const LINGER_MILLISECONDS = 400
const LONGEST_BUSY_MILLISECONDS = 10_000

/**
 * deck.gl's loop asks for a frame sixty times a second, for ever. Here it gets them for 0.4 s after
 * each waking, and longer only while it is busy; otherwise its callback is kept until it is woken.
 */
export function createQuietFrames(isBusy: () => boolean): QuietFrames {
  let waiting: FrameRequestCallback | null = null
  let frame = 0
  let wokenAt = Number.NEGATIVE_INFINITY
  const schedule = () => {
    if (frame !== 0 || !waiting) return
    frame = requestAnimationFrame((time) => {
      frame = 0
      const callback = waiting
      waiting = null
      callback?.(time)
    })
  }
  const isAwake = () => {
    const restedMilliseconds = performance.now() - wokenAt
    if (restedMilliseconds < LINGER_MILLISECONDS) return true
    return restedMilliseconds < LONGEST_BUSY_MILLISECONDS && isBusy()
  }
  return {
    provider: {
      requestAnimationFrame(callback) {
        waiting = callback
        if (isAwake()) schedule()
        return 1
      },
      cancelAnimationFrame() {
        waiting = null
        cancelAnimationFrame(frame)
        frame = 0
      },
    },
    wake() {
      wokenAt = performance.now()
      schedule()
    },
  }
}
