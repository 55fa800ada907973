import { useEffect, useMemo } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Slide } from '#core/records/slide.ts'
import { stepCount, stepMilliseconds, windowAt, windowToPlay } from './played-window.ts'

/** What of a window a map shows while it is played; null: nothing is played. */
export type Moment = {
  readonly window: readonly [number, number]
  readonly shareDone: number
}

export type MomentStore = StoreApi<Moment | null>

/**
 * Plays the window of a slide once while it stays, from when it comes on. Only the map hears of it: the
 * slide round it is not laid out again.
 */
export function usePlayback(options: {
  readonly slide: Slide | null
  readonly nowAt: string
  readonly dwellSeconds: number
  readonly isHeld: boolean
  /** Begins anew when it has ended: a lone slide that stays. */
  readonly isRepeated: boolean
}): MomentStore {
  const { slide, nowAt, dwellSeconds, isHeld, isRepeated } = options
  const store = useMemo(() => createStore<Moment | null>()(() => null), [])
  const clock = useMemo(() => ({ slideId: '', step: 0 }), [])
  const slideId = slide?.id ?? ''
  const window = useMemo(() => (slide ? windowToPlay(slide, nowAt) : null), [slide, nowAt])
  useEffect(() => {
    if (!window) return store.setState(null, true)
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const steps = stepCount(dwellSeconds, isStill)
    if (clock.slideId !== slideId) Object.assign(clock, { slideId, step: 0 })
    const show = () =>
      store.setState(
        { window: windowAt(window, clock.step, steps), shareDone: Math.min(1, clock.step / steps) },
        true,
      )
    show()
    if (isHeld) return
    const last = isRepeated ? Math.ceil(steps / 0.85) : steps
    const timer = setInterval(
      () => {
        if (clock.step >= last) {
          if (!isRepeated) return clearInterval(timer)
          clock.step = -1
        }
        clock.step += 1
        if (clock.step <= steps) show()
      },
      stepMilliseconds(dwellSeconds, steps),
    )
    return () => clearInterval(timer)
  }, [store, clock, slideId, window, dwellSeconds, isHeld, isRepeated])
  return store
}
