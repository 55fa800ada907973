import type { Change, Step } from '#core/change.ts'
import type { Columns } from '#core/columns/columns.ts'
import type { OperationDocument } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Copies } from './copies/open-copies.ts'
import type { Head } from './records/records.ts'
import type { Sessions } from './sessions.ts'
import { StorageFault } from './storage-fault.ts'

/** What saving and loading need: the copies, what this tab knows of them, and the clock. */
export type StorageDesk = {
  readonly copies: Copies
  readonly sessions: Sessions
  readonly nowAt: () => string
  readonly isWriter: () => boolean
  /** Whether no other tab can be in the middle of a write. */
  readonly isOnlyWriter: () => boolean
  /** Datasets of more rows lie in parts of so many. */
  readonly rowsPerPart: number
}

/** Steps that happened since the last save, in order. */
export type StepsToSave = {
  readonly steps: readonly Step[]
  /** The document after the last of them. */
  readonly document: OperationDocument
  /** Columns that these steps brought with them. */
  readonly addedColumns: ReadonlyMap<string, Columns>
}

/** The document after rows were taken out of it for good, and the number of that step. */
export type Purged = { readonly document: OperationDocument; readonly step: number }

/** An operation as it was left, with what can be undone and done again. */
export type OpenedOperation = OperationContents & {
  readonly lastStep: number
  readonly done: readonly Change[]
  readonly undone: readonly Change[]
}

/** Every operation that either copy knows of, the latest saved first. */
export async function listOperations({ copies }: StorageDesk): Promise<Head[]> {
  const newest = new Map<string, Head>()
  for (const copy of [copies.first(), copies.second()]) {
    for (const head of (await attempt(() => copy?.heads())) ?? []) {
      const other = newest.get(head.operationId)
      if (!other || isNewer(head, other)) newest.set(head.operationId, head)
    }
  }
  return [...newest.values()].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
}

/** Whether one copy of an operation is ahead of another: by snapshots, then by steps. */
export function isNewer(
  a: Pick<Head, 'generation' | 'lastStep'>,
  b: Pick<Head, 'generation' | 'lastStep'>,
): boolean {
  return a.generation === b.generation ? a.lastStep > b.lastStep : a.generation > b.generation
}

/** Why nothing may be written now; null if it may. */
export function refusalOf({ copies, isWriter }: StorageDesk): StorageFault | null {
  if (!copies.first()) {
    return new StorageFault('none', 'This browser keeps nothing for this page. Save to a file.')
  }
  if (isWriter()) return null
  return new StorageFault('readOnly', 'Another tab does the saving. Close it to save from here.')
}

/** Null where a copy cannot be read: the other one may still answer. */
export async function attempt<T>(work: () => Promise<T> | undefined): Promise<T | null> {
  try {
    return (await work()) ?? null
  } catch {
    return null
  }
}
