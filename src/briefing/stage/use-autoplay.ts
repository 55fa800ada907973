import { useEffect, useRef, useState } from 'react'

const TICK_MILLISECONDS = 1000
/** A timer comes a little early or late: what is nearly a second is one. */
const SLACK_SECONDS = 0.05

/**
 * Counts a slide's time down by the second and goes on at its end. Time is measured, not ticks: a window that
 * the browser slows down, or a machine that slept, does not stretch it.
 *
 * @param slideId another one starts its time anew.
 * @returns seconds until the next slide.
 */
export function useAutoplay(options: {
  readonly slideId: string
  readonly dwellSeconds: number
  readonly isRunning: boolean
  readonly onNext: () => void
}): number {
  const { slideId, dwellSeconds, isRunning } = options
  const onNext = useRef(options.onNext)
  onNext.current = options.onNext
  const [elapsed, setElapsed] = useState({ slideId, seconds: 0 })
  const seconds = elapsed.slideId === slideId ? elapsed.seconds : 0
  const remaining = Math.max(0, Math.ceil(dwellSeconds - seconds - SLACK_SECONDS))
  useEffect(() => {
    if (!isRunning) return
    let lookedAt = performance.now()
    const timer = setInterval(() => {
      const passed = (performance.now() - lookedAt) / 1000
      lookedAt = performance.now()
      setElapsed((before) => ({
        slideId,
        seconds: before.slideId === slideId ? before.seconds + passed : passed,
      }))
    }, TICK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isRunning, slideId])
  useEffect(() => {
    if (isRunning && remaining === 0) onNext.current()
  }, [isRunning, remaining])
  return remaining
}
