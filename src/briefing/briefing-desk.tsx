import { createContext, type ReactNode, use } from 'react'
import type { CourseFigures } from '#analysis/compare/course-figures.ts'
import type { CourseRanges } from '#analysis/compare/ranges/course-ranges.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Room } from '#ui/room.tsx'
import type { Compare } from './facts/kept-comparisons.ts'
import type { SlideLegend, SlideMap } from './slides/slide-map.ts'

/** Courses of action whose figures a slide shows, the current posture among them. */
export type CoursesAsked = {
  readonly document: OperationDocument
  readonly ground: Ground
  /** In the order that the figures shall have; each with its situation. */
  readonly scenarios: readonly { readonly id: string; readonly situation: Situation }[]
  readonly baselineId: string
}

/** What every measure says of courses, and what it is in draws of what is not known. */
export type MeasuredCourses = { readonly figures: CourseFigures; readonly ranges: CourseRanges }

/** A layer that a slide can show. */
export type LayerChoice = { readonly id: string; readonly title: string; readonly group: string }

/** What only the app can do for a briefing. */
export type BriefingDesk = {
  /** Sets two scenarios side by side, off the page. */
  readonly compare: Compare
  /** Measures courses of action by every measure, and how sure that is, off the page. */
  readonly measureCourses: (asked: CoursesAsked) => Promise<MeasuredCourses>
  /** Draws a map from the stores of the room it is given: they may be held while the live ones go on. */
  readonly renderMap: (map: SlideMap, room: Room) => ReactNode
  readonly legendsOf: (
    map: Pick<SlideMap, 'scenarioId' | 'againstScenarioId' | 'layers' | 'windowEpochMinutes'>,
    room: Room,
  ) => readonly SlideLegend[]
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
