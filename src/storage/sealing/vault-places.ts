import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb'
import { isNotFound } from '../is-not-found.ts'
import { withDatabase } from '../with-database.ts'
import { readVaultText, type Vault } from './vault.ts'

export const VAULT_DATABASE = 'commonground-key'
export const VAULT_FILE = 'commonground-key.json'
const STORE = 'vault'
const KEY = 'current'

/** What there is of a vault. */
export type FoundVault = {
  readonly vault: Vault | null
  /** Whether every place answered: only then does null mean that there is none. */
  readonly isSure: boolean
}

type Place = {
  read(): Promise<string | null>
  write(text: string): Promise<void>
  remove(): Promise<void>
}

/**
 * The wrapped key lies twice, in the places where the copies of operations lie, for a browser that
 * loses one of them shall not lose the other with it.
 */
export async function findVault(root?: FileSystemDirectoryHandle): Promise<FoundVault> {
  const found: Vault[] = []
  let isSure = true
  for (const place of placesOf(root)) {
    try {
      const text = await place.read()
      const vault = text === null ? null : readVaultText(text)
      if (vault) found.push(vault)
      else if (text !== null) isSure = false
    } catch {
      isSure = false
    }
  }
  found.sort((a, b) => b.revision - a.revision)
  return { vault: found[0] ?? null, isSure }
}

/**
 * Puts a key into every place, over an older one and never over a newer one. Where a place does not
 * take it, the older one is taken out of there.
 *
 * @returns whether no place has an older one left.
 * @throws what the last place threw, if none took it; all is as it was then.
 */
export async function keepVault(vault: Vault, root?: FileSystemDirectoryHandle): Promise<boolean> {
  const places = placesOf(root)
  const kept = await Promise.allSettled(places.map((place) => putInto(place, vault)))
  const faults = kept.filter((one) => one.status === 'rejected')
  if (faults.length === places.length) throw faults.at(-1)?.reason
  const refusing = places.filter((_, at) => kept[at]?.status === 'rejected')
  const left = await Promise.allSettled(refusing.map(takeOut))
  return left.every(({ status }) => status === 'fulfilled')
}

/** Takes it out of every place. @throws if one of them still has it, or does not answer. */
export async function removeVault(root?: FileSystemDirectoryHandle): Promise<void> {
  const left = await Promise.allSettled(placesOf(root).map((place) => place.remove()))
  for (const one of left) if (one.status === 'rejected') throw one.reason
}

async function putInto(place: Place, vault: Vault): Promise<void> {
  const text = await place.read()
  const there = text === null ? null : readVaultText(text)
  const isNewer = there?.keyId === vault.keyId && there.revision > vault.revision
  if (!isNewer) await place.write(JSON.stringify(vault))
}

/** A place that cannot be read is left alone: what it has may be newer. */
async function takeOut(place: Place): Promise<void> {
  if ((await place.read()) !== null) await place.remove()
}

/** A browser without private files has one place; one whose files do not answer still has two. */
function placesOf(root?: FileSystemDirectoryHandle): readonly Place[] {
  if (root) return [inFiles(async () => root), inDatabase]
  const storage: Partial<StorageManager> | undefined = globalThis.navigator?.storage
  if (!storage?.getDirectory) return [inDatabase]
  return [inFiles(() => navigator.storage.getDirectory()), inDatabase]
}

const inDatabase: Place = {
  read: () => within(async (database) => (await database.get(STORE, KEY)) ?? null),
  write: (text) => change(async (store) => void (await store.put(text, KEY))),
  remove: () => change((store) => store.delete(KEY)),
}

interface VaultDatabase extends DBSchema {
  vault: { key: string; value: string }
}

type WritableStore = IDBPObjectStore<VaultDatabase, ['vault'], 'vault', 'readwrite'>

function change(work: (store: WritableStore) => Promise<void>): Promise<void> {
  return within(async (database) => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' })
    await Promise.all([work(transaction.store), transaction.done])
  })
}

function within<T>(work: (database: IDBPDatabase<VaultDatabase>) => Promise<T>): Promise<T> {
  return withDatabase(connect, work)
}

function connect() {
  return openDB<VaultDatabase>(VAULT_DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore(STORE)
    },
  })
}

function inFiles(open: () => Promise<FileSystemDirectoryHandle>): Place {
  return {
    async read() {
      const root = await open()
      try {
        return await (await (await root.getFileHandle(VAULT_FILE)).getFile()).text()
      } catch (error) {
        if (isNotFound(error)) return null
        throw error
      }
    },
    async write(text) {
      const root = await open()
      const handle = await root.getFileHandle(VAULT_FILE, { create: true })
      try {
        const stream = await handle.createWritable()
        await stream.write(text)
        await stream.close()
      } catch (error) {
        // A new file that took nothing would look like a damaged key.
        if ((await handle.getFile()).size === 0) await root.removeEntry(VAULT_FILE)
        throw error
      }
    },
    async remove() {
      const root = await open()
      try {
        await root.removeEntry(VAULT_FILE)
      } catch (error) {
        if (!isNotFound(error)) throw error
      }
    },
  }
}
