import type { Head, SnapshotRecord } from './records.ts'

/** What a list shows of an operation, from its snapshot. */
export function headOfSnapshot(snapshot: SnapshotRecord): Head {
  const { operationId, name, theatreName, isExercise, savedAt, generation, lastStep } = snapshot
  return { operationId, name, theatreName, isExercise, savedAt, generation, lastStep }
}
