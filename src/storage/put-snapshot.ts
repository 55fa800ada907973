import type { OperationDocument } from '#core/document.ts'
import type { DatasetRecord, SnapshotWrite, StepRecord } from './records/records.ts'
import { takeSnapshot } from './records/take-snapshot.ts'
import type { Session } from './sessions.ts'
import type { StorageDesk } from './storage-desk.ts'

/** What a snapshot is made of. */
export type SnapshotMaking = {
  readonly document: OperationDocument
  readonly session: Session
  readonly steps: readonly StepRecord[]
  readonly newDatasets: readonly DatasetRecord[]
}

/** Writes a snapshot to both copies; a second copy that was behind is whole again after it. */
export async function putSnapshot(desk: StorageDesk, making: SnapshotMaking): Promise<void> {
  const { document, session, steps, newDatasets } = making
  const snapshot = await takeSnapshot(document, { ...session, savedAt: desk.nowAt() })
  const partNames = new Set([...session.partNames.values()].flat())
  const write: SnapshotWrite = { snapshot, steps, newDatasets, partNames }
  await desk.copies.first()!.putSnapshot(write)
  const second = desk.copies.second()
  if (!second) return
  await writeSecond(desk, document.id, async () => {
    const missing = desk.copies.isSecondBehind(document.id)
      ? await allDatasets(desk, document.id, session.datasetIds)
      : newDatasets
    await second.putSnapshot({ ...write, newDatasets: missing })
    desk.copies.markSecond(document.id, false)
  })
}

/** Writes to the second copy; failing leaves it behind until the next snapshot, and stops nobody. */
export async function writeSecond(
  { copies }: StorageDesk,
  operationId: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch {
    copies.markSecond(operationId, true)
  }
}

async function allDatasets(
  { copies }: StorageDesk,
  operationId: string,
  ids: readonly string[],
): Promise<DatasetRecord[]> {
  const found = await Promise.all(ids.map((id) => copies.first()!.readDataset(operationId, id)))
  return found.filter((record) => record !== null)
}
