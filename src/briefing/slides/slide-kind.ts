import type { ReactNode } from 'react'
import type { OperationDocument } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import type { ProductFacts } from '#products/facts.ts'
import type { PageKind } from '#products/pages/page-kind.ts'
import type { SlideLegend, SlideMap } from './slide-map.ts'
import type { WallFrame } from './wall-frame.ts'

/** What a slide is drawn from: what its page is made from, and the room that it has. */
export type SlideFacts = ProductFacts & {
  readonly frame: WallFrame
  /** Room between headline and footer. */
  readonly bodyHeightRem: number
  readonly renderMap: (map: SlideMap) => ReactNode
  readonly legendsOf: (
    map: Pick<SlideMap, 'scenarioId' | 'againstScenarioId' | 'layers' | 'windowEpochMinutes'>,
  ) => readonly SlideLegend[]
}

/** A page kind as the wall draws it. */
export type SlideKind = PageKind & {
  /** Which scenario it shows, and of when: beside the marking, so that it is never out of sight. */
  readonly tag: (slide: Slide, document: OperationDocument) => ReactNode
  /** What stands between headline and footer. */
  readonly draw: (slide: Slide, facts: SlideFacts) => ReactNode
}
