import { useEffect, useRef, useState } from 'react'

/**
 * Counts a slide's time down by the second and goes on at its end.
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
  const remaining = Math.max(0, Math.ceil(dwellSeconds - seconds))
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => {
      setElapsed((before) => ({
        slideId,
        seconds: before.slideId === slideId ? before.seconds + 1 : 1,
      }))
    }, 1000)
    return () => clearInterval(timer)
  }, [isRunning, slideId])
  useEffect(() => {
    if (isRunning && remaining === 0) onNext.current()
  }, [isRunning, remaining])
  return remaining
}
