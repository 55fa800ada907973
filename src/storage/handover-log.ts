import { type DBSchema, openDB } from 'idb'
import type { HandedOver } from '#core/records/handed-over.ts'

export const HANDOVER_DATABASE = 'commonground-handovers'

type Entry = HandedOver & { readonly operationId: string }

interface HandoverDatabase extends DBSchema {
  handovers: { key: [string, string]; value: Entry }
}

/**
 * Enters files that left an operation in its log; one that is there stays as it was. The log lies beside
 * the operation, in a database of its own: a tab that may not write the operation hands files over too,
 * and no undo takes a line out.
 *
 * @throws DOMException where the browser keeps nothing.
 */
export async function logHandovers(
  operationId: string,
  handed: readonly HandedOver[],
): Promise<void> {
  const database = await connect()
  const transaction = database.transaction('handovers', 'readwrite', { durability: 'strict' })
  for (const one of handed) {
    const isThere = (await transaction.store.getKey([operationId, one.id])) !== undefined
    if (!isThere) await transaction.store.add({ ...one, operationId })
  }
  await transaction.done
  database.close()
}

/**
 * What left an operation, the latest first.
 *
 * @throws DOMException where the browser keeps nothing.
 */
export async function handoversOf(operationId: string): Promise<readonly HandedOver[]> {
  const database = await connect()
  const entries = await database.getAll('handovers', entriesOf(operationId))
  database.close()
  return entries
    .map(({ operationId: _, ...handed }) => handed)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
}

/** Takes the log of an operation off the device, with the operation itself. */
export async function forgetHandovers(operationId: string): Promise<void> {
  const database = await connect()
  await database.delete('handovers', entriesOf(operationId))
  database.close()
}

function entriesOf(operationId: string): IDBKeyRange {
  return IDBKeyRange.bound([operationId, ''], [operationId, '\uffff'])
}

function connect() {
  return openDB<HandoverDatabase>(HANDOVER_DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('handovers', { keyPath: ['operationId', 'id'] })
    },
  })
}
