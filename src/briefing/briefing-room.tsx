import { createContext, type ReactNode, use } from 'react'
import { useStore } from 'zustand'
import type { Command } from '#core/commands/command.ts'
import { type DocumentState, type DocumentStore, runCommand } from '#state/document-store.ts'
import type { ResultsState, ResultsStore } from '#state/results-store.ts'
import type { ScreenState, ScreenStore } from '#state/screen-store.ts'
import type { Compare } from './facts/kept-comparisons.ts'
import type { SlideLegend, SlideMap } from './slides/slide-map.ts'

/** A layer that a slide can show. */
export type LayerChoice = { readonly id: string; readonly title: string; readonly group: string }

/** The stores of the open operation, and what only the app can do for a briefing. */
export type BriefingRoom = {
  readonly documents: DocumentStore
  readonly screen: ScreenStore
  readonly results: ResultsStore
  /** Tells the person one plain sentence. */
  readonly tell: (sentence: string) => void
  /** The clock of this machine, UTC ISO. */
  readonly now: () => string
  readonly newId: () => string
  /** Sets two scenarios side by side, off the page. */
  readonly compare: Compare
  /** Draws a map from the stores of the room it is given: they may be held while the live ones go on. */
  readonly renderMap: (map: SlideMap, room: BriefingRoom) => ReactNode
  readonly legendsOf: (
    map: Pick<SlideMap, 'scenarioId' | 'againstScenarioId' | 'layers' | 'windowEpochMinutes'>,
    room: BriefingRoom,
  ) => readonly SlideLegend[]
  /** Every layer type there is, bottom first. */
  readonly layerChoices: readonly LayerChoice[]
  /** Ids of what the map of the Situation place shows now, bottom first. */
  readonly shownLayerIds: () => readonly string[]
}

const BriefingContext = createContext<BriefingRoom | null>(null)

export const BriefingProvider = BriefingContext.Provider

/**
 * The room that a briefing stands in.
 *
 * @throws Error outside a BriefingProvider.
 */
export function useBriefing(): BriefingRoom {
  const room = use(BriefingContext)
  if (!room) throw new Error('a briefing stands outside every room')
  return room
}

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useBriefing().documents, select)
}

export function useScreen<T>(select: (state: ScreenState) => T): T {
  return useStore(useBriefing().screen, select)
}

export function useResults<T>(select: (state: ResultsState) => T): T {
  return useStore(useBriefing().results, select)
}

/** Runs a command; what keeps it from being done is told. Returns whether it was done. */
export function useRun(): <A>(command: Command<A>, args: A) => boolean {
  const { documents, tell } = useBriefing()
  return (command, args) => {
    const reason = runCommand(documents, command, args)
    if (reason !== null) tell(reason)
    return reason === null
  }
}
