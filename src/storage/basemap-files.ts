import { type DBSchema, openDB } from 'idb'
import { faultFrom, StorageFault } from './storage-fault.ts'
import { withDatabase } from './with-database.ts'

export const BASEMAP_FOLDER = 'basemaps'
export const BASEMAP_DATABASE = 'commonground-basemap'
const KEY = 'current'
const PART_BYTES = 8 * 1024 * 1024

/** The one base map file that a device keeps, for every operation on the ground it covers. */
export type BasemapRecord = {
  readonly id: string
  readonly fileName: string
  readonly byteCount: number
  /** UTC ISO. */
  readonly keptAt: string
}

interface BasemapDatabase extends DBSchema {
  index: { key: string; value: BasemapRecord }
}

/** How far a copy is, and a way to give it up. */
export type Keeping = {
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/**
 * Copies a file part by part into the browser's private file system and enters it in the index, in
 * place of the one before. Until the last byte is there, the one before stays.
 *
 * @throws StorageFault where there is no such file system or no room; nothing is changed then.
 * @throws DOMException `AbortError` when it was given up.
 */
export async function keepBasemapFile(
  file: Blob,
  record: BasemapRecord,
  { onProgress, signal }: Keeping,
  root?: FileSystemDirectoryHandle,
): Promise<void> {
  try {
    const folder = await folderIn(root, true)
    await copyInto(folder, file, record, { onProgress, signal })
    await withDatabase(connect, (database) => database.put('index', record, KEY))
    await removeOthers(folder, record.id)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const { code } = faultFrom(error)
    throw code === 'full'
      ? new StorageFault(code, 'The browser has no room left to keep it.')
      : new StorageFault(code, 'The browser could not keep it.')
  }
}

/**
 * What is kept; null: nothing. Its file is read only when parts of it are asked for; null where it is
 * gone or not whole.
 */
export async function keptBasemapFile(
  root?: FileSystemDirectoryHandle,
): Promise<{ readonly record: BasemapRecord; readonly file: Blob | null } | null> {
  const record = await recordKept().catch(() => undefined)
  return record ? { record, file: await fileOf(record, root).catch(() => null) } : null
}

function recordKept(): Promise<BasemapRecord | undefined> {
  return withDatabase(connect, (database) => database.get('index', KEY))
}

async function fileOf({ id, byteCount }: BasemapRecord, root?: FileSystemDirectoryHandle) {
  const folder = await folderIn(root, false)
  const file = await (await folder.getFileHandle(nameOf(id))).getFile()
  return file.size === byteCount ? file : null
}

/**
 * Takes it off the device, index first.
 *
 * @throws StorageFault where the browser refuses.
 */
export async function removeBasemapFile(root?: FileSystemDirectoryHandle): Promise<void> {
  try {
    await withDatabase(connect, (database) => database.delete('index', KEY))
    await removeOthers(await folderIn(root, true), null)
  } catch (error) {
    throw faultFrom(error)
  }
}

async function copyInto(
  folder: FileSystemDirectoryHandle,
  file: Blob,
  { id, byteCount }: BasemapRecord,
  { onProgress, signal }: Keeping,
): Promise<void> {
  const handle = await folder.getFileHandle(nameOf(id), { create: true })
  const stream = await handle.createWritable()
  try {
    for (let position = 0; position < byteCount; position += PART_BYTES) {
      signal.throwIfAborted()
      const data = file.slice(position, Math.min(byteCount, position + PART_BYTES))
      await stream.write({ type: 'write', position, data })
      onProgress(Math.min(1, (position + PART_BYTES) / byteCount))
    }
    await stream.close()
  } catch (error) {
    await stream.abort().catch(() => {})
    await folder.removeEntry(nameOf(id)).catch(() => {})
    throw error
  }
}

async function removeOthers(folder: FileSystemDirectoryHandle, keptId: string | null) {
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  for (const name of names) {
    // A map of another tab may still read from it; it goes with the next change then.
    if (keptId === null || name !== nameOf(keptId)) await folder.removeEntry(name).catch(() => {})
  }
}

async function folderIn(root: FileSystemDirectoryHandle | undefined, create: boolean) {
  const base = root ?? (await navigator.storage.getDirectory())
  return base.getDirectoryHandle(BASEMAP_FOLDER, { create })
}

function nameOf(id: string): string {
  return `${encodeURIComponent(id)}.pmtiles`
}

function connect() {
  return openDB<BasemapDatabase>(BASEMAP_DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('index')
    },
  })
}
