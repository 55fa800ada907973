import { createStore, type StoreApi } from 'zustand/vanilla'
import { changed, merged, type Registers, registersOf, type ShowState } from './show-state.ts'

/** What is on the wall, as this window knows it. */
export type ShowStore = {
  readonly store: StoreApi<Registers>
  /** Sets parts, and tells who shares them. */
  change(parts: Partial<ShowState>): void
  /** Takes what another window set later. */
  hear(theirs: Registers): void
  /** Hears of what is set in this window. */
  onOwn(listener: (registers: Registers) => void): () => void
}

/** @param by names this window; no other has the name. */
export function createShow(start: ShowState, by: string): ShowStore {
  const store = createStore<Registers>()(() => registersOf(start))
  const listeners = new Set<(registers: Registers) => void>()
  return {
    store,
    change(parts) {
      store.setState(changed(store.getState(), parts, by), true)
      for (const listener of listeners) listener(store.getState())
    },
    hear(theirs) {
      store.setState(merged(store.getState(), theirs), true)
    },
    onOwn(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
