import { createContext, use } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { instantOf } from '#core/time/instant.ts'
import type { Moment, MomentStore } from './use-playback.ts'

const NOTHING_PLAYED: MomentStore = createStore<Moment | null>()(() => null)

const MomentContext = createContext<MomentStore>(NOTHING_PLAYED)

/** Tells the maps under it what of their window is played. */
export const MomentProvider = MomentContext.Provider

/** What of its window the map of a slide shows now; null: all of it. */
export function useMoment(): Moment | null {
  return useStore(use(MomentContext))
}

/** Over the map: up to when it is played, as a date-time group, and how far that is. */
export function MomentMark({ window, shareDone }: Moment) {
  return (
    <p className="stage-moment">
      <b className="wall-time">{dateTimeGroup(instantOf(window[1]))}</b>
      <span className="stage-moment-bar" style={{ transform: `scaleX(${shareDone})` }} />
    </p>
  )
}
