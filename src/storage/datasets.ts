import type { Columns } from '#core/columns/columns.ts'
import type { Copies } from './copies/open-copies.ts'
import { nextTask } from './next-task.ts'
import { checksumOf, checksumOfPart } from './records/checksum.ts'
import {
  createJoiner,
  type DatasetIndex,
  packIndex,
  packPart,
  partName,
  partNames,
  partRanges,
  readIndex,
} from './records/dataset-parts.ts'
import { packColumns, unpackColumns } from './records/pack-columns.ts'
import type { DatasetRecord, PartMemory, PartRecord, StorageCopy } from './records/records.ts'
import type { PartNames } from './sessions.ts'
import { attempt, type StorageDesk } from './storage-desk.ts'
import { faultFrom } from './storage-fault.ts'

/** While one part is checked and another put in its place, a third comes from the disk. */
const PARTS_AT_A_TIME = 3

/** Datasets that a step or a snapshot may now name. */
export type LaidDown = {
  readonly records: readonly DatasetRecord[]
  readonly partNames: PartNames
}

/**
 * Makes the records of datasets. The parts of large ones are on the disk when it resolves, packed and
 * written one after the other; parts that no record comes to name go with the next snapshot, or when
 * the operation is opened.
 *
 * @throws StorageFault if a part could not be written.
 */
export async function layDown(
  desk: StorageDesk,
  operationId: string,
  columns: ReadonlyMap<string, Columns>,
): Promise<LaidDown> {
  const records: DatasetRecord[] = []
  const names = new Map<string, readonly string[]>()
  for (const [datasetId, batch] of columns) {
    const isLarge = batch.rowCount > desk.rowsPerPart
    const index = isLarge ? await writeParts(desk, { operationId, datasetId }, batch) : null
    const bytes = index ? packIndex(index, batch) : packColumns(batch)
    await nextTask()
    records.push({ operationId, datasetId, bytes, checksum: await checksumOf(bytes) })
    if (index) names.set(datasetId, partNames(datasetId, index))
  }
  return { records, partNames: names }
}

type Address = Pick<DatasetRecord, 'operationId' | 'datasetId'>

async function writeParts(
  { copies, rowsPerPart }: StorageDesk,
  { operationId, datasetId }: Address,
  columns: Columns,
): Promise<DatasetIndex['parts']> {
  const parts: { rowCount: number; checksum: string }[] = []
  for (const range of partRanges(columns, rowsPerPart)) {
    const bytes = packPart(columns, range)
    const checksum = await checksumOfPart(bytes)
    const name = partName(datasetId, parts.length, checksum)
    await putPart(copies, { operationId, name, bytes }, checksum)
    await nextTask()
    parts.push({ rowCount: range.to - range.from, checksum })
  }
  return parts
}

/** One that is there already, from a try that failed later on, is not written again. */
async function putPart(copies: Copies, part: PartRecord, checksum: string): Promise<void> {
  if (await soundPart(copies, { ...part, checksum }, { buffer: new ArrayBuffer(0) })) return
  let fault: unknown = null
  for (const copy of placesOf(copies)) {
    try {
      return await copy.putPart(part)
    } catch (error) {
      fault = error
    }
  }
  throw faultFrom(fault)
}

/** Parts lie once: as files, or in the database where there are none or they cannot be written. */
function placesOf(copies: Copies): StorageCopy[] {
  return [copies.second(), copies.first()].filter((copy) => copy !== null)
}

type SealedPart = Pick<PartRecord, 'operationId' | 'name'> & { readonly checksum: string }

async function soundPart(
  copies: Copies,
  { operationId, name, checksum }: SealedPart,
  memory: PartMemory,
): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const copy of placesOf(copies)) {
    const bytes = await attempt(() => copy.readPart(operationId, name, memory))
    if (bytes && (await checksumOfPart(bytes)) === checksum) return bytes
  }
  return null
}

/** A dataset as it was found. Without columns, the fault says what is amiss with it. */
export type FoundDataset = {
  readonly columns: Columns | null
  readonly fault: { readonly damagedCount: number; readonly partCount: number } | 'memory' | null
  /** Of one that lies in parts: its record and their names. */
  readonly index: DatasetRecord | null
  readonly partNames: readonly string[]
}

/**
 * Reads a dataset from the first copy that has its record whole. Large ones are put together in arrays
 * made once at full length, so that a part or three is all that is in memory twice.
 *
 * @returns null if no copy has the record, or none has it whole.
 */
export async function readDataset(copies: Copies, address: Address): Promise<FoundDataset | null> {
  const record =
    (await soundRecord(copies.first(), address)) ?? (await soundRecord(copies.second(), address))
  if (!record) return null
  await nextTask()
  const index = readIndex(record.bytes)
  if (!index) {
    return { columns: unpackColumns(record.bytes), fault: null, index: null, partNames: [] }
  }
  const names = partNames(address.datasetId, index.parts)
  return { ...(await joined(copies, address, index)), index: record, partNames: names }
}

async function soundRecord(
  copy: StorageCopy | null,
  { operationId, datasetId }: Address,
): Promise<DatasetRecord | null> {
  const record = await attempt(() => copy?.readDataset(operationId, datasetId))
  return record && (await checksumOf(record.bytes)) === record.checksum ? record : null
}

async function joined(
  copies: Copies,
  { operationId, datasetId }: Address,
  index: DatasetIndex,
): Promise<Pick<FoundDataset, 'columns' | 'fault'>> {
  const joiner = await attempt(async () => createJoiner(index))
  if (!joiner) return { columns: null, fault: 'memory' }
  const left = [...index.parts.entries()]
  const names = partNames(datasetId, index.parts)
  let damagedCount = 0
  const work = async () => {
    const memory = { buffer: new ArrayBuffer(0) }
    for (let entry = left.shift(); entry; entry = left.shift()) {
      const [number, { checksum }] = entry
      const part = { operationId, name: names[number]!, checksum }
      const bytes = await soundPart(copies, part, memory)
      if (!bytes || !joiner.put(number, bytes)) damagedCount += 1
    }
  }
  await Promise.all(Array.from({ length: PARTS_AT_A_TIME }, work))
  await nextTask()
  if (damagedCount === 0) return { columns: joiner.columns, fault: null }
  return { columns: null, fault: { damagedCount, partCount: names.length } }
}
