import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Step } from '#core/change.ts'
import { createRandom } from '#core/random.ts'
import { createDocumentStore, type DocumentStore, type Opened } from '#state/document-store.ts'
import { openStorage, type Storage } from '#storage/open-storage.ts'
import { PLANNING_AT } from '#support/build.ts'
import { type FakeFolder, handleOf } from '#support/opfs.ts'
import { someChange } from '#support/random-commands.ts'

/** A browser profile: what survives a reload. */
export type Profile = {
  database: IDBFactory
  readonly files: FakeFolder | null
  readonly rowsPerPart?: number
}

/** Opens storage in a profile, as a page that was just loaded does. */
export function loadPage({ database, files, rowsPerPart }: Profile): Promise<Storage> {
  globalThis.indexedDB = database
  return openStorage({
    nowAt: () => PLANNING_AT,
    ...(files ? { opfsRoot: handleOf(files) } : {}),
    ...(rowsPerPart ? { rowsPerPart } : {}),
  })
}

/** A database as empty as a browser leaves it after it lost its files. */
export function emptyDatabase(): IDBFactory {
  return new IDBFactory()
}

/** Saves each step of a store as it happens. */
export function saveAll(store: DocumentStore, storage: Storage): () => Promise<void> {
  const saved: Promise<void>[] = []
  store.subscribe(({ applied, document }, before) => {
    if (!applied || applied === before.applied) return
    const { step, change, kind, addedColumns } = applied
    if (kind === 'purge') {
      saved.push(storage.forgetHistory({ document, step }))
      return
    }
    const record: Step = { number: step, change, kind, savedAt: PLANNING_AT, author: 'tester' }
    saved.push(storage.append({ steps: [record], document, addedColumns }))
  })
  return async () => {
    await Promise.all(saved)
  }
}

/** So many commands, undos and redos by chance. */
export function workAWhile(store: DocumentStore, seed: number, count: number): void {
  const random = createRandom(seed)
  for (let i = 0; i < count; i++) {
    const chance = random.next()
    const { document, commit, undo, redo } = store.getState()
    if (chance < 0.2) undo()
    else if (chance < 0.35) redo()
    else {
      const change = someChange(document, random, `new-${seed}-${i}`)
      if (change) commit(change)
    }
  }
}

/** A store for what storage gave back. */
export function storeOf(opened: Opened): DocumentStore {
  return createDocumentStore(opened)
}

/** Web Locks of a browser in which no other tab is open. */
export function grantAtOnce(
  _name: string,
  _options: unknown,
  hold: (lock: object) => unknown,
): unknown {
  return hold({})
}
