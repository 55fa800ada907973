import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BriefingRoom } from '../briefing-room.tsx'

/** The room as it stands now, with stores that no longer follow the live ones. */
export function heldRoom(room: BriefingRoom): BriefingRoom {
  return { ...room, documents: held(room.documents), results: held(room.results) }
}

function held<T>(store: StoreApi<T>): StoreApi<T> {
  const state = store.getState()
  return createStore<T>()(() => state)
}
