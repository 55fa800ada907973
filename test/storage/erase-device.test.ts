import { beforeEach, expect, it, vi } from 'vitest'
import { keepBasemapFile } from '#storage/basemap-files.ts'
import {
  ERASED_KEY,
  eraseDevice,
  finishErasing,
  isErasingUnfinished,
} from '#storage/erase-device.ts'
import { logHandovers } from '#storage/handover-log.ts'
import { writePreferences } from '#storage/preferences.ts'
import { findVault } from '#storage/sealing/vault-places.ts'
import { aHandover, PLANNING_AT, someContents } from '#support/build.ts'
import { aFolder, failing, handleOf } from '#support/opfs.ts'
import { emptyDatabase, loadPage } from './kept.ts'
import { aLocalStorage } from './sealing/local-storage.ts'

beforeEach(() => {
  vi.unstubAllGlobals()
  vi.stubGlobal('localStorage', aLocalStorage())
  vi.stubGlobal('sessionStorage', aLocalStorage())
})

/** A browser in which everything lies that this device ever keeps, and something of a neighbour. */
async function full() {
  const profile = { database: emptyDatabase(), files: aFolder() }
  localStorage.setItem('neighbour', 'stays')
  writePreferences({ author: 'Lt Doe' })
  const storage = await loadPage(profile)
  await storage.saveNew(someContents())
  await storage.sealing.set('four words and a river')
  await logHandovers('operation-1', [aHandover()])
  const file = new Blob([Uint8Array.of(1, 2, 3)])
  const record = { id: 'a', fileName: 'a.pmtiles', byteCount: 3, keptAt: PLANNING_AT }
  const keeping = { onProgress: () => {}, signal: new AbortController().signal }
  await keepBasemapFile(file, record, keeping, handleOf(profile.files))
  return { profile, storage }
}

it('leaves nothing of ours, in databases, files and preferences, and what is not ours', async () => {
  const { profile, storage } = await full()
  expect((await indexedDB.databases()).length).toBe(4)
  await storage.eraseDevice()
  expect(await indexedDB.databases()).toEqual([])
  expect([...profile.files.files.keys(), ...profile.files.folders.keys()]).toEqual([])
  expect(isErasingUnfinished()).toBe(true)
  expect(await finishErasing(handleOf(profile.files))).toEqual([])
  expect(isErasingUnfinished()).toBe(false)
  expect(Object.entries(localStorage)).toEqual([['neighbour', 'stays']])
  const reloaded = await loadPage(profile)
  expect(reloaded.sealing.state()).toBe('plain')
  expect(await reloaded.listOperations()).toEqual([])
})

it('writes nothing any more from the moment it begins', async () => {
  const { profile, storage } = await full()
  const erasing = storage.eraseDevice()
  const saved = await storage.saveNew(someContents(), true)
  expect(saved.ok).toBe(false)
  await erasing
  expect(profile.files.folders.size).toBe(0)
})

it('takes the wrapped key first: cut short after that, nothing can be read again', async () => {
  const { profile } = await full()
  const removed: string[] = []
  const root = handleOf(profile.files)
  const cutShort = failing(
    root,
    (method, entry) => method === 'removeEntry' && removed.push(entry) > 1,
  )
  await eraseDevice(cutShort)
  expect(removed[0]).toBe('commonground-key.json')
  expect(profile.files.folders.has('operations')).toBe(true)
  expect(await findVault(root)).toEqual({ vault: null, isSure: true })
  expect(isErasingUnfinished()).toBe(true)
  const reloaded = await loadPage(profile)
  expect(await reloaded.listOperations()).toEqual([])
  await eraseDevice(root)
  expect(profile.files.folders.size).toBe(0)
})

it('says what remains, and is not finished before nothing does', async () => {
  const { profile, storage } = await full()
  await storage.eraseDevice()
  profile.files.folders.set('basemaps', aFolder())
  const root = handleOf(profile.files)
  const held = failing(root, (method, name) => method === 'removeEntry' && name === 'basemaps')
  expect(await finishErasing(held)).toEqual(['the base map'])
  expect(isErasingUnfinished()).toBe(true)
  expect(await finishErasing(root)).toEqual([])
  expect(isErasingUnfinished()).toBe(false)
  expect(await finishErasing(held)).toEqual([])
})

it('says that the key remains where its place does not answer, and takes the rest', async () => {
  const { profile, storage } = await full()
  storage.close()
  const root = handleOf(profile.files)
  const silent = failing(root, (_, name) => name === 'commonground-key.json')
  expect(await eraseDevice(silent)).toEqual([ERASED_KEY])
  expect(profile.files.folders.size).toBe(0)
})

it('counts a database that another tab holds on to as one that remains', async () => {
  await full()
  const holding = indexedDB.open('commonground-handovers')
  await new Promise((resolve) => {
    holding.onsuccess = resolve
  })
  expect(await eraseDevice(handleOf(aFolder()))).toEqual(['the list of files handed out'])
  holding.result.close()
})
