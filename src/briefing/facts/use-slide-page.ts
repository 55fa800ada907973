import { useMemo } from 'react'
import type { Slide } from '#core/records/slide.ts'
import { NOT_RELEASED } from '#products/levels/slides-at.ts'
import { type PageSaid, pageOf, withLegends } from '#products/pages/page-of.ts'
import type { SlideFacts } from '../slides/slide-facts.ts'

const ON_WALL = { isWall: true }

/** What a slide says on the wall, with what its map means; the same object while nothing of it changes. */
export function useSlidePage(slide: Slide, facts: SlideFacts): PageSaid {
  return useMemo(() => {
    const said = pageOf(slideTold(slide, facts), facts, ON_WALL)
    if (said.frozen) return said
    return { ...said, page: withLegends(said.page, facts.legendsOf) }
  }, [slide, facts])
}

/**
 * What is left of a slide for whom its deck is for: outside the staff that of their document, without
 * words on a plan that they may not know and without a page or a picture that was kept for fewer. One
 * that their document does not have says nothing.
 */
export function slideTold(slide: Slide, { document, deck }: SlideFacts): Slide {
  if (deck.level === 'internal') return slide
  const told = document.tables.slides.get(slide.id)
  if (told) return told
  const { frozen: _, ...live } = slide
  return { ...live, headline: NOT_RELEASED, body: '', notes: '' }
}
