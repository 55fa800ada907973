import type { Slide } from '#core/records/slide.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

/** Wider than anything recorded, for a window that is open on one side. */
const LONG_AGO = 0
const FAR_AHEAD = 1e9

/** The window that dated layers of a slide show; null: all of it. */
export function slideWindow({
  windowFrom,
  windowTo,
}: Pick<Slide, 'windowFrom' | 'windowTo'>): readonly [number, number] | null {
  if (windowFrom === null && windowTo === null) return null
  return [
    windowFrom === null ? LONG_AGO : epochMinutesOf(windowFrom),
    windowTo === null ? FAR_AHEAD : epochMinutesOf(windowTo),
  ]
}
