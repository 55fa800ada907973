import type { Result } from '#core/issue.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { type Copies, openCopies } from './copies/open-copies.ts'
import { eraseDevice } from './erase-device.ts'
import { deleteOperation, loadOperation } from './loading.ts'
import { ROWS_PER_PART } from './records/dataset-parts.ts'
import type { Head } from './records/records.ts'
import { appendSteps, forgetHistory, saveNewOperation } from './saving.ts'
import { openSealing, type Sealing } from './sealing/sealing.ts'
import { createSessions } from './sessions.ts'
import {
  listOperations,
  type OpenedOperation,
  type Purged,
  refusalOf,
  type StepsToSave,
  type StorageDesk,
} from './storage-desk.ts'
import { within } from './within.ts'
import { takeWriterLock } from './writer-lock.ts'

/** How things stand with keeping work in this browser. */
export type StorageState = {
  /** readOnly: another tab writes. none: nothing can be kept here; the file is the way out. */
  readonly access: 'writer' | 'readOnly' | 'none'
  /** Whether each operation is kept twice, in two places that fail apart from each other. */
  readonly hasSecondCopy: boolean
  /** Whether the browser promised not to clear it when the disk gets full. */
  readonly isPersistent: boolean
  /** What a person should know, in a sentence; null: all is well. */
  readonly message: string | null
}

/** Where operations are kept in this browser. Methods that write throw `StorageFault`. */
export type Storage = {
  state(): StorageState
  /** Calls the listener at every change of the state; returns how to stop that. */
  subscribe(listener: (state: StorageState) => void): () => void
  /** The latest saved first. */
  listOperations(): Promise<readonly Head[]>
  /** The operation with its undo history. The issues say what was damaged and what came back. */
  loadOperation(operationId: string): Promise<Result<OpenedOperation>>
  /** Keeps an operation that is not kept yet, or replaces the one with its id if that is meant. */
  saveNew(contents: OperationContents, mayReplace?: boolean): Promise<Result<OpenedOperation>>
  /** Adds steps to an operation that was loaded or saved before; resolves when the disk has them. */
  append(saving: StepsToSave): Promise<void>
  /** After a purge: keeps the document and nothing of what came before it, in either copy. */
  forgetHistory(purged: Purged): Promise<void>
  deleteOperation(operationId: string): Promise<void>
  /** Number of the last step on the disk; null if there is no such operation. */
  lastStepOf(operationId: string): Promise<number | null>
  readonly sealing: StorageSealing
  /**
   * Takes everything of ours off this device, the wrapped key first; the page must be left then, and
   * the next one goes through it again and says what remained. Calls back when the key is gone.
   */
  eraseDevice(onKeyGone?: () => void): Promise<void>
  /** Lets another tab write. */
  close(): void
}

/** The passphrase of this device. What writes throws `StorageFault`. */
export type StorageSealing = Pick<Sealing, 'state' | 'set' | 'change' | 'remove' | 'lookAgain'> & {
  /** Whether the passphrase was the one. Throws StorageFault where the key does not answer. */
  unlock(passphrase: string): Promise<boolean>
}

/** What a test or a special host brings along instead of the browser's own. */
export type StorageOptions = {
  readonly nowAt?: () => string
  readonly opfsRoot?: FileSystemDirectoryHandle
  readonly rowsPerPart?: number
}

/** Opens both copies and takes the lock. Never throws: without any storage the state says so. */
export async function openStorage(options: StorageOptions = {}): Promise<Storage> {
  const nowAt = options.nowAt ?? (() => new Date().toISOString())
  const listeners = new Set<(state: StorageState) => void>()
  const { opfsRoot: root } = options
  const sealing: Sealing = await openSealing({
    places: () => copies.places(),
    root,
    onChange: () => announce(),
  })
  const copies = await openCopies(root, () => announce(), sealing.see)
  const sessions = createSessions()
  let mayWrite = true
  const lock = await takeWriterLock(() => {
    sessions.clear()
    mayWrite = false
    void sealing.lookAgain().finally(() => {
      mayWrite = true
      announce()
    })
  })
  const isWriter = () => lock.isHeld() && mayWrite
  if (lock.isSure()) await sealing.tidy()
  let isPersistent = await asksPersistence(() => navigator.storage.persisted())
  const state = (): StorageState => stateOf(copies, isWriter(), isPersistent)
  const announce = () => {
    for (const listener of listeners) listener(state())
  }
  const { rowsPerPart = ROWS_PER_PART } = options
  const desk = {
    copies,
    sessions,
    nowAt,
    isWriter,
    isOnlyWriter: () => lock.isSure(),
    rowsPerPart,
  }
  return {
    state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    listOperations: () => listOperations(desk),
    loadOperation: (operationId) => loadOperation(desk, operationId),
    async saveNew(contents, mayReplace = false) {
      const saved = await saveNewOperation(desk, contents, mayReplace)
      if (!isPersistent) {
        isPersistent = await asksPersistence(() => navigator.storage.persist())
        announce()
      }
      return saved
    },
    append: (saving) => appendSteps(desk, saving),
    forgetHistory: (purged) => forgetHistory(desk, purged),
    deleteOperation: (operationId) => deleteOperation(desk, operationId),
    lastStepOf: async (operationId) => {
      const heads = await listOperations(desk)
      return heads.find((head) => head.operationId === operationId)?.lastStep ?? null
    },
    sealing: sealingOf(desk, sealing),
    async eraseDevice(onKeyGone) {
      mayWrite = false
      await eraseDevice(root, () => {
        onKeyGone?.()
        const writesBefore = desk.sessions.inTurn(async () => {})
        return within(LONGEST_WAIT_MS, writesBefore)
      })
    },
    close: () => lock.release(),
  }
}

/** A write that is on its way ends first, if it ends soon. */
const LONGEST_WAIT_MS = 2_000

/** Changes of the passphrase wait for the writes before them, and are for the tab that writes. */
function sealingOf(desk: StorageDesk, sealing: Sealing): StorageSealing {
  const asWriter = <T>(work: () => Promise<T>) =>
    desk.sessions.inTurn(() => {
      const refusal = refusalOf(desk)
      if (refusal) throw refusal
      return work()
    })
  return {
    state: sealing.state,
    lookAgain: sealing.lookAgain,
    unlock: (passphrase) => sealing.unlock(passphrase, desk.isOnlyWriter()),
    set: (passphrase) => asWriter(() => sealing.set(passphrase)),
    change: (passphrase, next) => asWriter(() => sealing.change(passphrase, next)),
    remove: (passphrase) => asWriter(() => sealing.remove(passphrase)),
  }
}

function stateOf(copies: Copies, isWriter: boolean, isPersistent: boolean): StorageState {
  const common = { hasSecondCopy: copies.hasSecond(), isPersistent }
  if (!copies.hasAny()) {
    const message =
      'This browser keeps nothing for this page, so work is lost when the tab closes. Save to a file often.'
    return { ...common, access: 'none', message }
  }
  if (!isWriter) {
    const message =
      'Commonground is open in another tab, which does the saving. Close that tab to save from here.'
    return { ...common, access: 'readOnly', message }
  }
  return { ...common, access: 'writer', message: copies.message() }
}

async function asksPersistence(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask()
  } catch {
    return false
  }
}
