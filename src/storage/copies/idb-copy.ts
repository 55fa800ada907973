import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { headOfSnapshot } from '../records/head-of-snapshot.ts'
import type {
  DatasetRecord,
  Head,
  PartRecord,
  SnapshotRecord,
  StepRecord,
  StoragePlace,
} from '../records/records.ts'

export const DATABASE_NAME = 'commonground'

interface OperationDatabase extends DBSchema {
  heads: { key: string; value: Head }
  snapshots: { key: string; value: SnapshotRecord }
  steps: { key: [string, number]; value: StepRecord }
  datasets: { key: [string, string]; value: DatasetRecord }
  parts: { key: [string, string]; value: PartRecord }
}

const STORES = ['heads', 'snapshots', 'steps', 'datasets', 'parts'] as const

type Database = IDBPDatabase<OperationDatabase>

/**
 * Operations in IndexedDB. Writes ask for `durability: 'strict'` by name: the browser's own default
 * acknowledges before the disk has them.
 *
 * @throws DOMException if the database cannot be opened.
 */
export async function openIdbCopy(): Promise<StoragePlace> {
  let database: Database | null = await connect(() => {
    database = null
  })
  const connection = async () => {
    database ??= await connect(() => {
      database = null
    })
    return database
  }
  return copyIn(connection)
}

/** Throws the database away, so that one that cannot be opened any more can be made anew. */
export async function discardDatabase(): Promise<void> {
  await deleteDB(DATABASE_NAME)
}

async function connect(onLost: () => void): Promise<Database> {
  const database = await openDB<OperationDatabase>(DATABASE_NAME, 2, {
    upgrade(fresh, oldVersion) {
      fresh.createObjectStore('parts', { keyPath: ['operationId', 'name'] })
      if (oldVersion > 0) return
      fresh.createObjectStore('heads', { keyPath: 'operationId' })
      fresh.createObjectStore('snapshots', { keyPath: 'operationId' })
      fresh.createObjectStore('steps', { keyPath: ['operationId', 'number'] })
      fresh.createObjectStore('datasets', { keyPath: ['operationId', 'datasetId'] })
    },
    blocking: () => {
      database.close()
      onLost()
    },
    terminated: onLost,
  })
  return database
}

function copyIn(connection: () => Promise<Database>): StoragePlace {
  const write = async (
    work: (stores: Stores) => Promise<unknown>[] | Promise<Promise<unknown>[]>,
  ) => {
    const transaction = (await connection()).transaction(STORES, 'readwrite', {
      durability: 'strict',
    })
    const working = (async () => Promise.all(await work(transaction)))().catch((error) => {
      abandon(transaction)
      throw error
    })
    const [worked, ended] = await Promise.allSettled([working, transaction.done])
    if (worked.status === 'rejected') throw worked.reason
    if (ended.status === 'rejected') throw ended.reason
  }
  return {
    async operationIds() {
      const database = await connection()
      const keys = await Promise.all(STORES.map((store) => database.getAllKeys(store)))
      return [...new Set(keys.flat().map((key) => (typeof key === 'string' ? key : key[0])))]
    },
    heads: async () => (await connection()).getAll('heads'),
    async read(operationId) {
      const database = await connection()
      const snapshot = await database.get('snapshots', operationId)
      if (!snapshot) return null
      return { snapshot, steps: await database.getAll('steps', stepsOf(operationId)) }
    },
    readDataset: async (operationId, datasetId) =>
      (await (await connection()).get('datasets', [operationId, datasetId])) ?? null,
    putPart: (part) => write((transaction) => [transaction.objectStore('parts').put(part)]),
    readPart: async (operationId, name) =>
      (await (await connection()).get('parts', [operationId, name]))?.bytes ?? null,
    removeLeftovers: (operationId, { partNames }) =>
      write((transaction) => removeOtherParts(transaction, operationId, partNames)),
    putSnapshot: ({ snapshot, steps, newDatasets, partNames }) =>
      write(async (transaction) => {
        const { operationId } = snapshot
        const recorded = transaction.objectStore('steps')
        const datasets = transaction.objectStore('datasets')
        const kept = new Set(snapshot.datasetIds)
        const held = await datasets.getAllKeys(namedIn(operationId))
        return [
          ...(await removeOtherParts(transaction, operationId, partNames)),
          recorded.delete(stepsOf(operationId)),
          ...steps.map((step) => recorded.put(step)),
          ...held.filter(([, id]) => !kept.has(id)).map((key) => datasets.delete(key)),
          ...newDatasets.map((record) => datasets.put(record)),
          transaction.objectStore('snapshots').put(snapshot),
          transaction.objectStore('heads').put(headOfSnapshot(snapshot)),
        ]
      }),
    append: ({ head, steps, newDatasets }) =>
      write((transaction) => [
        ...steps.map((step) => transaction.objectStore('steps').add(step)),
        ...newDatasets.map((record) => transaction.objectStore('datasets').put(record)),
        transaction.objectStore('heads').put(head),
      ]),
    remove: (operationId) =>
      write((transaction) => [
        transaction.objectStore('heads').delete(operationId),
        transaction.objectStore('snapshots').delete(operationId),
        transaction.objectStore('steps').delete(stepsOf(operationId)),
        transaction.objectStore('datasets').delete(namedIn(operationId)),
        transaction.objectStore('parts').delete(namedIn(operationId)),
      ]),
  }
}

type Stores = ReturnType<typeof transactionOn>

function transactionOn(database: Database) {
  return database.transaction(STORES, 'readwrite')
}

async function removeOtherParts(
  transaction: Stores,
  operationId: string,
  names: ReadonlySet<string>,
): Promise<Promise<unknown>[]> {
  const parts = transaction.objectStore('parts')
  const held = await parts.getAllKeys(namedIn(operationId))
  return held.filter(([, name]) => !names.has(name)).map((key) => parts.delete(key))
}

function abandon(transaction: Stores): void {
  try {
    transaction.abort()
  } catch {
    // Chromium has ended it already when the disk is full.
  }
}

function stepsOf(operationId: string): IDBKeyRange {
  return IDBKeyRange.bound([operationId, 0], [operationId, Number.MAX_SAFE_INTEGER])
}

/** Datasets or parts of an operation. */
function namedIn(operationId: string): IDBKeyRange {
  return IDBKeyRange.bound([operationId, ''], [operationId, '\uffff'])
}
