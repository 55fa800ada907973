import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it } from 'vitest'
import {
  type BasemapRecord,
  keepBasemapFile,
  keptBasemapFile,
  removeBasemapFile,
} from '#storage/basemap-files.ts'
import { StorageFault } from '#storage/storage-fault.ts'
import { PLANNING_AT } from '#support/build.ts'
import { aFolder, handleOf } from '#support/opfs.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

function aRecord(id: string, file: Blob): BasemapRecord {
  return { id, fileName: `${id}.pmtiles`, byteCount: file.size, keptAt: PLANNING_AT }
}

function keeping(signal = new AbortController().signal) {
  const shares: number[] = []
  return { shares, signal, onProgress: (share: number) => shares.push(share) }
}

const SMALL = new Blob([Uint8Array.of(1, 2, 3)])

it('keeps a file part by part, and gives it back as it was', async () => {
  const disk = aFolder()
  const large = new Blob([new Uint8Array(20 * 1024 * 1024), Uint8Array.of(9)])
  const running = keeping()
  await keepBasemapFile(large, aRecord('a', large), running, handleOf(disk))
  expect(running.shares.length).toBe(3)
  expect(running.shares.at(-1)).toBe(1)
  const kept = await keptBasemapFile(handleOf(disk))
  expect(kept?.record).toEqual(aRecord('a', large))
  expect(kept?.file?.size).toBe(large.size)
  expect(new Uint8Array(await kept!.file!.slice(-1).arrayBuffer())).toEqual(Uint8Array.of(9))
})

it('keeps one at a time, and none once it is removed', async () => {
  const disk = aFolder()
  await keepBasemapFile(SMALL, aRecord('a', SMALL), keeping(), handleOf(disk))
  await keepBasemapFile(SMALL, aRecord('b', SMALL), keeping(), handleOf(disk))
  expect([...disk.folders.get('basemaps')!.files.keys()]).toEqual(['b.pmtiles'])
  await removeBasemapFile(handleOf(disk))
  expect([...disk.folders.get('basemaps')!.files.keys()]).toEqual([])
  expect(await keptBasemapFile(handleOf(disk))).toBeNull()
})

it('says that a file is gone or not whole', async () => {
  const disk = aFolder()
  await keepBasemapFile(SMALL, aRecord('a', SMALL), keeping(), handleOf(disk))
  disk.folders.get('basemaps')!.files.get('a.pmtiles')!.bytes = Uint8Array.of(1)
  expect(await keptBasemapFile(handleOf(disk))).toMatchObject({ record: { id: 'a' }, file: null })
  disk.folders.clear()
  expect(await keptBasemapFile(handleOf(disk))).toMatchObject({ file: null })
})

it('leaves the one before where there is no room, or it was given up', async () => {
  const disk = aFolder()
  await keepBasemapFile(SMALL, aRecord('a', SMALL), keeping(), handleOf(disk))
  disk.writeFault = new DOMException('full', 'QuotaExceededError')
  const full = keepBasemapFile(SMALL, aRecord('b', SMALL), keeping(), handleOf(disk))
  await expect(full).rejects.toMatchObject({ code: 'full' })
  await expect(full).rejects.toBeInstanceOf(StorageFault)
  disk.writeFault = null
  const aborted = keeping(AbortSignal.abort())
  await expect(
    keepBasemapFile(SMALL, aRecord('c', SMALL), aborted, handleOf(disk)),
  ).rejects.toMatchObject({ name: 'AbortError' })
  expect([...disk.folders.get('basemaps')!.files.keys()]).toEqual(['a.pmtiles'])
  expect(await keptBasemapFile(handleOf(disk))).toMatchObject({ record: { id: 'a' } })
})

it('has none where the browser keeps no files', async () => {
  expect(await keptBasemapFile()).toBeNull()
  await expect(keepBasemapFile(SMALL, aRecord('a', SMALL), keeping())).rejects.toBeInstanceOf(
    StorageFault,
  )
})
