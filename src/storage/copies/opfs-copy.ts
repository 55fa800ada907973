import { isNotFound } from '../is-not-found.ts'
import { headOfSnapshot } from '../records/head-of-snapshot.ts'
import type {
  DatasetRecord,
  Head,
  Kept,
  PartMemory,
  SnapshotRecord,
  StepRecord,
  StepsWrite,
  StoragePlace,
} from '../records/records.ts'

export const OPFS_FOLDER = 'operations'
const FOLDER_PREFIX = 'o-'

/**
 * The second copy, in the browser's private file system: one folder an operation with a snapshot,
 * the steps after it (appended to), and a file a dataset, or a part of a large one. It lies apart
 * from the database and survives when that comes back empty.
 *
 * @throws DOMException where there is no such file system, or it cannot be written to.
 */
export async function openOpfsCopy(root?: FileSystemDirectoryHandle): Promise<StoragePlace> {
  const base = root ?? (await navigator.storage.getDirectory())
  const folder = await base.getDirectoryHandle(OPFS_FOLDER, { create: true })
  await writeFile(folder, 'writable', '')
  const open = (operationId: string) =>
    folder.getDirectoryHandle(folderName(operationId), { create: true })
  return {
    operationIds: () => operationIdsIn(folder),
    heads: () => headsIn(folder),
    read: async (operationId) => {
      const place = await existing(folder, folderName(operationId))
      return place ? readNewest(place) : null
    },
    async readDataset(operationId, datasetId) {
      const place = await existing(folder, folderName(operationId))
      return place ? readDatasetIn(place, operationId, datasetId) : null
    },
    putPart: async ({ operationId, name, bytes }) =>
      writeFile(await open(operationId), name, bytes),
    readPart: async (operationId, name, memory) => {
      const place = await existing(folder, folderName(operationId))
      const file = place && (await fileIn(place, name))
      return file && readInto(memory, file)
    },
    async removeLeftovers(operationId, kept) {
      const place = await existing(folder, folderName(operationId))
      if (place) await removeOthers(place, kept)
    },
    async putSnapshot({ snapshot, steps, newDatasets, partNames }) {
      const place = await open(snapshot.operationId)
      for (const record of newDatasets) await writeDataset(place, record)
      await writeFile(place, snapshotName(snapshot.generation), snapshotText(snapshot, steps))
      const { generation, datasetIds } = snapshot
      await removeOthers(place, { generation, datasetIds: new Set(datasetIds), partNames })
    },
    append: async (write) => appendTo(await open(write.head.operationId), write),
    remove: async (operationId) => {
      const isThere = await existing(folder, folderName(operationId))
      if (isThere) await folder.removeEntry(folderName(operationId), { recursive: true })
    },
  }
}

async function appendTo(
  place: FileSystemDirectoryHandle,
  { head, steps, newDatasets }: StepsWrite,
): Promise<void> {
  for (const record of newDatasets) await writeDataset(place, record)
  const handle = await place.getFileHandle(stepsName(head.generation), { create: true })
  const { size } = await handle.getFile()
  const stream = await handle.createWritable({ keepExistingData: true })
  await stream.write({ type: 'write', position: size, data: steps.map(stepLine).join('') })
  await stream.close()
}

function folderName(operationId: string): string {
  return `${FOLDER_PREFIX}${encodeURIComponent(operationId)}`
}

async function operationIdsIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const ids: string[] = []
  for await (const name of folder.keys()) {
    if (!name.startsWith(FOLDER_PREFIX)) continue
    ids.push(decodeURIComponent(name.slice(FOLDER_PREFIX.length)))
  }
  return ids
}

function snapshotName(generation: number): string {
  return `snapshot-${String(generation).padStart(8, '0')}.txt`
}

function stepsName(generation: number): string {
  return `steps-${String(generation).padStart(8, '0')}.txt`
}

function datasetName(datasetId: string): string {
  return `dataset-${encodeURIComponent(datasetId)}.bin`
}

/** The first line is the snapshot without its tables; then a line a table and a line a kept step. */
function snapshotText(snapshot: SnapshotRecord, steps: readonly StepRecord[]): string {
  const heading = JSON.stringify({ ...snapshot, tables: {} })
  const tables = Object.entries(snapshot.tables).map(
    ([name, { checksum, text }]) => `table\t${name}\t${checksum}\t${text}\n`,
  )
  return `${heading}\n${tables.join('')}${steps.map(stepLine).join('')}`
}

function stepLine({ number, checksum, text }: StepRecord): string {
  return `step\t${number}\t${checksum}\t${text}\n`
}

async function readNewest(place: FileSystemDirectoryHandle) {
  for (const generation of await generationsIn(place)) {
    const text = await readText(place, snapshotName(generation))
    const [heading, ...lines] = text.split('\n')
    const snapshot = headingOf(heading ?? '')
    if (!snapshot) continue
    const later = (await readText(place, stepsName(generation))).split('\n')
    const tables: Record<string, { text: string; checksum: string }> = {}
    const steps: StepRecord[] = []
    for (const [kind, name, checksum, ...rest] of [...lines, ...later].map((l) => l.split('\t'))) {
      const sealed = { text: rest.join('\t'), checksum: checksum ?? '' }
      if (kind === 'table' && name) tables[name] = sealed
      if (kind !== 'step') continue
      steps.push({ operationId: snapshot.operationId, number: Number(name), ...sealed })
    }
    return { snapshot: { ...snapshot, tables }, steps }
  }
  return null
}

async function headsIn(folder: FileSystemDirectoryHandle): Promise<Head[]> {
  const heads: Head[] = []
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== 'directory' || !name.startsWith(FOLDER_PREFIX)) continue
    const head = await headIn(handle as FileSystemDirectoryHandle)
    if (head) heads.push(head)
  }
  return heads
}

async function headIn(place: FileSystemDirectoryHandle): Promise<Head | null> {
  for (const generation of await generationsIn(place)) {
    const [heading] = (await readText(place, snapshotName(generation))).split('\n', 1)
    const snapshot = headingOf(heading ?? '')
    if (!snapshot) continue
    const lines = (await readText(place, stepsName(generation))).trimEnd().split('\n')
    const last = Number(lines.at(-1)?.split('\t')[1])
    const { lastStep } = snapshot
    return {
      ...headOfSnapshot(snapshot),
      generation,
      lastStep: Number.isInteger(last) ? Math.max(last, lastStep) : lastStep,
    }
  }
  return null
}

function headingOf(line: string): SnapshotRecord | null {
  try {
    const value = JSON.parse(line) as SnapshotRecord
    return typeof value.operationId === 'string' && Array.isArray(value.datasetIds) ? value : null
  } catch {
    return null
  }
}

/** Newest first. */
async function generationsIn(place: FileSystemDirectoryHandle): Promise<number[]> {
  const found: number[] = []
  for await (const name of place.keys()) {
    const match = /^snapshot-(\d+)\.txt$/.exec(name)
    if (match) found.push(Number(match[1]))
  }
  return found.sort((a, b) => b - a)
}

async function removeOthers(
  place: FileSystemDirectoryHandle,
  { generation, datasetIds, partNames }: Kept,
): Promise<void> {
  const kept = new Set([
    snapshotName(generation),
    stepsName(generation),
    ...[...datasetIds].map(datasetName),
    ...partNames,
  ])
  const names: string[] = []
  for await (const name of place.keys()) names.push(name)
  for (const name of names) if (!kept.has(name)) await place.removeEntry(name)
}

/** The checksum as 64 letters, then the packed columns. */
async function writeDataset(
  place: FileSystemDirectoryHandle,
  { datasetId, bytes, checksum }: DatasetRecord,
): Promise<void> {
  await writeFile(place, datasetName(datasetId), new Blob([checksum, bytes]))
}

async function readDatasetIn(
  place: FileSystemDirectoryHandle,
  operationId: string,
  datasetId: string,
): Promise<DatasetRecord | null> {
  const file = await fileIn(place, datasetName(datasetId))
  if (!file || file.size < 64) return null
  const checksum = await file.slice(0, 64).text()
  const bytes = new Uint8Array(await file.slice(64).arrayBuffer())
  return { operationId, datasetId, bytes, checksum }
}

/**
 * As good as `arrayBuffer()` in time, and takes no new memory: what that makes stays until the browser
 * collects it, twenty parts later. Where files are no byte streams, there is no other way.
 */
async function readInto(memory: PartMemory, file: File): Promise<Uint8Array<ArrayBuffer>> {
  const reader = byteReaderOf(file)
  if (!reader) return new Uint8Array(await file.arrayBuffer())
  if (memory.buffer.byteLength < file.size) memory.buffer = new ArrayBuffer(file.size)
  let at = 0
  while (at < file.size) {
    const { value, done } = await reader.read(new Uint8Array(memory.buffer, at, file.size - at))
    if (value) memory.buffer = value.buffer
    if (done) break
    at += value.byteLength
  }
  return new Uint8Array(memory.buffer, 0, at)
}

function byteReaderOf(file: File): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: 'byob' })
  } catch {
    return null
  }
}

/** The browser puts the new content in place when the stream closes, whole or not at all. */
async function writeFile(
  place: FileSystemDirectoryHandle,
  name: string,
  content: string | Blob | Uint8Array<ArrayBuffer>,
): Promise<void> {
  const handle = await place.getFileHandle(name, { create: true })
  const stream = await handle.createWritable()
  await stream.write(content)
  await stream.close()
}

async function readText(place: FileSystemDirectoryHandle, name: string): Promise<string> {
  return (await (await fileIn(place, name))?.text()) ?? ''
}

async function fileIn(place: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await place.getFileHandle(name)).getFile()
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}

async function existing(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await folder.getDirectoryHandle(name)
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}
