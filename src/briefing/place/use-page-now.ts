import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import type { Page, PageLegend } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { wallLayers } from '#products/levels/wall-layers.ts'
import { pageOf, withLegends } from '#products/pages/page-of.ts'
import { useSlideFacts } from '../facts/use-slide-facts.ts'
import type { SlideLegend } from '../slides/slide-map.ts'
import type { WallFrame } from '../slides/wall-frame.ts'
import { useWallNow } from '../use-wall-now.ts'

/** What a slide would say if it were live; null: what it shows is not worked out, or it says nothing. */
export function usePageNow(slide: Slide, frame: WallFrame): Page | null {
  const live = useMemo(() => {
    const { frozen: _, ...rest } = slide
    return rest
  }, [slide])
  const facts = useSlideFacts(live, frame, { bodyHeightRem: 0, nowAt: useWallNow() })
  return useMemo(() => {
    const { page } = pageOf(live, facts, { isWall: true })
    if (page.blocks.length === 0) return null
    return withLegends(page, (map) => {
      const { shownIds } = wallLayers(map.layers, operationOf(facts.document))
      return facts.legendsOf({ ...map, layers: shownIds }).map(pageLegend)
    })
  }, [live, facts])
}

/** A legend as a page keeps it; of its lines those that have one colour. */
function pageLegend({ lines, ...legend }: SlideLegend): PageLegend {
  return {
    ...legend,
    lines: lines.flatMap(({ swatch, ...line }) =>
      'color' in swatch ? [{ ...line, swatch: { ...swatch } }] : [],
    ),
  }
}
