import type { StorageCopy, StoragePlace } from '../records/records.ts'
import { discardDatabase, openIdbCopy } from './idb-copy.ts'
import { openOpfsCopy } from './opfs-copy.ts'

/** The places where operations are kept: the first is written first and answers first. */
export type Copies = {
  hasAny(): boolean
  hasSecond(): boolean
  /** What is amiss with them, in a sentence; null: nothing. */
  message(): string | null
  first(): StorageCopy | null
  /** Null where there is only one. */
  second(): StorageCopy | null
  /** After a failed write the second copy of an operation is behind until its next snapshot. */
  isSecondBehind(operationId: string): boolean
  markSecond(operationId: string, isBehind: boolean): void
  /** The copies as they lie on the disk, the first one first. */
  places(): readonly StoragePlace[]
}

/**
 * Opens what this browser has. A database that cannot be opened is made anew if there is a second copy.
 *
 * @param seen how a copy shows itself to the rest of storage, such as unsealed; asked every time.
 */
export async function openCopies(
  opfsRoot: FileSystemDirectoryHandle | undefined,
  onChange: () => void,
  seen: (place: StoragePlace) => StorageCopy,
): Promise<Copies> {
  const files = await attempt(() => openOpfsCopy(opfsRoot))
  const database = await attempt(openIdbCopy, async (error) => {
    const isBroken = error instanceof DOMException && error.name === 'UnknownError'
    if (!isBroken || !files || (await files.heads()).length === 0) throw error
    await discardDatabase()
    return openIdbCopy()
  })
  const [first, second] = [database, files].filter((copy) => copy !== null)
  const behind = new Set<string>()
  return {
    hasAny: () => first !== undefined,
    hasSecond: () => second !== undefined && behind.size === 0,
    message: () => messageOf(first, second, behind.size > 0),
    first: () => (first ? seen(first) : null),
    second: () => (second ? seen(second) : null),
    places: () => [first, second].filter((place) => place !== undefined),
    isSecondBehind: (operationId) => behind.has(operationId),
    markSecond: (operationId, isBehind) => {
      const before = behind.size
      if (isBehind) behind.add(operationId)
      else behind.delete(operationId)
      if (before !== behind.size) onChange()
    },
  }
}

function messageOf(
  first: StoragePlace | undefined,
  second: StoragePlace | undefined,
  isBehind: boolean,
): string | null {
  if (!first) return null
  if (!second) {
    return 'This browser keeps each operation only once. Save to a file now and then.'
  }
  return isBehind
    ? 'The second copy of an operation could not be written. Save to a file to be sure of it.'
    : null
}

async function attempt<T>(
  work: () => Promise<T>,
  rescue?: (error: unknown) => Promise<T>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!rescue) return null
    return attempt(() => rescue(error))
  }
}
