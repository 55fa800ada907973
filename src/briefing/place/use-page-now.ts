import { useMemo } from 'react'
import type { Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { useSlideFacts } from '../facts/use-slide-facts.ts'
import { useSlidePage } from '../facts/use-slide-page.ts'
import { useWallNow } from '../use-wall-now.ts'

/** What a slide would say if it were live; null: what it shows is not worked out, or it says nothing. */
export function usePageNow(slide: Slide): Page | null {
  const live = useMemo(() => {
    const { frozen: _, ...rest } = slide
    return rest
  }, [slide])
  const { page } = useSlidePage(live, useSlideFacts(live, useWallNow()))
  return saysSomething(page) ? page : null
}

/** Numbers without any are still being worked out. */
function saysSomething({ blocks }: Page): boolean {
  const isPending = blocks.some((block) => block.type === 'numbers' && block.numbers.length === 0)
  return blocks.length > 0 && !isPending
}
