import { createContext, use, useCallback } from 'react'
import { type StoreApi, useStore } from 'zustand'
import type { Command } from '#core/commands/command.ts'
import { baselineOf } from '#core/document.ts'
import { type DocumentState, type DocumentStore, runCommand } from '#state/document-store.ts'
import type { ResultsState, ResultsStore } from '#state/results-store.ts'
import type { ScreenState, ScreenStore } from '#state/screen-store.ts'

/** What can be done about what was told. */
export type ToldAction = { readonly name: string; readonly act: () => void }

/** How keeping goes; readOnly: another tab does the saving, and what is done in this one is lost with it. */
export type Saving = { readonly status: 'saved' | 'saving' | 'failed' | 'readOnly' }

/** A store that can only be read. */
type Read<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>

/** The stores of the open operation, and what every part of the screen needs of the app. */
export type Room = {
  readonly documents: DocumentStore
  readonly screen: ScreenStore
  readonly results: ResultsStore
  /** Tells the person one plain sentence, and what can be done about it. */
  readonly tell: (sentence: string, action?: ToldAction) => void
  /** Left out: all that is done is kept. */
  readonly saving?: Read<Saving>
  /** The clock of this machine, UTC ISO; ages on screen are measured from the planning instant. */
  readonly now: () => string
  /** A new id, unlike any other. */
  readonly newId: () => string
}

const RoomContext = createContext<Room | null>(null)

export const RoomProvider = RoomContext.Provider

/**
 * The room the component stands in.
 *
 * @throws Error outside a RoomProvider.
 */
export function useRoom(): Room {
  const room = use(RoomContext)
  if (!room) throw new Error('this stands outside every room')
  return room
}

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useRoom().documents, select)
}

export function useScreen<T>(select: (state: ScreenState) => T): T {
  return useStore(useRoom().screen, select)
}

export function useResults<T>(select: (state: ResultsState) => T): T {
  return useStore(useRoom().results, select)
}

const SAVED: Saving = { status: 'saved' }
const ALWAYS_SAVED: Read<Saving> = {
  getState: () => SAVED,
  getInitialState: () => SAVED,
  subscribe: () => () => {},
}

/** Whether another tab does the saving, so that what is done in this one is not kept. */
export function useIsSavedElsewhere(): boolean {
  return useStore(useRoom().saving ?? ALWAYS_SAVED, ({ status }) => status === 'readOnly')
}

/** The scenario on screen: the current posture until one is chosen; '' where there is none. */
export function useScenarioId(): string {
  const baselineId = useDocument((state) => baselineOf(state.document)?.id ?? '')
  return useScreen((state) => state.scenarioId) ?? baselineId
}

/** Runs a command; what keeps it from being done is told. Returns whether it was done. */
export function useRun(): <A>(command: Command<A>, args: A) => boolean {
  const { documents, tell } = useRoom()
  return useCallback(
    (command, args) => {
      const reason = runCommand(documents, command, args)
      if (reason !== null) tell(reason)
      return reason === null
    },
    [documents, tell],
  )
}
