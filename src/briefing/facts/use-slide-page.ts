import { useMemo } from 'react'
import type { Slide } from '#core/records/slide.ts'
import { type PageSaid, pageOf, withLegends } from '#products/pages/page-of.ts'
import type { SlideFacts } from '../slides/slide-facts.ts'

const ON_WALL = { isWall: true }

/** What a slide says on the wall, with what its map means; the same object while nothing of it changes. */
export function useSlidePage(slide: Slide, facts: SlideFacts): PageSaid {
  return useMemo(() => {
    const told = pageOf(releasedSlide(slide, facts), facts, ON_WALL)
    if (told.frozen) return told
    return { ...told, page: withLegends(told.page, facts.legendsOf) }
  }, [slide, facts])
}

/** Outside the staff a slide is what is left of it in their document. */
export function releasedSlide(slide: Slide, { document, deck }: SlideFacts): Slide {
  return deck.level === 'internal' ? slide : (document.tables.slides.get(slide.id) ?? slide)
}
