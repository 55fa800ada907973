import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import type { Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { wallLayers } from '#products/levels/wall-layers.ts'
import { pageOf, withLegends } from '#products/pages/page-of.ts'
import { useSlideFacts } from '../facts/use-slide-facts.ts'
import { useWallNow } from '../use-wall-now.ts'

/** What a slide would say if it were live; null: what it shows is not worked out, or it says nothing. */
export function usePageNow(slide: Slide): Page | null {
  const live = useMemo(() => {
    const { frozen: _, ...rest } = slide
    return rest
  }, [slide])
  const facts = useSlideFacts(live, useWallNow())
  return useMemo(() => {
    const { page } = pageOf(live, facts, { isWall: true })
    if (page.blocks.length === 0) return null
    return withLegends(page, (map) => {
      const { shownIds } = wallLayers(map.layers, operationOf(facts.document))
      return facts.legendsOf({ ...map, layers: shownIds })
    })
  }, [live, facts])
}
