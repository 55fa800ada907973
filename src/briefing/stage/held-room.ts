import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Room } from '#ui/room.tsx'

/** The room as it stands now, with stores that no longer follow the live ones. */
export function heldRoom(room: Room): Room {
  return { ...room, documents: held(room.documents), results: held(room.results) }
}

function held<T>(store: StoreApi<T>): StoreApi<T> {
  const state = store.getState()
  return createStore<T>()(() => state)
}
