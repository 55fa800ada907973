import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { runJobInWorker } from '#jobs/run-job.ts'
import type { Storage } from '#storage/open-storage.ts'
import { readPreferences } from '#storage/preferences.ts'
import type { OpenedOperation } from '#storage/storage-desk.ts'
import { handOver } from '../hand-over.ts'
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

/** Opens an operation file; one that is kept here already is replaced only if that is meant. */
export async function openFile(
  storage: Storage,
  file: File,
  mayReplace: boolean,
): Promise<Result<OpenedOperation>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await runJobInWorker('readOperation', { name: file.name, bytes })
  return read.ok ? keep(storage, read.value, mayReplace) : read
}

/** An operation with settings and nothing else, to import data into. */
export async function openEmpty(storage: Storage, name: string): Promise<Result<OpenedOperation>> {
  const document = newOperation({ id: crypto.randomUUID(), name, planningAt: nowAt() })
  return keep(storage, { document, columns: new Map() }, false)
}

/** Hands the operation over as a file. */
export async function exportFile(contents: OperationContents, name: string): Promise<void> {
  const bytes = await runJobInWorker('writeOperation', { contents, isPacked: true })
  handOver(bytes, { stem: name, ending: '.operation.json.gz', type: 'application/gzip' })
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
