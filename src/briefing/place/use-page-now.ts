import { useMemo } from 'react'
import type { Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { pageOf, withLegends } from '#products/pages/page-of.ts'
import { useSlideFacts } from '../facts/use-slide-facts.ts'
import { slideTold } from '../facts/use-slide-page.ts'
import type { SlideFacts } from '../slides/slide-facts.ts'
import { useWallNow } from '../use-wall-now.ts'

/** A page, and what it rests on. */
export type PageNow = { readonly page: Page | null; readonly facts: SlideFacts }

/**
 * What a slide would say to the readers of its deck if it were live; its page null: what it shows is not worked
 * out, or it says nothing.
 */
export function usePageNow(slide: Slide): PageNow {
  const live = useMemo(() => thawed(slide), [slide])
  const facts = useSlideFacts(live, useWallNow())
  return useMemo(() => {
    const { page } = pageOf(thawed(slideTold(live, facts)), facts, { isWall: true })
    return { page: saysSomething(page) ? withLegends(page, facts.legendsOf) : null, facts }
  }, [live, facts])
}

function thawed(slide: Slide): Slide {
  const { frozen: _, ...live } = slide
  return live
}

/** Numbers without any are still being worked out. */
function saysSomething({ blocks }: Page): boolean {
  const isPending = blocks.some((block) => block.type === 'numbers' && block.numbers.length === 0)
  return blocks.length > 0 && !isPending
}
