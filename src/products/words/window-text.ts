import type { Slide } from '#core/records/slide.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'

/** From when to when the dated layers of a slide show: `231200Z OCT – 221200Z NOV 26`; null: all of it. */
export function windowText({
  windowFrom,
  windowTo,
}: Pick<Slide, 'windowFrom' | 'windowTo'>): string | null {
  if (windowFrom === null && windowTo === null) return null
  const from = windowFrom === null ? 'up' : dateTimeGroup(windowFrom).slice(0, -3)
  const to = windowTo === null ? 'now' : dateTimeGroup(windowTo)
  return windowFrom === null ? `up to ${to}` : `${from} – ${to}`
}
