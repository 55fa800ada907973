import type { Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'

/** What a slide says now; null: not worked out yet. */
export function usePageNow(_slide: Slide): Page | null {
  return null
}
