import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Step } from '#core/change.ts'
import type { Columns } from '#core/columns/columns.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Applied, DocumentStore } from '#state/document-store.ts'
import type { Storage } from '#storage/open-storage.ts'
import { faultFrom } from '#storage/storage-fault.ts'

/** Whether what is on the screen is on the disk. */
export type SaveState = {
  readonly status: 'saved' | 'saving' | 'failed' | 'readOnly'
  /** When the disk last had everything; null: not since the page was opened. */
  readonly savedAt: string | null
  /** What to tell the person; null: nothing. */
  readonly message: string | null
}

/** What saving by itself needs. */
export type AutosaveOptions = {
  readonly documentStore: DocumentStore
  readonly storage: Storage
  /** Number of the last step that was on the disk when the operation was opened. */
  readonly lastStep: number
  /** Who stands in the log of changes. */
  readonly author: () => string
  readonly nowAt: () => string
  /** Another tab has changed the operation and this one has not: open it again from storage. */
  readonly onOutdated: () => void
  /** After a failure it tries again so often, and at every further change. */
  readonly retryMilliseconds?: number
}

/** Saves every change as it happens, in order, and says how that goes. */
export type Autosave = {
  readonly store: StoreApi<SaveState>
  /** Resolves when everything so far is on the disk, or has failed. */
  flush(): Promise<void>
  /** Whether there are changes that are in this page alone. */
  hasUnsaved(): boolean
  dispose(): void
}

type Waiting = {
  /** Null: a purge, of which no step is kept. */
  readonly step: Step | null
  readonly number: number
  readonly document: OperationDocument
  readonly addedColumns: ReadonlyMap<string, Columns>
}

/** Starts saving the operation of a store, which storage has loaded or newly saved before. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { documentStore, storage, nowAt, retryMilliseconds = 5_000 } = options
  const store = createStore<SaveState>()(() => startOf(storage))
  let waiting: Waiting[] = []
  let savedStep = options.lastStep
  let running: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | undefined

  const save = async () => {
    while (waiting.length > 0 && storage.state().access === 'writer') {
      store.setState({ status: 'saving', message: null })
      const batch = nextBatch(waiting)
      try {
        await write(batch, storage)
      } catch (error) {
        const fault = faultFrom(error)
        store.setState({ status: 'failed', message: fault.message })
        if (fault.code !== 'outOfStep') retry = setTimeout(pump, retryMilliseconds)
        return
      }
      waiting = waiting.slice(batch.length)
      savedStep = batch.at(-1)!.number
      store.setState({ status: 'saved', savedAt: nowAt(), message: storage.state().message })
    }
  }
  const pump = () => {
    clearTimeout(retry)
    running ??= save().finally(() => {
      running = null
      // A change that came between the last look at what waits and here has nobody to save it.
      if (waiting.length > 0 && store.getState().status === 'saved') pump()
    })
  }
  const stopStore = documentStore.subscribe(({ applied, document }, before) => {
    if (!applied || applied === before.applied) return
    waiting = [...waiting, waitingFor(applied, document, options)]
    pump()
  })
  const stopStorage = storage.subscribe(async ({ access, message }) => {
    const wasReadOnly = store.getState().status === 'readOnly'
    if (access !== 'writer' || !wasReadOnly) {
      store.setState(access === 'readOnly' ? { status: 'readOnly', message } : { message })
      return
    }
    if (await isUnchanged(options, savedStep)) {
      store.setState({ status: 'saved', message })
      pump()
    } else if (waiting.length === 0) options.onOutdated()
    else store.setState({ status: 'failed', message: TWO_LINES_OF_WORK })
  })
  return {
    store,
    flush: async () => {
      pump()
      await running
    },
    hasUnsaved: () => waiting.length > 0,
    dispose() {
      clearTimeout(retry)
      stopStore()
      stopStorage()
    },
  }
}

const TWO_LINES_OF_WORK =
  'Both this tab and the one that was saving changed the operation. Save this one to a file, then open the operation again from the list.'

function startOf(storage: Storage): SaveState {
  const { access, message } = storage.state()
  const status = access === 'writer' ? 'saved' : access === 'readOnly' ? 'readOnly' : 'failed'
  return { status, savedAt: null, message }
}

function waitingFor(
  { step, change, kind, addedColumns }: Applied,
  document: OperationDocument,
  { author, nowAt }: AutosaveOptions,
): Waiting {
  const saved =
    kind === 'purge' ? null : { number: step, change, kind, savedAt: nowAt(), author: author() }
  return { step: saved, number: step, document, addedColumns }
}

/** A purge by itself, else all steps up to the next one. */
function nextBatch(waiting: readonly Waiting[]): readonly Waiting[] {
  const purgeAt = waiting.findIndex(({ step }) => step === null)
  if (purgeAt < 0) return waiting
  return purgeAt === 0 ? waiting.slice(0, 1) : waiting.slice(0, purgeAt)
}

function write(batch: readonly Waiting[], storage: Storage): Promise<void> {
  const { document, number } = batch.at(-1)!
  const steps = batch.flatMap(({ step }) => step ?? [])
  if (steps.length === 0) return storage.forgetHistory({ document, step: number })
  const addedColumns = new Map(batch.flatMap((one) => [...one.addedColumns]))
  return storage.append({ steps, document, addedColumns })
}

/** After the other tab closed: whether the disk still has what this tab last knew of it. */
async function isUnchanged(
  { documentStore, storage }: AutosaveOptions,
  savedStep: number,
): Promise<boolean> {
  const loaded = await storage.loadOperation(documentStore.getState().document.id)
  return loaded.ok && loaded.value.lastStep === savedStep
}
