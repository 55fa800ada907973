import { type DBSchema, openDB } from 'idb'
import type { HandedOver } from '#core/records/handed-over.ts'
import { isSealedId } from './sealing/sealed-copy.ts'
import { withDatabase } from './with-database.ts'

export const HANDOVER_DATABASE = 'commonground-handovers'
const STORE = 'handovers'

/** One line, and the operation that the file left. */
export type HandoverLine = { readonly operationId: string; readonly handed: HandedOver }

/** A line as it lies on the disk; under a passphrase ids are aliases and all else is one sealed text. */
export type LaidHandover = { readonly operationId: string; readonly id: string } & (
  | HandedOver
  | { readonly sealed: string }
)

/** How lines lie on the disk. Where they are locked every method but `isOurs` rejects. */
export type HandoverKeeping = {
  isOurs(laid: LaidHandover): boolean
  /** The id under which those of one operation lie. */
  laidIdOf(operationId: string): Promise<string>
  lay(line: HandoverLine): Promise<LaidHandover>
  /** Null: damaged, or laid in another way. */
  lift(laid: LaidHandover): Promise<HandoverLine | null>
}

interface HandoverDatabase extends DBSchema {
  [STORE]: { key: [string, string]; value: LaidHandover }
}

/** As they are. */
export const plainHandovers: HandoverKeeping = {
  isOurs: ({ operationId }) => !isSealedId(operationId),
  laidIdOf: async (operationId) => operationId,
  lay: async ({ operationId, handed }) => ({ ...handed, operationId }),
  async lift(laid) {
    if ('sealed' in laid) return null
    const { operationId, ...handed } = laid
    return { operationId, handed }
  },
}

let present = plainHandovers

/** From here on they lie so. */
export function keepHandoversAs(keeping: HandoverKeeping): void {
  present = keeping
}

/**
 * Enters files that left an operation in its log; one that is there stays as it was. The log lies beside
 * the operation, in a database of its own: a tab that may not write the operation hands files over too,
 * and no undo takes a line out.
 *
 * @throws DOMException where the browser keeps nothing.
 * @throws StorageFault where a passphrase comes first.
 */
export async function logHandovers(
  operationId: string,
  handed: readonly HandedOver[],
): Promise<void> {
  const laid = await Promise.all(handed.map((one) => present.lay({ operationId, handed: one })))
  await write({ added: laid, removed: [] })
}

/**
 * What left an operation, the latest first.
 *
 * @throws as `logHandovers` does.
 */
export async function handoversOf(operationId: string): Promise<readonly HandedOver[]> {
  const keeping = present
  const range = linesOf(await keeping.laidIdOf(operationId))
  const laid = await withDatabase(connect, (database) => database.getAll(STORE, range))
  return (await lifted(laid, keeping))
    .map(({ handed }) => handed)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
}

/** Takes the log of an operation off the device, with the operation itself. */
export async function forgetHandovers(operationId: string): Promise<void> {
  const range = linesOf(await present.laidIdOf(operationId))
  await withDatabase(connect, (database) => database.delete(STORE, range))
}

/** Lays the lines of one kind in another way as well; those that are there so stay as they were. */
export async function copyHandovers(from: HandoverKeeping, to: HandoverKeeping): Promise<void> {
  await relay(from, to, false)
}

/**
 * Lays the lines of one kind in another way instead, at one moment. What came since the last look comes
 * along; what does not open stays where it is.
 */
export async function moveHandovers(from: HandoverKeeping, to: HandoverKeeping): Promise<void> {
  await relay(from, to, true)
}

/** Takes lines away by the id under which those of an operation lie, such as those whose key is gone. */
export async function dropHandovers(isGone: (laidId: string) => boolean): Promise<void> {
  const laid = await allLaid()
  await write({ added: [], removed: laid.filter(({ operationId }) => isGone(operationId)) })
}

async function relay(from: HandoverKeeping, to: HandoverKeeping, isMove: boolean): Promise<void> {
  const laid = (await allLaid()).filter((one) => from.isOurs(one))
  const lines = await Promise.all(laid.map((one) => from.lift(one)))
  const known = lines.filter((line) => line !== null)
  const added = await Promise.all(known.map((line) => to.lay(line)))
  await write({ added, removed: isMove ? laid.filter((_, at) => lines[at] !== null) : [] })
}

async function lifted(laid: readonly LaidHandover[], keeping: HandoverKeeping) {
  const lines = await Promise.all(laid.map((one) => keeping.lift(one)))
  return lines.filter((line) => line !== null)
}

function allLaid(): Promise<LaidHandover[]> {
  return withDatabase(connect, (database) => database.getAll(STORE))
}

/** All of it or nothing. Nothing else is waited for meanwhile, or the transaction would end by itself. */
async function write(change: {
  readonly added: readonly LaidHandover[]
  readonly removed: readonly LaidHandover[]
}): Promise<void> {
  if (change.added.length + change.removed.length === 0) return
  await withDatabase(connect, async (database) => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' })
    const { store } = transaction
    const work = async () => {
      for (const one of change.added) {
        const isThere = (await store.getKey([one.operationId, one.id])) !== undefined
        if (!isThere) await store.add(one)
      }
      for (const { operationId, id } of change.removed) await store.delete([operationId, id])
    }
    const working = work().catch((error: unknown) => {
      transaction.abort()
      throw error
    })
    await Promise.all([working, transaction.done])
  })
}

function linesOf(laidId: string): IDBKeyRange {
  return IDBKeyRange.bound([laidId, ''], [laidId, '\uffff'])
}

function connect() {
  return openDB<HandoverDatabase>(HANDOVER_DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore(STORE, { keyPath: ['operationId', 'id'] })
    },
  })
}
