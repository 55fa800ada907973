import { canonicalJson } from '#core/canonical-json.ts'
import { applyChange, type Change, type Step } from '#core/change.ts'
import { type OperationDocument, SCHEMA_VERSION, TABLE_NAMES, TABLES } from '#core/document.ts'
import { upgrade } from '#core/upgrade.ts'
import { checksumOf } from './checksum.ts'
import { historyAfter } from './history.ts'
import type { History, Sealed, SnapshotRecord, Stored } from './records.ts'

/** An operation as one copy had it, checked record by record. */
export type Rebuilt = {
  readonly document: OperationDocument
  readonly lastStep: number
  readonly done: readonly Change[]
  readonly undone: readonly Change[]
  readonly history: History
  readonly snapshot: SnapshotRecord
  /** Records that were there and not whole, or not there and missed. */
  readonly damagedCount: number
}

/** What a snapshot's checksum is taken of. */
export function snapshotSeal(snapshot: Omit<SnapshotRecord, 'checksum'>): string {
  const tables = Object.fromEntries(
    Object.entries(snapshot.tables).map(([name, { checksum }]) => [name, checksum]),
  )
  return canonicalJson({ ...snapshot, tables, checksum: '' })
}

/**
 * The document and its history from a snapshot and the steps after it. Ends at the first step that is
 * damaged or missing: nothing after it can be trusted.
 *
 * @returns null if the snapshot itself is damaged, or was written by a newer version.
 */
export async function rebuild({ snapshot, steps }: Stored): Promise<Rebuilt | null> {
  const tables = await readSnapshot(snapshot)
  if (!tables) return null
  const found = new Map<number, Step>()
  let damagedCount = 0
  for (const record of steps) {
    const step = await readStep(record, record.number)
    if (step) found.set(record.number, step)
    else damagedCount += 1
  }
  let document: OperationDocument = { id: snapshot.operationId, tables }
  let history = knownHistory(snapshot.history, found)
  let lastStep = snapshot.lastStep
  for (let step = found.get(lastStep + 1); step; step = found.get(lastStep + 1)) {
    try {
      document = applyChange(document, step.change)
    } catch {
      break
    }
    history = historyAfter(history, step)
    lastStep += 1
  }
  const lost = steps.filter(({ number }) => number > lastStep && found.has(number)).length
  const forgotten = snapshot.history.done.length + snapshot.history.undone.length
  const kept = knownHistory(snapshot.history, found)
  const changesOf = (numbers: readonly number[]) => numbers.map((n) => found.get(n)!.change)
  const current = upgraded(document, snapshot.schemaVersion)
  const isOld = snapshot.schemaVersion < SCHEMA_VERSION
  return {
    document: current,
    lastStep,
    done: isOld ? [] : changesOf(history.done),
    undone: isOld ? [] : changesOf(history.undone),
    history: isOld ? { done: [], undone: [] } : history,
    snapshot,
    damagedCount: damagedCount + lost + Number(forgotten > kept.done.length + kept.undone.length),
  }
}

async function readSnapshot(snapshot: SnapshotRecord): Promise<OperationDocument['tables'] | null> {
  const { checksum: _, ...rest } = snapshot
  if (snapshot.schemaVersion > SCHEMA_VERSION) return null
  if ((await checksumOf(snapshotSeal(rest))) !== snapshot.checksum) return null
  const tables: Record<string, Map<string, unknown>> = {}
  for (const name of TABLE_NAMES) {
    const sealed = snapshot.tables[name]
    const rows = sealed ? await readSealed<{ id: string }[]>(sealed) : []
    if (!rows) return null
    tables[name] = new Map(rows.map((row) => [row.id, row]))
  }
  return tables as unknown as OperationDocument['tables']
}

async function readStep(sealed: Sealed, number: number): Promise<Step | null> {
  const step = await readSealed<Step>(sealed)
  return step?.number === number ? step : null
}

async function readSealed<T>({ text, checksum }: Sealed): Promise<T | null> {
  if (typeof text !== 'string' || (await checksumOf(text)) !== checksum) return null
  return JSON.parse(text) as T
}

/** The upper part of each stack, down to the first change that is not there any more. */
function knownHistory({ done, undone }: History, found: ReadonlyMap<number, unknown>): History {
  const upper = (numbers: readonly number[]) => {
    const missing = numbers.findLastIndex((number) => !found.has(number))
    return numbers.slice(missing + 1)
  }
  return { done: upper(done), undone: upper(undone) }
}

/** Rows of an older version brought up to the present one; its history does not fit them any more. */
function upgraded(document: OperationDocument, version: number): OperationDocument {
  if (version >= SCHEMA_VERSION) return document
  const plain = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, [...document.tables[name].values()]]),
  )
  const body = upgrade({ tables: plain }, version)['tables'] as Record<string, unknown[]>
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name) => [
      name,
      new Map(
        (body[name] ?? []).map((row) => {
          const parsed = TABLES[name].parse(row)
          return [parsed.id, parsed] as const
        }),
      ),
    ]),
  )
  return { ...document, tables: tables as unknown as OperationDocument['tables'] }
}
