import type { ReactNode } from 'react'
import type { MapBlock, PageMap } from '#core/records/page.ts'
import type { ProductFacts } from '#products/facts.ts'
import type { SlideMap } from './slide-map.ts'
import type { WallFrame } from './wall-frame.ts'

/** What a slide is drawn from: what its page is made from, and who draws its maps. */
export type SlideFacts = ProductFacts & {
  readonly renderMap: (map: SlideMap) => ReactNode
  readonly legendsOf: (map: PageMap) => MapBlock['legends']
}

/** The room that a page has on the wall. */
export type BodyRoom = {
  readonly frame: WallFrame
  /** Between headline and footer. */
  readonly bodyHeightRem: number
}
