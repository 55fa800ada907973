import { createContext, type ReactNode, use } from 'react'
import type { MapBlock, PageMap } from '#core/records/page.ts'
import type { Judged } from '#products/facts.ts'
import type { CoursesAsked } from '#state/desk/judge-courses.ts'
import type { Room } from '#ui/room.tsx'
import type { Compare } from './facts/kept-comparisons.ts'
import type { HandOutDesk } from './hand-out-desk.ts'
import type { SlideMap } from './slides/slide-map.ts'

/** A layer that a slide can show. */
export type LayerChoice = { readonly id: string; readonly title: string; readonly group: string }

/** What only the app can do for a briefing. */
export type BriefingDesk = HandOutDesk & {
  /** Sets two scenarios side by side, off the page. */
  readonly compare: Compare
  /** Measures courses of action by every measure, off the page, and judges them by the weights set. */
  readonly judgeCourses: (asked: CoursesAsked) => Promise<Judged>
  /** Draws a map from the stores of the room it is given: they may be held while the live ones go on. */
  readonly renderMap: (map: SlideMap, room: Room) => ReactNode
  readonly legendsOf: (map: PageMap, room: Room) => MapBlock['legends']
  /** Every layer type there is, bottom first. */
  readonly layerChoices: readonly LayerChoice[]
  /** Ids of what the map of the Situation place shows now, bottom first. */
  readonly shownLayerIds: () => readonly string[]
}

const BriefingContext = createContext<BriefingDesk | null>(null)

export const BriefingProvider = BriefingContext.Provider

/**
 * The desk that a briefing asks.
 *
 * @throws Error outside a BriefingProvider.
 */
export function useBriefing(): BriefingDesk {
  const desk = use(BriefingContext)
  if (!desk) throw new Error('a briefing has no desk to ask')
  return desk
}
