import { deleteDB } from 'idb'
import { BASEMAP_DATABASE, BASEMAP_FOLDER } from './basemap-files.ts'
import { DATABASE_NAME } from './copies/idb-copy.ts'
import { OPFS_FOLDER } from './copies/opfs-copy.ts'
import { HANDOVER_DATABASE } from './handover-log.ts'
import { removeVault, VAULT_DATABASE, VAULT_FILE } from './sealing/vault-places.ts'

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
 */
export async function eraseDevice(
  root?: FileSystemDirectoryHandle,
  afterKey: () => Promise<void> = async () => {},
): Promise<void> {
  quietly(() => localStorage.setItem(UNFINISHED, '1'))
  await settled([removeVault(root)])
  await afterKey()
  quietly(() => removeKeys(sessionStorage))
  quietly(() => removeKeys(localStorage))
  await settled([removeFiles(root), removeDatabases(), removeCaches(), removeServiceWorkers()])
}

/** It is through: the next start is an ordinary one. */
export function markErased(): void {
  quietly(() => localStorage.removeItem(UNFINISHED))
}

/** Waits for work, but not for longer than that. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, milliseconds))
  await Promise.race([work, late])
}

function settled(works: readonly Promise<unknown>[]): Promise<void> {
  return within(LONGEST_WAIT_MS, Promise.allSettled(works))
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

async function removeFiles(root?: FileSystemDirectoryHandle): Promise<void> {
  const base = root ?? (await navigator.storage.getDirectory())
  const names = [VAULT_FILE, OPFS_FOLDER, BASEMAP_FOLDER]
  await Promise.allSettled(names.map((name) => base.removeEntry(name, { recursive: true })))
}

async function removeDatabases(): Promise<void> {
  const names = [VAULT_DATABASE, DATABASE_NAME, HANDOVER_DATABASE, BASEMAP_DATABASE]
  await Promise.allSettled(names.map((name) => deleteDB(name)))
}

async function removeCaches(): Promise<void> {
  const names = (await globalThis.caches?.keys()) ?? []
  const ours = names.filter((name) => name.startsWith(OURS))
  await Promise.allSettled(ours.map((name) => caches.delete(name)))
}

async function removeServiceWorkers(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? []
  const here = new URL('./', document.baseURI).href
  const ours = registrations.filter(({ scope }) => scope.startsWith(here))
  await Promise.allSettled(ours.map((registration) => registration.unregister()))
}
