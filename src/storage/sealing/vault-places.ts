import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb'
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
  for (const place of await placesOf(root)) {
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
 * Resolves when one place has it at least.
 *
 * @throws what the last place threw, if none took it.
 */
export async function keepVault(vault: Vault, root?: FileSystemDirectoryHandle): Promise<void> {
  const text = JSON.stringify(vault)
  const kept = await Promise.allSettled((await placesOf(root)).map((place) => place.write(text)))
  if (kept.some(({ status }) => status === 'fulfilled')) return
  throw kept.find((one) => one.status === 'rejected')?.reason
}

/** Takes it out of every place. @throws if one of them still has it. */
export async function removeVault(root?: FileSystemDirectoryHandle): Promise<void> {
  const left = await Promise.allSettled((await placesOf(root)).map((place) => place.remove()))
  for (const one of left) if (one.status === 'rejected') throw one.reason
}

async function placesOf(root?: FileSystemDirectoryHandle): Promise<readonly Place[]> {
  try {
    return [inFiles(root ?? (await navigator.storage.getDirectory())), inDatabase]
  } catch {
    return [inDatabase]
  }
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

async function within<T>(work: (database: IDBPDatabase<VaultDatabase>) => Promise<T>): Promise<T> {
  const database = await openDB<VaultDatabase>(VAULT_DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore(STORE)
    },
  })
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

function inFiles(root: FileSystemDirectoryHandle): Place {
  return {
    async read() {
      try {
        return await (await (await root.getFileHandle(VAULT_FILE)).getFile()).text()
      } catch (error) {
        if (isNotFound(error)) return null
        throw error
      }
    },
    async write(text) {
      const stream = await (await root.getFileHandle(VAULT_FILE, { create: true })).createWritable()
      await stream.write(text)
      await stream.close()
    },
    async remove() {
      try {
        await root.removeEntry(VAULT_FILE)
      } catch (error) {
        if (!isNotFound(error)) throw error
      }
    },
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError'
}
