import { deleteDB, openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { put } from '#core/change.ts'
import type { Columns } from '#core/columns/columns.ts'
import type { LonLat } from '#core/place.ts'
import type { DocumentStore } from '#state/document-store.ts'
import type { Storage } from '#storage/open-storage.ts'
import type { OpenedOperation } from '#storage/storage-desk.ts'
import { aDataset, anOperation, aZone, someContents, someIncidents } from '#support/build.ts'
import { aFolder, type FakeFolder } from '#support/opfs.ts'
import { emptyDatabase, grantAtOnce, loadPage, type Profile, saveAll, storeOf } from './kept.ts'

const ID = 'operation-1'
const LARGE = 'incidents-2'

/** Parts of five rows, so that twelve lie in three and the three of `someContents` in one piece. */
type SmallPartsProfile = Profile & { files: FakeFolder }

function newProfile(): SmallPartsProfile {
  return { database: emptyDatabase(), files: aFolder(), rowsPerPart: 5 }
}

function newProfileWithoutFiles(): Profile {
  return { ...newProfile(), files: null }
}

function incidents(count: number): Columns {
  return someIncidents(Array.from({ length: count }, (_, i): LonLat => [-9 - i / 100, 6 + i / 100]))
}

const TWELVE = incidents(12)

async function open(storage: Storage): Promise<OpenedOperation & { notes: string[] }> {
  const loaded = await storage.loadOperation(ID)
  if (!loaded.ok) throw new Error(loaded.issues[0]?.message)
  return { ...loaded.value, notes: loaded.issues.map(({ message }) => message) }
}

/** An operation that has just taken in twelve incidents. */
async function imported(profile: Profile) {
  const storage = await loadPage(profile)
  const saved = await storage.saveNew(someContents())
  if (!saved.ok) throw new Error(saved.issues[0]?.message)
  const store = storeOf(saved.value)
  const settled = saveAll(store, storage)
  importInto(store)
  await settled()
  return { storage, store, settled }
}

function importInto(store: DocumentStore, columns = TWELVE): void {
  const { document, commit } = store.getState()
  const dataset = aDataset(columns, { id: LARGE, title: 'Reports', file: 'reports.csv' })
  const change = { note: 'Import', rows: [put(document, 'datasets', dataset)] }
  commit(change, new Map([[LARGE, columns]]))
}

/** More steps than a snapshot waits for. */
function workPastASnapshot(store: DocumentStore): void {
  for (let i = 0; i < 101; i++) commitZone(store, `zone-of-step-${i}`)
}

function commitZone(store: DocumentStore, id: string): void {
  const { document, commit } = store.getState()
  commit({ note: id, rows: [put(document, 'zones', aZone({ id }))] })
}

/** Undo and redo until a snapshot is due; ends where it began. */
function goToAndFroPastASnapshot(store: DocumentStore): void {
  for (let i = 0; i < 51; i++) {
    store.getState().redo()
    store.getState().undo()
  }
}

function placeOf(files: FakeFolder): FakeFolder {
  return [...files.folders.get('operations')!.folders.values()][0]!
}

function partFiles(files: FakeFolder): string[] {
  return [...placeOf(files).files.keys()].filter((name) => name.startsWith('part-')).sort()
}

async function partsInDatabase(): Promise<string[]> {
  const database = await openDB('commonground')
  const keys = (await database.getAllKeys('parts')) as [string, string][]
  database.close()
  return keys.map(([, name]) => name).sort()
}

describe('a large dataset', () => {
  it('lies in parts, once, beside its index in both copies, and comes back', async () => {
    const profile = newProfile()
    await imported(profile)
    expect(partFiles(profile.files)).toHaveLength(3)
    expect(await partsInDatabase()).toEqual([])
    expect(placeOf(profile.files).files.has(`dataset-${LARGE}.bin`)).toBe(true)
    const opened = await open(await loadPage(profile))
    expect(opened.notes).toEqual([])
    expect(opened.columns.get(LARGE)).toEqual(TWELVE)
  })

  it('is kept with a new operation too', async () => {
    const profile = newProfile()
    const columns = new Map([['incidents-1', TWELVE]])
    const document = anOperation({ datasets: [aDataset(TWELVE)] })
    await (await loadPage(profile)).saveNew({ document, columns })
    expect(partFiles(profile.files)).toHaveLength(3)
    expect((await open(await loadPage(profile))).columns).toEqual(columns)
  })

  it('of no more rows than a part holds stays in one piece, in both copies', async () => {
    const profile = newProfile()
    const { storage, store, settled } = await imported({ ...profile, rowsPerPart: 12 })
    workPastASnapshot(store)
    await settled()
    storage.close()
    expect(partFiles(profile.files)).toEqual([])
    const emptied = await loadPage({ ...profile, database: emptyDatabase() })
    expect((await open(emptied)).columns.get(LARGE)).toEqual(TWELVE)
  })

  it('stays as long as the history names it, through undo, snapshot, reload and redo', async () => {
    const profile = newProfile()
    const { store, settled } = await imported(profile)
    store.getState().undo()
    goToAndFroPastASnapshot(store)
    await settled()
    expect(partFiles(profile.files)).toHaveLength(3)
    const storage = await loadPage(profile)
    const again = storeOf(await open(storage))
    expect(again.getState().document.tables.datasets.has(LARGE)).toBe(false)
    const settledAgain = saveAll(again, storage)
    again.getState().redo()
    await settledAgain()
    expect(again.getState().columns.get(LARGE)).toEqual(TWELVE)
    expect((await open(await loadPage(profile))).columns.get(LARGE)).toEqual(TWELVE)
  })

  it.each([
    ['files', newProfile()],
    ['the database', newProfileWithoutFiles()],
  ])('leaves %s when the history has forgotten it', async (_where, profile) => {
    const { store, settled } = await imported(profile)
    store.getState().undo()
    workPastASnapshot(store)
    await settled()
    expect(profile.files ? partFiles(profile.files) : await partsInDatabase()).toEqual([])
    expect((await open(await loadPage(profile))).notes).toEqual([])
  })

  it('goes with its operation', async () => {
    for (const profile of [newProfile(), newProfileWithoutFiles()]) {
      const { storage } = await imported(profile)
      await storage.deleteOperation(ID)
      expect(await partsInDatabase()).toEqual([])
      expect(profile.files?.folders.get('operations')?.folders.size ?? 0).toBe(0)
    }
  })

  it('is replaced with its operation by one of the same name', async () => {
    const profile = newProfile()
    const { storage } = await imported(profile)
    const other = incidents(8)
    const document = anOperation({ datasets: [aDataset(other, { id: LARGE })] })
    const columns = new Map([[LARGE, other]])
    expect((await storage.saveNew({ document, columns }, true)).ok).toBe(true)
    expect(partFiles(profile.files)).toHaveLength(2)
    expect((await open(await loadPage(profile))).columns).toEqual(columns)
  })
})

describe('where there are no files', () => {
  it('the parts lie in the database', async () => {
    const profile = newProfileWithoutFiles()
    await imported(profile)
    expect(await partsInDatabase()).toHaveLength(3)
    expect((await open(await loadPage(profile))).columns.get(LARGE)).toEqual(TWELVE)
  })

  it('and then some, the parts stay in the database and the index comes into the second copy', async () => {
    const profile = newProfileWithoutFiles()
    await imported(profile)
    const files = aFolder()
    expect((await open(await loadPage({ ...profile, files }))).columns.get(LARGE)).toEqual(TWELVE)
    expect(placeOf(files).files.has(`dataset-${LARGE}.bin`)).toBe(true)
    expect((await open(await loadPage({ ...profile, files }))).notes).toEqual([])
  })

  it('and none that can be written, nobody is stopped', async () => {
    const profile = newProfile()
    const storage = await loadPage(profile)
    await storage.saveNew(someContents())
    const store = storeOf(await open(storage))
    const settled = saveAll(store, storage)
    profile.files.writeFault = new DOMException('no', 'NotAllowedError')
    importInto(store)
    await settled()
    expect(await partsInDatabase()).toHaveLength(3)
    profile.files.writeFault = null
    workPastASnapshot(store)
    await settled()
    expect(storage.state().hasSecondCopy).toBe(true)
    expect((await open(await loadPage(profile))).columns.get(LARGE)).toEqual(TWELVE)
  })
})

describe('a damaged large dataset', () => {
  it.each([
    ['changed', (place: FakeFolder, name: string) => flip(place, name)],
    [
      'cut short',
      (place: FakeFolder, name: string) => place.files.set(name, { bytes: new Uint8Array(9) }),
    ],
    ['missing', (place: FakeFolder, name: string) => place.files.delete(name)],
  ])('with a part %s is named and not shown, and everything else is', async (_how, damage) => {
    const profile = newProfile()
    await imported(profile)
    damage(placeOf(profile.files), partFiles(profile.files)[1]!)
    const opened = await open(await loadPage(profile))
    expect(opened.notes).toEqual([
      'Part of the data of "Reports" is damaged or missing in this browser (1 of 3 parts), so none of it is shown. Import reports.csv again.',
    ])
    expect([...opened.columns.keys()]).toEqual(['incidents-1'])
  })

  it('is not given up: a part that could not be read for once is there again later', async () => {
    const profile = newProfile()
    await imported(profile)
    const [, second] = partFiles(profile.files)
    flip(placeOf(profile.files), second!)
    const storage = await loadPage(profile)
    const store = storeOf(await open(storage))
    const settled = saveAll(store, storage)
    workPastASnapshot(store)
    await settled()
    flip(placeOf(profile.files), second!)
    expect((await open(await loadPage(profile))).columns.get(LARGE)).toEqual(TWELVE)
  })

  it('whose parts were lost with the database is still told by name', async () => {
    const profile = newProfile()
    const { store, settled } = await imported({ ...profile, files: null })
    const page = await loadPage(profile)
    await open(page)
    await settled()
    expect(store.getState().columns.has(LARGE)).toBe(true)
    const opened = await open(await loadPage({ ...profile, database: emptyDatabase() }))
    expect(opened.notes.at(-1)).toContain('"Reports" is damaged or missing')
  })

  it('takes its index from the second copy, and leaves the parts as they lie', async () => {
    const profile = newProfile()
    await imported(profile)
    const before = partFiles(profile.files)
    const emptied = { ...profile, database: emptyDatabase() }
    const opened = await open(await loadPage(emptied))
    expect(opened.columns.get(LARGE)).toEqual(TWELVE)
    expect(partFiles(profile.files)).toEqual(before)
    placeOf(profile.files).files.delete(`dataset-${LARGE}.bin`)
    expect((await open(await loadPage(emptied))).columns.get(LARGE)).toEqual(TWELVE)
  })
})

describe('an import that was cut short', () => {
  it('between its parts and its step leaves the operation as it was, and its parts go when it is opened by the only writer', async () => {
    const profile = newProfile()
    const first = await loadPage(profile)
    await first.saveNew(someContents())
    const mine = storeOf(await open(first))
    const mineSettled = saveAll(mine, first)
    const second = await loadPage(profile)
    const theirs = storeOf(await open(second))
    commitZone(mine, 'mine')
    await mineSettled()
    const refused = saveAll(theirs, second)
    importInto(theirs)
    await expect(refused()).rejects.toThrow('Another tab has saved this operation')
    expect(partFiles(profile.files)).toHaveLength(3)
    const opened = await open(await loadPage(profile))
    expect(opened.notes).toEqual([])
    expect(opened.lastStep).toBe(1)
    expect(partFiles(profile.files)).toHaveLength(3)
    vi.stubGlobal('navigator', { locks: { request: grantAtOnce } })
    await open(await loadPage(profile))
    vi.unstubAllGlobals()
    expect(partFiles(profile.files)).toEqual([])
  })

  it('leaves parts that the next snapshot removes', async () => {
    for (const profile of [newProfile(), newProfileWithoutFiles()]) {
      const { store, settled } = await imported(profile)
      const orphan = 'part-other.0000.abc.bin'
      if (profile.files) placeOf(profile.files).files.set(orphan, { bytes: new Uint8Array(8) })
      else await putInDatabase(orphan)
      workPastASnapshot(store)
      await settled()
      const left = profile.files ? partFiles(profile.files) : await partsInDatabase()
      expect(left).toHaveLength(3)
      expect(left).not.toContain(orphan)
      expect((await open(await loadPage(profile))).columns.get(LARGE)).toEqual(TWELVE)
    }
  })

  it('by a full disk is done again, over the parts that it left', async () => {
    const profile = newProfile()
    const storage = await loadPage(profile)
    await storage.saveNew(someContents())
    const store = storeOf(await open(storage))
    importInto(store)
    const { applied, document } = store.getState()
    const { step: number, change, addedColumns } = applied!
    const step = { number, change, kind: 'do', savedAt: '', author: '' } as const
    const saving = { steps: [step], document, addedColumns }
    const adding = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(storage.append(saving)).rejects.toThrow('no room left')
    adding.mockRestore()
    const left = partFiles(profile.files).map((name) => placeOf(profile.files).files.get(name)!)
    const before = left.map(({ bytes }) => bytes)
    expect(before).toHaveLength(3)
    await storage.append(saving)
    for (const [i, { bytes }] of left.entries()) expect(bytes).toBe(before[i])
    expect((await open(await loadPage(profile))).columns.get(LARGE)).toEqual(TWELVE)
  })
})

describe('a dataset that was written before there were parts', () => {
  it('opens unchanged and stays in one piece, however large', async () => {
    const profile = newProfile()
    await imported({ ...profile, rowsPerPart: 1_000 })
    await asFirstVersion()
    const storage = await loadPage(profile)
    const opened = await open(storage)
    expect(opened.notes).toEqual([])
    expect(opened.columns.get(LARGE)).toEqual(TWELVE)
    const store = storeOf(opened)
    const settled = saveAll(store, storage)
    workPastASnapshot(store)
    await settled()
    expect(partFiles(profile.files)).toEqual([])
    expect((await open(await loadPage(profile))).columns.get(LARGE)).toEqual(TWELVE)
  })
})

it('a large dataset in one piece is cut into parts when a copy has to be written anew', async () => {
  const profile = newProfile()
  await imported({ ...profile, rowsPerPart: 1_000 })
  const emptied = { ...profile, database: emptyDatabase() }
  for (let i = 0; i < 2; i++) {
    expect((await open(await loadPage(emptied))).columns.get(LARGE)).toEqual(TWELVE)
    expect(partFiles(profile.files)).toHaveLength(3)
  }
})

/** The database as it was made before it had a store for parts. */
async function asFirstVersion(): Promise<void> {
  const stores = ['heads', 'snapshots', 'steps', 'datasets'] as const
  const database = await openDB('commonground')
  const held = await Promise.all(stores.map((name) => database.getAll(name)))
  const keyPaths = stores.map((name) => database.transaction(name).store.keyPath)
  database.close()
  await deleteDB('commonground')
  const old = await openDB('commonground', 1, {
    upgrade(fresh) {
      for (const [i, name] of stores.entries()) {
        fresh.createObjectStore(name, { keyPath: keyPaths[i] as string[] })
      }
    },
  })
  for (const [i, name] of stores.entries()) {
    for (const record of held[i]!) await old.put(name, record)
  }
  old.close()
}

async function putInDatabase(name: string): Promise<void> {
  const database = await openDB('commonground')
  await database.put('parts', { operationId: ID, name, bytes: new Uint8Array(8) })
  database.close()
}

function flip(place: FakeFolder, name: string): void {
  const bytes = place.files.get(name)!.bytes.slice()
  bytes[bytes.length - 9]! ^= 1
  place.files.set(name, { bytes })
}
