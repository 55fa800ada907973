import type { Slide } from '#core/records/slide.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

type Window = readonly [number, number]

/** Of the time that a slide stays, its end stands still for the rest: all of the window is seen. */
const PLAYED_SHARE = 0.85
/** A second; a map without a graphics card needs some 100 ms for a frame. */
const STEPS_PER_SECOND = 5
const MOST_STEPS = 240
/** For those who want no motion. */
const STILL_STEPS = 6

/** The window that a slide plays; null: it plays none. One that is open at its end ends at `nowAt`. */
export function windowToPlay(
  { isPlayed, windowFrom, windowTo }: Pick<Slide, 'isPlayed' | 'windowFrom' | 'windowTo'>,
  nowAt: string,
): Window | null {
  if (!isPlayed || windowFrom === null) return null
  const from = epochMinutesOf(windowFrom)
  const to = epochMinutesOf(windowTo ?? nowAt)
  return to > from ? [from, to] : null
}

/** In how many steps a window is played in so many seconds. */
export function stepCount(dwellSeconds: number, isStill: boolean): number {
  if (isStill) return STILL_STEPS
  return Math.max(
    2,
    Math.min(MOST_STEPS, Math.floor(dwellSeconds * PLAYED_SHARE * STEPS_PER_SECOND)),
  )
}

/** How long a step stands. */
export function stepMilliseconds(dwellSeconds: number, steps: number): number {
  return (dwellSeconds * PLAYED_SHARE * 1000) / steps
}

/** The window grows from its beginning: what happened once stays, and the last step shows all. */
export function windowAt([from, to]: Window, step: number, steps: number): Window {
  return [from, from + ((to - from) * Math.min(step, steps)) / steps]
}
