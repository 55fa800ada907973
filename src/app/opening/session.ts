import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { createDesk, type Desk } from '#state/desk.ts'
import { createDocumentStore, type DocumentStore } from '#state/document-store.ts'
import { createResultsStore, type ResultsStore } from '#state/results-store.ts'
import { createScreenStore, type ScreenState, type ScreenStore } from '#state/screen-store.ts'
import type { Storage } from '#storage/open-storage.ts'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import type { OpenedOperation } from '#storage/storage-desk.ts'
import { type Autosave, createAutosave } from '../autosave.ts'
import { wallAskedOf, wallStart } from '../places/brief/wall-link.ts'

/** One open operation: its stores, what fills them, and what saves them. */
export type Session = {
  readonly documents: DocumentStore
  readonly screen: ScreenStore
  readonly results: ResultsStore
  readonly desk: Desk
  readonly autosave: Autosave
  dispose(): void
}

const FIRST_WINDOW_DAYS = 30

/** Starts work on an operation that storage has loaded or newly saved. */
export function createSession(
  opened: OpenedOperation,
  storage: Storage,
  onOutdated: () => void,
): Session {
  const preferences = readPreferences()
  const documents = createDocumentStore(opened)
  const results = createResultsStore()
  const end = epochMinutesOf(operationOf(opened.document).planningAt) + 1
  const baselineId = baselineOf(opened.document)?.id ?? null
  const screen = createScreenStore({
    theme: preferences.theme ?? systemTheme(),
    layers: preferences.layers,
    layerOrder: preferences.layerOrder,
    scenarioId: baselineId,
    againstScenarioId: baselineId,
    windowEpochMinutes: [end - FIRST_WINDOW_DAYS * 1440, end],
    ...wallAsked(opened.document),
  })
  const desk = createDesk({
    documentStore: documents,
    screenStore: screen,
    resultsStore: results,
    runJob: runJobInWorker,
    nowMs: () => performance.now(),
    proofSeconds: 60,
  })
  const autosave = createAutosave({
    documentStore: documents,
    storage,
    lastStep: opened.lastStep,
    author: authorOf,
    nowAt,
    onOutdated,
  })
  writePreferences({ lastOperationId: opened.document.id })
  const stops = [keepPreferences(screen), keepScenario(documents, screen)]
  return {
    documents,
    screen,
    results,
    desk,
    autosave,
    dispose() {
      for (const stop of stops) stop()
      desk.dispose()
      autosave.dispose()
    },
  }
}

/** Who stands beside what is done here, as the person said it. */
export function authorOf(): string {
  return readPreferences().author || 'this device'
}

/** The clock of this machine, UTC ISO, to the second. */
export function nowAt(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}

/** `?mode=wall` opens the briefing on the wall; a briefing pack is there for nothing else. */
function wallAsked(document: OperationDocument): Partial<ScreenState> {
  const { pack } = operationOf(document)
  const asked = wallAskedOf(location.search)
  if (asked) return { place: 'brief', ...wallStart(asked, document, readPreferences().wallPlace) }
  return pack ? { place: 'brief', wallSlide: 0, deckId: pack.deckId } : {}
}

/** Theme and layers are kept for this device whenever they change. */
function keepPreferences(screen: ScreenStore): () => void {
  return screen.subscribe(({ theme, layers, layerOrder }, before) => {
    const isOther =
      theme !== before.theme || layers !== before.layers || layerOrder !== before.layerOrder
    if (isOther) writePreferences({ theme, layers, layerOrder })
  })
}

/** A COA that was deleted or undone leaves the screen: the current posture takes its place. */
function keepScenario(documents: DocumentStore, screen: ScreenStore): () => void {
  return documents.subscribe(({ document }) => {
    const baselineId = baselineOf(document)?.id ?? null
    const { scenarioId, againstScenarioId } = screen.getState()
    const isThere = (id: string | null) => id !== null && document.tables.scenarios.has(id)
    if (!isThere(scenarioId)) screen.setState({ scenarioId: baselineId })
    if (!isThere(againstScenarioId)) screen.setState({ againstScenarioId: baselineId })
  })
}

/** What this device is set to. */
export function systemTheme(): 'light' | 'dark' {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
