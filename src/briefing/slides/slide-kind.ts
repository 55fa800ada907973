import type { ReactNode } from 'react'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import type { OperationDocument } from '#core/document.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import type { Slide } from '#core/records/slide.ts'
import type { Judged } from '../briefing-desk.tsx'
import type { SlideLegend, SlideMap } from './slide-map.ts'
import type { WallFrame } from './wall-frame.ts'

/** What a slide rests on beside the document. */
export type SlideNeeds = {
  /** Scenarios whose situation it shows. */
  readonly scenarioIds: readonly string[]
  /** Two of them set side by side; null: nothing is compared. */
  readonly comparison: { readonly fromId: string; readonly toId: string } | null
  /** Set side by side by every criterion; left out or null: no matrix. */
  readonly courseIds?: readonly string[] | null
  /** Data that a decision on it rests on. */
  readonly datasetKinds: readonly DatasetKind[]
}

/** What a slide is drawn from. A part that is not worked out yet is missing or null. */
export type SlideFacts = {
  readonly document: OperationDocument
  readonly ground: Ground | null
  /** By scenario id. */
  readonly situations: Readonly<Record<string, Situation>>
  readonly comparison: Comparison | null
  /** The courses that it needs, by the weights of the document. */
  readonly judged: Judged | null
  /** Why something is missing and will not come by itself, in a sentence; null: it is on its way. */
  readonly fault: string | null
  readonly frame: WallFrame
  /** Room between headline and footer. */
  readonly bodyHeightRem: number
  readonly renderMap: (map: SlideMap) => ReactNode
  readonly legendsOf: (
    map: Pick<SlideMap, 'scenarioId' | 'againstScenarioId' | 'layers' | 'windowEpochMinutes'>,
  ) => readonly SlideLegend[]
}

/** One way to say something on a slide. A new one is a folder beside this and a line in the registry. */
export type SlideKind = {
  readonly id: Slide['kind']
  readonly title: string
  readonly needs: (slide: Slide) => SlideNeeds
  /** Layer types that would hide what this kind is there to show. */
  readonly leavesOut: readonly string[]
  /** Why it cannot be shown, in a sentence for the person; null if it can. */
  readonly fault: (slide: Slide, document: OperationDocument) => string | null
  /** Which scenario it shows, and of when: beside the marking, so that it is never out of sight. */
  readonly tag: (slide: Slide, document: OperationDocument) => ReactNode
  /** What stands between headline and footer. */
  readonly draw: (slide: Slide, facts: SlideFacts) => ReactNode
  /** A headline that says what it shows, from its figures; null: there are none, or not yet. */
  readonly suggestHeadline: (slide: Slide, facts: SlideFacts) => string | null
}
