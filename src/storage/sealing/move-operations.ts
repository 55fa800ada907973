import { checksumOf } from '../records/checksum.ts'
import { partNames, readIndex } from '../records/dataset-parts.ts'
import { datasetsInSteps } from '../records/datasets-in-steps.ts'
import { headOfSnapshot } from '../records/head-of-snapshot.ts'
import type { DatasetRecord, StorageCopy, StoragePlace, Stored } from '../records/records.ts'

/** One place, seen as it is and as it is to be. */
type Move = { readonly from: StorageCopy; readonly to: StorageCopy }

/**
 * Writes an operation anew beside itself, in every place that has it, damage and all: each place keeps
 * exactly what it had. What was there stays.
 *
 * @throws whatever a place throws that cannot be read or written.
 */
export async function copyOperation(moves: readonly Move[], operationId: string): Promise<void> {
  const stored = await Promise.all(moves.map(({ from }) => from.read(operationId)))
  const datasetIds = new Set(stored.flatMap((one) => (one ? datasetsOf(one) : [])))
  const names = new Set<string>()
  for (const { from } of moves) {
    for (const datasetId of datasetIds) {
      const record = await from.readDataset(operationId, datasetId)
      for (const name of record ? await namesIn(record) : []) names.add(name)
    }
  }
  for (const [place, move] of moves.entries()) {
    await copyParts(move, operationId, names)
    const one = stored[place]
    if (one) await copyRecords(move, one, { datasetIds, names })
  }
}

/** Takes everything off a place that is not to stay there. */
export async function removeAllBut(
  places: readonly StoragePlace[],
  isStaying: (operationId: string) => boolean,
): Promise<void> {
  for (const place of places) {
    for (const id of await place.operationIds()) if (!isStaying(id)) await place.remove(id)
  }
}

async function copyParts(
  { from, to }: Move,
  operationId: string,
  names: ReadonlySet<string>,
): Promise<void> {
  const memory = { buffer: new ArrayBuffer(0) }
  for (const name of names) {
    const bytes = await from.readPart(operationId, name, memory)
    if (bytes) await to.putPart({ operationId, name, bytes })
  }
}

async function copyRecords(
  { from, to }: Move,
  { snapshot, steps }: Stored,
  { datasetIds, names }: { datasetIds: ReadonlySet<string>; names: ReadonlySet<string> },
): Promise<void> {
  const { operationId } = snapshot
  const found = await Promise.all(
    [...datasetIds].map((datasetId) => from.readDataset(operationId, datasetId)),
  )
  const datasets = found.filter((record) => record !== null)
  const isInSnapshot = ({ datasetId }: DatasetRecord) => snapshot.datasetIds.includes(datasetId)
  const isBefore = ({ number }: { number: number }) => number <= snapshot.lastStep
  await to.putSnapshot({
    snapshot,
    steps: steps.filter(isBefore),
    newDatasets: datasets.filter(isInSnapshot),
    partNames: names,
  })
  const later = steps.filter((step) => !isBefore(step)).sort((a, b) => a.number - b.number)
  if (later.length === 0) return
  const heads = await from.heads()
  const head = heads.find((one) => one.operationId === operationId) ?? headOfSnapshot(snapshot)
  await to.append({
    head: { ...head, generation: snapshot.generation, lastStep: later.at(-1)!.number },
    steps: later,
    newDatasets: datasets.filter((record) => !isInSnapshot(record)),
  })
}

function datasetsOf({ snapshot, steps }: Stored): string[] {
  const readable = steps.filter((step) => isJson(step.text))
  return [...snapshot.datasetIds, ...datasetsInSteps(readable)]
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Names of the parts that a record lists; none where it is damaged or holds the columns itself. */
async function namesIn({ datasetId, bytes, checksum }: DatasetRecord): Promise<readonly string[]> {
  if ((await checksumOf(bytes)) !== checksum) return []
  const index = readIndex(bytes)
  return index ? partNames(datasetId, index.parts) : []
}
