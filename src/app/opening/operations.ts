import { operationOf } from '#core/document.ts'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { askedAnew } from '#core/retention/ask-anew.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import { logHandovers } from '#storage/handover-log.ts'
import type { Storage } from '#storage/open-storage.ts'
import { readPreferences } from '#storage/preferences.ts'
import type { OpenedOperation } from '#storage/storage-desk.ts'
import type { Room } from '#ui/room.tsx'
import { handedOut, handOut } from '../hand-out.ts'
import { nowAt } from './session.ts'

/** Code of the issue that an operation with this id is kept here: it may be replaced if meant. */
export const ALREADY_KEPT = 'already-kept'

const SAMPLE = 'sample/liberia-exercise.json.gz'

/** The operation this device worked on last; the built-in theatre where there is none. */
export async function openLast(storage: Storage): Promise<Result<OpenedOperation>> {
  const heads = await storage.listOperations()
  const last = heads.find(({ operationId }) => operationId === readPreferences().lastOperationId)
  const chosen = last ?? heads[0]
  if (!chosen) return openSample(storage)
  const opened = await storage.loadOperation(chosen.operationId)
  return opened.ok ? opened : openSample(storage, opened.issues)
}

/** The built-in theatre: exercise data, as it was left if it was worked on. */
export async function openSample(
  storage: Storage,
  earlier: readonly Issue[] = [],
): Promise<Result<OpenedOperation>> {
  const response = await fetch(new URL(SAMPLE, document.baseURI)).catch(() => null)
  if (!response?.ok) {
    const why = 'The built-in theatre cannot be read from this place. Open a file or import data.'
    return refuse(...earlier, issue('error', 'no-sample', why))
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  const read = await runJobInWorker('readOperation', { name: 'the built-in theatre', bytes })
  if (!read.ok) return refuse(...earlier, ...read.issues)
  const { id } = read.value.document
  if ((await storage.lastStepOf(id)) !== null) {
    const opened = await storage.loadOperation(id)
    if (opened.ok) return { ...opened, issues: [...earlier, ...opened.issues] }
  }
  const kept = await keep(storage, read.value, true)
  return kept.ok ? { ...kept, issues: [...earlier, ...kept.issues] } : kept
}

/**
 * Opens an operation file or a briefing pack, which deletes nothing unasked whatever it says; one that is kept here already is
 * replaced only if that is meant.
 */
export async function openFile(
  storage: Storage,
  file: File,
  mayReplace: boolean,
): Promise<Result<OpenedOperation>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await runJobInWorker('readOperation', { name: file.name, bytes })
  if (!read.ok) return read
  // A newer pack of a deck takes the place of the one before; nobody has changed that.
  const isPack = operationOf(read.value.document).pack !== undefined
  const { contents, issues } = askedAnew(read.value, file.name)
  const { document, handedOver = [] } = contents
  const kept = await keep(storage, contents, mayReplace || isPack)
  if (!kept.ok) return kept
  await logHandovers(document.id, handedOver).catch(() => {})
  return { ...kept, issues: [...issues, ...kept.issues] }
}

/** An operation with settings and nothing else, to import data into. */
export async function openEmpty(storage: Storage, name: string): Promise<Result<OpenedOperation>> {
  const document = newOperation({ id: crypto.randomUUID(), name, planningAt: nowAt() })
  return keep(storage, { document, columns: new Map() }, false)
}

/**
 * Hands the operation over as a file, whole and with the list of what left it before.
 *
 * @returns what to tell of the log; null: nothing.
 */
export async function exportFile(
  room: Pick<Room, 'documents' | 'now' | 'newId'>,
): Promise<string | null> {
  const { document, columns } = room.documents.getState()
  const contents = { document, columns, handedOver: await handedOut(document.id) }
  const bytes = await runJobInWorker('writeOperation', { contents, isPacked: true })
  return handOut(room, {
    bytes,
    stem: operationOf(document).name,
    ending: '.operation.json.gz',
    type: 'application/gzip',
    about: {
      what: 'operation',
      layers: [],
      format: 'operation',
      rowCount: null,
      clearedFor: null,
      label: 'severe',
    },
  })
}

/** Keeps an operation; where nothing can be kept it is worked on in memory, and the issue says so. */
async function keep(
  storage: Storage,
  contents: OperationContents,
  mayReplace: boolean,
): Promise<Result<OpenedOperation>> {
  const saved = await storage.saveNew(contents, mayReplace)
  const [first] = saved.issues
  if (saved.ok || first?.code === ALREADY_KEPT) return saved
  const issues = saved.issues.map((one) => ({ ...one, severity: 'warning' as const }))
  return ok({ ...contents, lastStep: 0, done: [], undone: [] }, issues)
}
