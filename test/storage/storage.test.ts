import fc from 'fast-check'
import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import { put } from '#core/change.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import type { DocumentStore, Opened } from '#state/document-store.ts'
import type { Storage } from '#storage/open-storage.ts'
import { aDataset, aZone, someContents, someIncidents } from '#support/build.ts'
import { aFolder, type FakeFile, type FakeFolder } from '#support/opfs.ts'
import { emptyDatabase, loadPage, type Profile, saveAll, storeOf, workAWhile } from './kept.ts'

const ID = 'operation-1'

function newProfile(): Profile & { files: FakeFolder } {
  return { database: emptyDatabase(), files: aFolder() }
}

async function open(storage: Storage): Promise<Opened & { notes: string[] }> {
  const loaded = await storage.loadOperation(ID)
  if (!loaded.ok) throw new Error(loaded.issues[0]?.message)
  return { ...loaded.value, notes: loaded.issues.map(({ code }) => code) }
}

function pictureOf({ document, columns, done, undone }: Opened) {
  return { file: writeOperationFile({ document, columns }), done, undone }
}

function pictureOfStore(store: DocumentStore) {
  return JSON.parse(JSON.stringify(pictureOf(store.getState())))
}

async function workedOn(profile: Profile, seed: number, count: number): Promise<DocumentStore> {
  const storage = await loadPage(profile)
  const saved = await storage.saveNew(someContents())
  if (!saved.ok) throw new Error(saved.issues[0]?.message)
  const store = storeOf(saved.value)
  const settled = saveAll(store, storage)
  workAWhile(store, seed, count)
  await settled()
  return store
}

describe('an operation that was worked on', () => {
  it('comes back after a reload with its history, step for step', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 60 }), async (seed, count) => {
        const profile = newProfile()
        const store = await workedOn(profile, seed, count)
        const opened = await open(await loadPage(profile))
        expect(opened.notes).toEqual([])
        expect(pictureOf(opened)).toEqual(pictureOfStore(store))
      }),
      { numRuns: 25 },
    )
  })

  it('comes back through snapshots too, and goes on from there', async () => {
    const profile = newProfile()
    const store = await workedOn(profile, 7, 480)
    const storage = await loadPage(profile)
    const opened = await open(storage)
    expect(opened.lastStep).toBeGreaterThan(250)
    expect(pictureOf(opened)).toEqual(pictureOfStore(store))
    const again = storeOf(opened)
    const settled = saveAll(again, storage)
    workAWhile(again, 8, 150)
    while (again.getState().done.length > 0) again.getState().undo()
    await settled()
    const reopened = await open(await loadPage(profile))
    expect(pictureOf(reopened)).toEqual(pictureOfStore(again))
    expect(writeOperationFile(reopened)).toBe(writeOperationFile(someContents()))
  })

  it('brings back the columns of an import that was undone', async () => {
    const profile = newProfile()
    const storage = await loadPage(profile)
    await storage.saveNew(someContents())
    const store = storeOf(await open(storage))
    const settled = saveAll(store, storage)
    const columns = someIncidents([[-9.3, 6.7]])
    const dataset = aDataset(columns, { id: 'incidents-2' })
    const { document, commit } = store.getState()
    const change = { note: 'Import', rows: [put(document, 'datasets', dataset)] }
    commit(change, new Map([['incidents-2', columns]]))
    store.getState().undo()
    await settled()
    const again = storeOf(await open(await loadPage(profile)))
    expect(again.getState().document.tables.datasets.has('incidents-2')).toBe(false)
    again.getState().redo()
    expect(again.getState().columns.get('incidents-2')).toEqual(columns)
  })
})

describe('several operations', () => {
  it('are listed, the latest first, and deleted for good from both copies', async () => {
    const profile = newProfile()
    const storage = await loadPage(profile)
    await storage.saveNew(someContents())
    const other = someContents()
    await storage.saveNew({ ...other, document: { ...other.document, id: 'operation-2' } })
    expect((await storage.listOperations()).map(({ operationId }) => operationId).sort()).toEqual([
      'operation-1',
      'operation-2',
    ])
    await storage.deleteOperation(ID)
    const reloaded = await loadPage({ ...profile, database: emptyDatabase() })
    expect((await reloaded.listOperations()).map((head) => head.operationId)).toEqual([
      'operation-2',
    ])
  })

  it('are not replaced by accident', async () => {
    const profile = newProfile()
    const store = await workedOn(profile, 3, 20)
    const storage = await loadPage(profile)
    const refused = await storage.saveNew(someContents())
    expect(refused.ok).toBe(false)
    expect(pictureOf(await open(storage))).toEqual(pictureOfStore(store))
    expect((await storage.saveNew(someContents(), true)).ok).toBe(true)
    const replaced = await open(await loadPage(profile))
    expect(replaced.notes).toEqual([])
    expect(writeOperationFile(replaced)).toBe(writeOperationFile(someContents()))
  })
})

describe('a damaged store', () => {
  it('that comes back empty is restored from the second copy, and says so', async () => {
    const profile = newProfile()
    const store = await workedOn(profile, 11, 130)
    const emptied = { ...profile, database: emptyDatabase() }
    const storage = await loadPage(emptied)
    expect(await storage.listOperations()).toHaveLength(1)
    const opened = await open(storage)
    expect(opened.notes).toEqual(['restored'])
    expect(pictureOf(opened)).toEqual(pictureOfStore(store))
    const withoutFiles = await loadPage({ database: emptied.database, files: null })
    expect(pictureOf(await open(withoutFiles))).toEqual(pictureOfStore(store))
  })

  it('that lost its last steps is brought up to date from the second copy', async () => {
    const profile = newProfile()
    const store = await workedOn(profile, 12, 80)
    await damage('steps', (steps) => steps.slice(0, 20))
    const opened = await open(await loadPage(profile))
    expect(opened.notes).toEqual(['restored'])
    expect(pictureOf(opened)).toEqual(pictureOfStore(store))
  })

  it.each([
    ['a letter changed in a step', 'steps', 'text'],
    ['a snapshot with another text', 'snapshots', 'savedAt'],
  ] as const)('is recognised by %s', async (_what, table, field) => {
    const profile = newProfile()
    const store = await workedOn(profile, 13, 40)
    await damage(table, (records) =>
      records.map((record, i) => (i === 0 ? { ...record, [field]: `${record[field]} ` } : record)),
    )
    const opened = await open(await loadPage(profile))
    expect(opened.notes).toEqual(['restored'])
    expect(pictureOf(opened)).toEqual(pictureOfStore(store))
  })

  it('without a second copy opens up to the damage and says that steps are lost', async () => {
    const profile: Profile = { database: emptyDatabase(), files: null }
    await workedOn(profile, 14, 40)
    await damage('steps', (records) =>
      records.map((record, i) => (i === 9 ? { ...record, text: '{}' } : record)),
    )
    const storage = await loadPage(profile)
    const opened = await open(storage)
    expect(opened.notes).toEqual(['steps-lost'])
    expect(opened.lastStep).toBe(9)
    const store = storeOf(opened)
    const settled = saveAll(store, storage)
    workAWhile(store, 15, 10)
    await settled()
    const reopened = await open(await loadPage(profile))
    expect(reopened.notes).toEqual([])
    expect(pictureOf(reopened)).toEqual(pictureOfStore(store))
  })

  it('takes damaged columns from the second copy, and names them where that is damaged too', async () => {
    const profile = newProfile()
    await workedOn(profile, 16, 5)
    await damage('datasets', (records) =>
      records.map((record) => ({ ...record, bytes: new Uint8Array([1, 2, 3]) })),
    )
    const opened = await open(await loadPage(profile))
    expect(opened.columns.get('incidents-1')).toEqual(someContents().columns.get('incidents-1'))
    flip(fileNamed(profile.files, /^dataset-/), 200)
    await damage('datasets', () => [])
    expect((await open(await loadPage(profile))).notes).toContain('dataset-damaged')
  })

  it('heals a second copy of which any byte was changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(/^snapshot-/, /^steps-/), async (at, name) => {
        const profile = newProfile()
        const store = await workedOn(profile, 17, 15)
        flip(fileNamed(profile.files, name), at)
        const opened = await open(await loadPage(profile))
        expect(pictureOf(opened)).toEqual(pictureOfStore(store))
        const emptied = await loadPage({ ...profile, database: emptyDatabase() })
        expect(pictureOf(await open(emptied))).toEqual(pictureOfStore(store))
      }),
      { numRuns: 25 },
    )
  })

  it('beyond repair is refused with a way out, and stays in the list', async () => {
    const profile = newProfile()
    await workedOn(profile, 18, 5)
    await damage('snapshots', (records) => records.map((record) => ({ ...record, tables: {} })))
    flip(fileNamed(profile.files, /^snapshot-/), 400)
    const storage = await loadPage(profile)
    const loaded = await storage.loadOperation(ID)
    expect(loaded.ok).toBe(false)
    expect(loaded.issues[0]?.code).toBe('damaged')
    expect(await storage.listOperations()).toHaveLength(1)
  })
})

describe('a second copy that cannot be written', () => {
  it('stops nobody, says so, and is whole again after the next snapshot', async () => {
    const profile = newProfile()
    const storage = await loadPage(profile)
    await storage.saveNew(someContents())
    const store = storeOf(await open(storage))
    const settled = saveAll(store, storage)
    profile.files.writeFault = new DOMException('full', 'QuotaExceededError')
    workAWhile(store, 19, 20)
    await settled()
    expect(storage.state().hasSecondCopy).toBe(false)
    expect(storage.state().message).toContain('second copy')
    profile.files.writeFault = null
    workAWhile(store, 20, 200)
    await settled()
    expect(storage.state().hasSecondCopy).toBe(true)
    const emptied = await loadPage({ ...profile, database: emptyDatabase() })
    expect(pictureOf(await open(emptied))).toEqual(pictureOfStore(store))
  })
})

describe('two writers', () => {
  it('are told apart by their step numbers: the second is refused, the first is untouched', async () => {
    const profile = newProfile()
    const first = await loadPage(profile)
    await first.saveNew(someContents())
    const mine = storeOf(await open(first))
    const settled = saveAll(mine, first)
    const second = await loadPage(profile)
    const theirs = storeOf(await open(second))
    commitZone(mine, 'mine')
    await settled()
    const refused = saveAll(theirs, second)
    commitZone(theirs, 'theirs')
    await expect(refused()).rejects.toThrow('Another tab has saved this operation')
    expect(pictureOf(await open(await loadPage(profile)))).toEqual(pictureOfStore(mine))
  })
})

function commitZone(store: DocumentStore, id: string): void {
  const { document, commit } = store.getState()
  commit({ note: id, rows: [put(document, 'zones', aZone({ id }))] })
}

async function damage(
  table: 'steps' | 'snapshots' | 'datasets',
  change: (records: Record<string, unknown>[]) => Record<string, unknown>[],
): Promise<void> {
  const database = await openDB('commonground')
  const records = (await database.getAll(table)) as Record<string, unknown>[]
  await database.clear(table)
  for (const record of change(records)) await database.put(table, record)
  database.close()
}

function fileNamed(root: FakeFolder, name: RegExp): FakeFile {
  const [place] = root.folders.get('operations')!.folders.values()
  return [...place!.files].find(([file]) => name.test(file))![1]
}

function flip(file: FakeFile, at: number): void {
  const bytes = file.bytes.slice()
  bytes[at % bytes.length]! ^= 1
  file.bytes = bytes
}
