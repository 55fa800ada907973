import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { put } from '#core/change.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import type { DocumentStore, Opened } from '#state/document-store.ts'
import { openIdbCopy } from '#storage/copies/idb-copy.ts'
import { openOpfsCopy } from '#storage/copies/opfs-copy.ts'
import { openStorage, type Storage } from '#storage/open-storage.ts'
import { readPreferences, writePreferences } from '#storage/preferences.ts'
import type { StepRecord, StoragePlace } from '#storage/records/records.ts'
import { openSealing } from '#storage/sealing/sealing.ts'
import { aDataset, aZone, someContents, someIncidents } from '#support/build.ts'
import { aFolder, type FakeFolder, failing, handleOf } from '#support/opfs.ts'
import { emptyDatabase, loadPage, type Profile, saveAll, storeOf, workAWhile } from '../kept.ts'
import { aLocalStorage } from './local-storage.ts'
import { quickPassphrases } from './quick-passphrases.ts'
import { rawText } from './raw-bytes.ts'

const ID = 'operation-1'
const PASSPHRASE = 'four words and a river'
const REPORTS = someIncidents(Array.from({ length: 12 }, (_, i): LonLat => [-9 - i / 100, 6]))

type Files = Profile & { files: FakeFolder }

/** What names an operation, its ground, its data and its people on this device. */
const TELLING = [
  ID,
  'incidents-1',
  'reports-2',
  'Sector North',
  'Market Town',
  'Camp Alpha',
  'Lt Doe',
]

function newProfile(): Files {
  return { database: emptyDatabase(), files: aFolder(), rowsPerPart: 5 }
}

/** One tab alone, as browsers grant it. */
function aloneInTheBrowser(): void {
  const request = async (_name: string, options: object, work?: (lock: object) => unknown) =>
    'ifAvailable' in options ? void work?.({}) : new Promise(() => {})
  vi.stubGlobal('navigator', { locks: { request } })
}

beforeEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  aloneInTheBrowser()
  vi.stubGlobal('localStorage', aLocalStorage())
  quickPassphrases()
})

async function open(storage: Storage) {
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

/** An operation with a history, a dataset in one piece, and one in parts that came later. */
async function workedOn(profile: Profile, count = 20) {
  const storage = await loadPage(profile)
  const saved = await storage.saveNew(someContents())
  if (!saved.ok) throw new Error(saved.issues[0]?.message)
  const store = storeOf(saved.value)
  const settled = saveAll(store, storage)
  const { document, commit } = store.getState()
  const dataset = aDataset(REPORTS, { id: 'reports-2', title: 'Reports' })
  const rows = [put(document, 'datasets', dataset), put(document, 'zones', aZone())]
  commit({ note: 'Import', rows }, new Map([['reports-2', REPORTS]]))
  workAWhile(store, 5, count)
  await settled()
  return { storage, store, settled }
}

async function unlocked(profile: Profile): Promise<Storage> {
  const storage = await loadPage(profile)
  expect(storage.sealing.state()).toBe('locked')
  expect(await storage.sealing.unlock(PASSPHRASE)).toBe(true)
  return storage
}

async function expectNothingTelling(profile: Files): Promise<void> {
  const raw = await rawText(profile.files)
  for (const name of TELLING) expect(raw.includes(name), name).toBe(false)
}

describe('a passphrase', () => {
  it('seals everything in place; the same comes back with it, and nothing without it', async () => {
    const profile = newProfile()
    writePreferences({ author: 'Lt Doe', lastOperationId: ID, theme: 'dark' })
    const { storage, store } = await workedOn(profile, 130)
    const plain = await rawText(profile.files)
    for (const name of TELLING) expect(plain.includes(name), name).toBe(true)
    await storage.sealing.set(PASSPHRASE)
    await vi.waitFor(() => expectNothingTelling(profile))
    const reloaded = await loadPage(profile)
    expect(reloaded.sealing.state()).toBe('locked')
    expect(await reloaded.listOperations()).toEqual([])
    expect((await reloaded.loadOperation(ID)).ok).toBe(false)
    expect((await reloaded.saveNew(someContents())).issues[0]?.code).toBe('locked')
    expect(readPreferences()).toMatchObject({ author: '', theme: 'dark' })
    expect(await reloaded.sealing.unlock('four words and a rivet')).toBe(false)
    expect(await reloaded.sealing.unlock(PASSPHRASE)).toBe(true)
    expect(readPreferences()).toMatchObject({ author: 'Lt Doe', theme: 'dark' })
    expect(await reloaded.listOperations()).toMatchObject([{ operationId: ID }])
    const opened = await open(reloaded)
    expect(opened.notes).toEqual([])
    expect(pictureOf(opened)).toEqual(pictureOfStore(store))
    expect(opened.columns.get('reports-2')).toEqual(REPORTS)
  })

  it('seals what is saved after it, through snapshots, in two copies of which one suffices', async () => {
    const profile = newProfile()
    const { storage, store, settled } = await workedOn(profile)
    await storage.sealing.set(PASSPHRASE)
    workAWhile(store, 6, 250)
    await settled()
    writePreferences({ author: 'Lt Doe' })
    await vi.waitFor(async () =>
      expect(JSON.parse(localStorage.getItem('commonground-preferences')!)).toHaveProperty(
        'sealed',
      ),
    )
    await expectNothingTelling(profile)
    const restored = await open(await unlocked({ ...profile, database: emptyDatabase() }))
    expect(restored.notes).toEqual(['restored'])
    expect(pictureOf(restored)).toEqual(pictureOfStore(store))
  })

  it('is changed without a record being written anew, and the old one opens no more', async () => {
    const profile = newProfile()
    const { storage, store } = await workedOn(profile)
    await storage.sealing.set(PASSPHRASE)
    const before = [...profile.files.folders.get('operations')!.folders.keys()]
    expect(await storage.sealing.change('another', 'a longer one still')).toBe(false)
    expect(await storage.sealing.change(PASSPHRASE, 'a longer one still')).toBe(true)
    expect([...profile.files.folders.get('operations')!.folders.keys()]).toEqual(before)
    const reloaded = await loadPage(profile)
    expect(await reloaded.sealing.unlock(PASSPHRASE)).toBe(false)
    expect(await reloaded.sealing.unlock('a longer one still')).toBe(true)
    expect(pictureOf(await open(reloaded))).toEqual(pictureOfStore(store))
  })

  it('is removed, and everything lies in plain again', async () => {
    const profile = newProfile()
    const { storage, store } = await workedOn(profile, 130)
    writePreferences({ author: 'Lt Doe' })
    await storage.sealing.set(PASSPHRASE)
    expect(await storage.sealing.remove('another')).toBe(false)
    expect(await storage.sealing.remove(PASSPHRASE)).toBe(true)
    expect(await rawText(profile.files)).not.toContain('sealed-')
    const reloaded = await loadPage(profile)
    expect(reloaded.sealing.state()).toBe('plain')
    expect(readPreferences().author).toBe('Lt Doe')
    const opened = await open(reloaded)
    expect(opened.notes).toEqual([])
    expect(pictureOf(opened)).toEqual(pictureOfStore(store))
  })

  it('that finds no room is not set, and everything stays as it was', async () => {
    const profile = newProfile()
    const { storage, store } = await workedOn(profile)
    profile.files.writeFault = new DOMException('full', 'QuotaExceededError')
    await expect(storage.sealing.set(PASSPHRASE)).rejects.toMatchObject({ code: 'full' })
    profile.files.writeFault = null
    expect(storage.sealing.state()).toBe('plain')
    expect(await rawText(profile.files)).not.toContain('sealed-')
    expect(pictureOf(await open(await loadPage(profile)))).toEqual(pictureOfStore(store))
  })
})

describe('records that were tampered with', () => {
  it('and swapped are damaged ones, for each is bound to its place', async () => {
    const profile = { ...newProfile(), files: null }
    const { storage, store } = await workedOn(profile, 12)
    await storage.sealing.set(PASSPHRASE)
    storage.close()
    const database = await openDB('commonground')
    const [one, two] = (await database.getAll('steps')).slice(-2) as StepRecord[]
    await database.put('steps', { ...one, text: two!.text })
    await database.put('steps', { ...two, text: one!.text })
    database.close()
    const opened = await open(await unlocked(profile))
    expect(opened.notes).toEqual(['steps-lost'])
    expect(opened.lastStep).toBe(one!.number - 1)
    expect(store.getState().done.length).toBeGreaterThan(0)
  })

  it('before they were sealed stay damaged, and come back from the other copy', async () => {
    const profile = newProfile()
    const { storage, store } = await workedOn(profile)
    const database = await openDB('commonground')
    const [record] = await database.getAll('snapshots')
    await database.put('snapshots', { ...record, checksum: 'f'.repeat(64) })
    database.close()
    await storage.sealing.set(PASSPHRASE)
    await expectNothingTelling(profile)
    const opened = await open(await unlocked(profile))
    expect(opened.notes).toEqual(['restored'])
    expect(pictureOf(opened)).toEqual(pictureOfStore(store))
  })
})

const CHANGING = new Set(['putPart', 'removeLeftovers', 'putSnapshot', 'append', 'remove'])

/** Places at which the machine goes off before the nth write: that one and all after it fail. */
function goingOffAfter(count: number, places: readonly StoragePlace[]) {
  let left = count
  const goingOff = places.map(
    (place) =>
      new Proxy(place, {
        get(target, name: keyof StoragePlace) {
          if (!CHANGING.has(name)) return target[name]
          return async (...args: never[]) => {
            if (left === 0) throw new Error('off')
            left -= 1
            return (target[name] as (...args: never[]) => Promise<void>)(...args)
          }
        },
      }),
  )
  return { goingOff, isOff: () => left === 0 }
}

describe.each(['set', 'remove'] as const)('a machine that goes off while it is %s', (verb) => {
  it('comes back with everything, at whatever write that was', async () => {
    let wasWhole = false
    const states = new Set<string>()
    for (let count = 0; !wasWhole; count++) {
      const profile = newProfile()
      const { storage, store } = await workedOn(profile)
      if (verb === 'remove') await storage.sealing.set(PASSPHRASE)
      storage.close()
      const places = [await openIdbCopy(), await openOpfsCopy(handleOf(profile.files))]
      const { goingOff, isOff } = goingOffAfter(count, places)
      const root = handleOf(profile.files)
      const sealing = await openSealing({ places: () => goingOff, root, onChange: () => {} })
      const worked = sealing[verb](PASSPHRASE)
      await worked.catch(() => {})
      wasWhole = !isOff()
      const reloaded = await loadPage(profile)
      states.add(reloaded.sealing.state())
      const isSealed = reloaded.sealing.state() === 'locked'
      if (isSealed) expect(await reloaded.sealing.unlock(PASSPHRASE)).toBe(true)
      const opened = await open(reloaded)
      expect(opened.notes).toEqual([])
      expect(pictureOf(opened)).toEqual(pictureOfStore(store))
      if (isSealed) await expectNothingTelling(profile)
      else expect(await rawText(profile.files)).not.toContain('sealed-')
    }
    expect([...states].sort()).toEqual(['locked', 'plain'])
  })
})

describe('what lies in plain beside what is sealed', () => {
  it('is sealed with the next passphrase given, if it is newer or not known', async () => {
    const profile = newProfile()
    const { storage, store, settled } = await workedOn(profile)
    const stray = await loadPage(profile)
    expect((await stray.loadOperation(ID)).ok).toBe(true)
    await storage.sealing.set(PASSPHRASE)
    storage.close()
    const contents = someContents()
    await stray.saveNew({ ...contents, document: { ...contents.document, id: 'operation-2' } })
    expect(await rawText(profile.files)).toContain('operation-2')
    const reloaded = await unlocked(profile)
    await expectNothingTelling(profile)
    const ids = (await reloaded.listOperations()).map(({ operationId }) => operationId)
    expect(ids.sort()).toEqual([ID, 'operation-2'])
    await settled()
    expect(pictureOf(await open(reloaded))).toEqual(pictureOfStore(store))
  })
})

const KEY_FILE = 'commonground-key.json'
const NEXT = 'a longer one still'

/** A page before whose eyes some of the private files fail. */
function loadFailing(
  profile: Files,
  doesFail: Parameters<typeof failing>[1],
): ReturnType<typeof openStorage> {
  globalThis.indexedDB = profile.database
  return openStorage({ opfsRoot: failing(handleOf(profile.files), doesFail), rowsPerPart: 5 })
}

describe('a passphrase that is changed', () => {
  it('leaves no key under the old one in a place that takes nothing', async () => {
    const profile = newProfile()
    const { storage } = await workedOn(profile)
    await storage.sealing.set(PASSPHRASE)
    profile.files.writeFault = new DOMException('full', 'QuotaExceededError')
    expect(await storage.sealing.change(PASSPHRASE, NEXT)).toBe(true)
    profile.files.writeFault = null
    expect(profile.files.files.has(KEY_FILE)).toBe(false)
    storage.close()
    expect(await (await loadPage(profile)).sealing.unlock(NEXT)).toBe(true)
    expect(profile.files.files.has(KEY_FILE)).toBe(true)
    const withoutDatabase = await loadPage({ ...profile, database: emptyDatabase() })
    expect(await withoutDatabase.sealing.unlock(PASSPHRASE)).toBe(false)
    expect(await withoutDatabase.sealing.unlock(NEXT)).toBe(true)
  })

  it('says so where the old key stays somewhere, and takes it away at the next unlocking', async () => {
    const profile = newProfile()
    const { storage } = await workedOn(profile)
    await storage.sealing.set(PASSPHRASE)
    storage.close()
    const held = await loadFailing(profile, (method) => method === 'removeEntry')
    expect(await held.sealing.unlock(PASSPHRASE)).toBe(true)
    profile.files.writeFault = new DOMException('full', 'QuotaExceededError')
    await expect(held.sealing.change(PASSPHRASE, NEXT)).rejects.toThrow(
      'could not be taken off the disk',
    )
    profile.files.writeFault = null
    globalThis.indexedDB = emptyDatabase()
    expect(await held.sealing.unlock(PASSPHRASE)).toBe(false)
    held.close()
    const reloaded = await loadPage(profile)
    expect(await reloaded.sealing.unlock(PASSPHRASE)).toBe(false)
    expect(await reloaded.sealing.unlock(NEXT)).toBe(true)
    const withoutDatabase = await loadPage({ ...profile, database: emptyDatabase() })
    expect(await withoutDatabase.sealing.unlock(PASSPHRASE)).toBe(false)
  })

  it('is not changed at all where a place does not answer', async () => {
    const profile = newProfile()
    const { storage, store } = await workedOn(profile)
    await storage.sealing.set(PASSPHRASE)
    storage.close()
    const silent = await loadFailing(profile, (_, name) => name === KEY_FILE)
    expect(await silent.sealing.unlock(PASSPHRASE)).toBe(true)
    await expect(silent.sealing.change(PASSPHRASE, NEXT)).rejects.toThrow('does not answer')
    silent.close()
    expect(pictureOf(await open(await unlocked(profile)))).toEqual(pictureOfStore(store))
  })

  it('opens no tab that was waiting for the old one, nor is the old key put back by it', async () => {
    const profile = newProfile()
    const { storage } = await workedOn(profile)
    await storage.sealing.set(PASSPHRASE)
    const waiting = await loadPage(profile)
    expect(await storage.sealing.change(PASSPHRASE, NEXT)).toBe(true)
    expect(await waiting.sealing.unlock(PASSPHRASE)).toBe(false)
    expect(await waiting.sealing.unlock(NEXT)).toBe(true)
    expect(await (await loadPage(profile)).sealing.unlock(PASSPHRASE)).toBe(false)
  })
})

it('a tab that waits for a passphrase which was taken away meanwhile needs none', async () => {
  const profile = newProfile()
  const { storage, store } = await workedOn(profile)
  await storage.sealing.set(PASSPHRASE)
  const waiting = await loadPage(profile)
  expect(await storage.sealing.remove(PASSPHRASE)).toBe(true)
  expect(await waiting.sealing.unlock(PASSPHRASE)).toBe(true)
  expect(waiting.sealing.state()).toBe('plain')
  expect(pictureOf(await open(waiting))).toEqual(pictureOfStore(store))
  expect((await loadPage(profile)).sealing.state()).toBe('plain')
})

describe('a key that does not answer', () => {
  it('is not none: the device stays locked, nothing is written over, and later it opens', async () => {
    const profile = newProfile()
    const { storage, store } = await workedOn(profile)
    writePreferences({ author: 'Lt Doe' })
    await storage.sealing.set(PASSPHRASE)
    storage.close()
    let isSilent = true
    const database = emptyDatabase()
    const silent = await loadFailing(
      { ...profile, database },
      (_, name) => isSilent && name === KEY_FILE,
    )
    expect(silent.sealing.state()).toBe('locked')
    expect((await silent.saveNew(someContents(), true)).issues[0]?.code).toBe('locked')
    await expect(silent.sealing.unlock(PASSPHRASE)).rejects.toThrow('does not answer')
    await expect(silent.sealing.set('another one altogether')).rejects.toThrow()
    writePreferences({ author: 'somebody else' })
    isSilent = false
    expect(await silent.sealing.unlock(PASSPHRASE)).toBe(true)
    expect(readPreferences().author).toBe('Lt Doe')
    expect(pictureOf(await open(silent))).toEqual(pictureOfStore(store))
  })

  it('keeps a new passphrase from being set beside it', async () => {
    const profile = newProfile()
    const { storage, store } = await workedOn(profile)
    await storage.sealing.set(PASSPHRASE)
    storage.close()
    localStorage.removeItem('commonground-preferences')
    const database = emptyDatabase()
    const silent = await loadFailing({ ...profile, database }, (_, name) => name === KEY_FILE)
    expect(silent.sealing.state()).toBe('plain')
    await expect(silent.sealing.set('another one altogether')).rejects.toThrow('does not answer')
    silent.close()
    expect(pictureOf(await open(await unlocked(profile)))).toEqual(pictureOfStore(store))
  })
})

describe('the wrapped key', () => {
  it('lies twice, and either one opens', async () => {
    const profile = newProfile()
    const { storage } = await workedOn(profile)
    await storage.sealing.set(PASSPHRASE)
    const withoutDatabase = { ...profile, database: emptyDatabase() }
    expect((await open(await unlocked(withoutDatabase))).document.id).toBe(ID)
    profile.files.files.get('commonground-key.json')!.bytes = Uint8Array.of(1, 2)
    expect((await open(await unlocked(profile))).document.id).toBe(ID)
  })

  it('that another tab put there locks this one when it comes to write', async () => {
    const profile = newProfile()
    await workedOn(profile)
    let grant = () => {}
    vi.stubGlobal('navigator', {
      locks: {
        request: async (_name: string, options: object, work: (lock: unknown) => unknown) => {
          if ('ifAvailable' in options) return void work(null)
          grant = () => void work({})
          return new Promise(() => {})
        },
      },
    })
    const waiting = await loadPage(profile)
    aloneInTheBrowser()
    await (await loadPage(profile)).sealing.set(PASSPHRASE)
    expect(waiting.sealing.state()).toBe('plain')
    grant()
    expect(waiting.state().access).toBe('readOnly')
    await vi.waitFor(() => expect(waiting.sealing.state()).toBe('locked'))
    expect((await waiting.saveNew(someContents(), true)).ok).toBe(false)
    await expectNothingTelling(profile)
  })
})
