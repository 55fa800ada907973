import { deleteDB } from 'idb'
import { BASEMAP_DATABASE, BASEMAP_FOLDER } from './basemap-files.ts'
import { DATABASE_NAME } from './copies/idb-copy.ts'
import { OPFS_FOLDER } from './copies/opfs-copy.ts'
import { HANDOVER_DATABASE } from './handover-log.ts'
import { isNotFound } from './is-not-found.ts'
import { removeVault, VAULT_DATABASE } from './sealing/vault-places.ts'
import { within } from './within.ts'

/** What names of ours begin with in places that a browser shares among the pages of a host. */
const OURS = 'commonground'
const UNFINISHED = `${OURS}-erasing`
const LONGEST_WAIT_MS = 3_000

/** Whether an erasing was cut short, so that it must be gone through again before anything opens. */
export function isErasingUnfinished(): boolean {
  try {
    return localStorage.getItem(UNFINISHED) !== null
  } catch {
    return false
  }
}

/**
 * Takes everything of ours off this device: the wrapped key first, so that what is sealed cannot be
 * read from then on, then databases, files, preferences and caches. What does not go, because another
 * tab holds on to it, does not keep the rest from going. Never throws.
 *
 * @param afterKey what comes between the key and the rest.
 * @returns what did not go, or did not within three seconds, in words; empty: all of it is gone.
 */
export async function eraseDevice(
  root?: FileSystemDirectoryHandle,
  afterKey: () => Promise<void> = async () => {},
): Promise<readonly string[]> {
  quietly(() => localStorage.setItem(UNFINISHED, '1'))
  const key = await remaining([[ERASED_KEY, removeVault(root)]])
  await afterKey()
  quietly(() => removeKeys(sessionStorage))
  quietly(() => removeKeys(localStorage))
  const rest = await remaining([
    ['the first copy of the operations', removeDatabase(DATABASE_NAME)],
    ['the second copy of the operations', removeFiles(OPFS_FOLDER, root)],
    ['the list of files handed out', removeDatabase(HANDOVER_DATABASE)],
    ['the base map', removeFiles(BASEMAP_FOLDER, root)],
    ['the name of the base map', removeDatabase(BASEMAP_DATABASE)],
    [ERASED_KEY, removeDatabase(VAULT_DATABASE)],
    ['files of this page that the browser holds ready', removeCaches()],
    ['the background part of this page', removeServiceWorkers()],
  ])
  return [...new Set([...key, ...rest])]
}

/** What `eraseDevice` calls the wrapped key among the things that remain. */
export const ERASED_KEY = 'the wrapped key'

/**
 * Goes once more through an erasing that another page began, in one tab at a time. It counts as finished
 * only when nothing is left.
 *
 * @returns as `eraseDevice`; empty also where there was none.
 */
export function finishErasing(root?: FileSystemDirectoryHandle): Promise<readonly string[]> {
  return oneTabAtATime(async () => {
    if (!isErasingUnfinished()) return []
    const left = await eraseDevice(root)
    if (left.length === 0) markErased()
    return left
  })
}

/** It is through, or a person leaves what remains: the next start is an ordinary one. */
export function markErased(): void {
  quietly(() => localStorage.removeItem(UNFINISHED))
}

/** The names of works that failed, or that had not ended when the waiting did. */
async function remaining(
  works: readonly (readonly [name: string, work: Promise<unknown>])[],
): Promise<readonly string[]> {
  const left = new Set(works.map((_, at) => at))
  const ended = works.map(([, work], at) => work.then(() => left.delete(at)))
  await within(LONGEST_WAIT_MS, Promise.allSettled(ended))
  return works.filter((_, at) => left.has(at)).map(([name]) => name)
}

async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  return locks ? locks.request(`${OURS}-erasing`, work) : work()
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Where the browser keeps nothing there is nothing to take away.
  }
}

function removeKeys(storage: globalThis.Storage): void {
  for (const key of Object.keys(storage)) {
    if (key.startsWith(OURS) && key !== UNFINISHED) storage.removeItem(key)
  }
}

/** A browser without private files has none of ours. */
async function removeFiles(name: string, root?: FileSystemDirectoryHandle): Promise<void> {
  const storage: Partial<StorageManager> | undefined = globalThis.navigator?.storage
  const base = root ?? (await storage?.getDirectory?.())
  await base?.removeEntry(name, { recursive: true }).catch((error: unknown) => {
    if (!isNotFound(error)) throw error
  })
}

async function removeDatabase(name: string): Promise<void> {
  await deleteDB(name)
}

/** This page makes none; one before it may have. A browser that lists none here has none. */
async function removeCaches(): Promise<void> {
  const names = (await globalThis.caches?.keys().catch(() => [])) ?? []
  const ours = names.filter((name) => name.startsWith(OURS))
  await Promise.all(ours.map((name) => caches.delete(name)))
}

async function removeServiceWorkers(): Promise<void> {
  const workers = globalThis.navigator?.serviceWorker
  const registrations = (await workers?.getRegistrations().catch(() => [])) ?? []
  if (registrations.length === 0) return
  const here = new URL('./', document.baseURI).href
  const ours = registrations.filter(({ scope }) => scope.startsWith(here))
  await Promise.all(ours.map((registration) => registration.unregister()))
}
