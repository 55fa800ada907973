import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createOwnBasemap, isTileFile, openTileFile } from '#app/basemap/own-basemap.ts'
import { PLANNING_AT } from '#support/build.ts'
import { aFolder, type FakeFolder, handleOf } from '#support/opfs.ts'
import { someBasemap } from '#support/pmtiles.ts'

const FILE = new File([someBasemap(5)], 'invented.pmtiles')

let disk: FakeFolder

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  disk = aFolder()
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => handleOf(disk) } })
})

afterEach(() => vi.unstubAllGlobals())

let idCount = 0

/** What a page that was just loaded has. */
function aPage() {
  return createOwnBasemap({ newId: () => `id-${++idCount}`, now: () => PLANNING_AT })
}

async function archiveOf(file: File) {
  const opened = await openTileFile(file.name, file)
  if (!opened.ok) throw new Error(opened.issues[0]!.message)
  return opened.value
}

function keeping() {
  return { signal: new AbortController().signal, onProgress: () => {} }
}

it('is there after a reload, and gone after it was removed', async () => {
  expect(await aPage().use(await archiveOf(FILE), FILE, keeping())).toBeNull()
  const later = aPage()
  await later.restore()
  const { tiles } = later.store.getState()
  expect(tiles?.facts.name).toBe('Invented ground')
  expect(await tiles?.tile(4, 7, 7)).toBeInstanceOf(Uint8Array)
  await later.remove()
  expect(later.store.getState().tiles).toBeNull()
  const last = aPage()
  await last.restore()
  expect(last.store.getState()).toEqual({ tiles: null, damagedTileCount: 0, lostFileName: null })
})

it('is drawn though it cannot be kept, and says so', async () => {
  disk.writeFault = new DOMException('full', 'QuotaExceededError')
  const page = aPage()
  const sentence = await page.use(await archiveOf(FILE), FILE, keeping())
  expect(sentence).toBe(
    'invented.pmtiles is the base map until this page is closed. The browser has no room left to keep it.',
  )
  expect(page.store.getState().tiles).not.toBeNull()
})

it('names the one that was kept and is lost', async () => {
  await aPage().use(await archiveOf(FILE), FILE, keeping())
  disk.folders.clear()
  const later = aPage()
  await later.restore()
  expect(later.store.getState()).toMatchObject({ tiles: null, lostFileName: 'invented.pmtiles' })
})

it('counts damaged tiles of the one that is drawn, not of the one before', async () => {
  const page = aPage()
  await page.use(await archiveOf(FILE), FILE, keeping())
  const { tiles: first } = page.store.getState()
  first?.onDamagedTile()
  expect(page.store.getState().damagedTileCount).toBe(1)
  await page.use(await archiveOf(FILE), FILE, keeping())
  first?.onDamagedTile()
  expect(page.store.getState().damagedTileCount).toBe(0)
})

it('knows a base map by its name or by how it begins', async () => {
  expect(await isTileFile(new File(['x'], 'A.PMTILES'))).toBe(true)
  expect(await isTileFile(new File([someBasemap(4)], 'map.bin'))).toBe(true)
  expect(await isTileFile(new File(['a,b'], 'a.csv'))).toBe(false)
})
