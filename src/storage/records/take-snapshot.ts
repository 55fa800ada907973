import { type OperationDocument, operationOf, SCHEMA_VERSION, TABLE_NAMES } from '#core/document.ts'
import { checksumOf } from './checksum.ts'
import { trimmedHistory } from './history.ts'
import { snapshotSeal } from './rebuild.ts'
import type { Head, History, Sealed, SnapshotRecord } from './records.ts'

/** Tables that did not change since the last snapshot are not written out again. */
const sealedTables = new WeakMap<object, Sealed>()

/** Where a document stands in its own history. */
export type Moment = {
  readonly generation: number
  readonly lastStep: number
  readonly savedAt: string
  readonly history: History
  readonly datasetIds: readonly string[]
}

/** What a list shows of a document. */
export function headOf(
  document: OperationDocument,
  moment: Omit<Moment, 'history' | 'datasetIds'>,
): Head {
  const { name, theatreName, isExercise } = operationOf(document)
  const { generation, lastStep, savedAt } = moment
  return {
    operationId: document.id,
    name,
    theatreName,
    isExercise,
    savedAt,
    generation,
    lastStep,
  }
}

/** The document as a record. Costs some 10 ms a megabyte of changed tables. */
export async function takeSnapshot(
  document: OperationDocument,
  moment: Moment,
): Promise<SnapshotRecord> {
  const tables: Record<string, Sealed> = {}
  for (const name of TABLE_NAMES) tables[name] = await sealedTable(document.tables[name])
  const snapshot = {
    ...headOf(document, moment),
    schemaVersion: SCHEMA_VERSION,
    tables,
    history: trimmedHistory(moment.history),
    datasetIds: moment.datasetIds,
  }
  return { ...snapshot, checksum: await checksumOf(snapshotSeal(snapshot)) }
}

async function sealedTable(rows: ReadonlyMap<string, unknown>): Promise<Sealed> {
  const known = sealedTables.get(rows)
  if (known) return known
  const text = JSON.stringify([...rows.values()])
  const sealed = { text, checksum: await checksumOf(text) }
  sealedTables.set(rows, sealed)
  return sealed
}
