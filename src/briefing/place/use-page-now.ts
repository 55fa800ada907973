import { useMemo } from 'react'
import type { Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { pageOf, withLegends } from '#products/pages/page-of.ts'
import { useSlideFacts } from '../facts/use-slide-facts.ts'
import { slideTold } from '../facts/use-slide-page.ts'
import { useWallNow } from '../use-wall-now.ts'

/**
 * What a slide would say to the readers of its deck if it were live; null: what it shows is not worked
 * out, or it says nothing.
 */
export function usePageNow(slide: Slide): Page | null {
  const live = useMemo(() => thawed(slide), [slide])
  const facts = useSlideFacts(live, useWallNow())
  return useMemo(() => {
    const { page } = pageOf(thawed(slideTold(live, facts)), facts, { isWall: true })
    return saysSomething(page) ? withLegends(page, facts.legendsOf) : null
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
