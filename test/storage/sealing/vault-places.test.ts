import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import { ITERATIONS, type Vault } from '#storage/sealing/vault.ts'
import { findVault, keepVault } from '#storage/sealing/vault-places.ts'
import { aFolder, failing, handleOf } from '#support/opfs.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  vi.unstubAllGlobals()
})

function aVault(revision = 1): Vault {
  const [salt, wrapped] = ['c2FsdA==', 'd3JhcHBlZA==']
  return { version: 1, keyId: 'key', revision, iterations: ITERATIONS, salt, wrapped }
}

it('tells none from a place that does not answer', async () => {
  const files = aFolder()
  expect(await findVault(handleOf(files))).toEqual({ vault: null, isSure: true })
  const silent = failing(handleOf(files), (method) => method === 'getFileHandle')
  expect(await findVault(silent)).toEqual({ vault: null, isSure: false })
  const getDirectory = () => Promise.reject(new DOMException('not now', 'InvalidStateError'))
  vi.stubGlobal('navigator', { storage: { getDirectory } })
  expect(await findVault()).toEqual({ vault: null, isSure: false })
  vi.stubGlobal('navigator', {})
  expect(await findVault()).toEqual({ vault: null, isSure: true })
})

it('never puts an older key over a newer one', async () => {
  const root = handleOf(aFolder())
  expect(await keepVault(aVault(2), root)).toBe(true)
  expect(await keepVault(aVault(1), root)).toBe(true)
  expect(await findVault(root)).toEqual({ vault: aVault(2), isSure: true })
})

it('leaves a place alone that cannot be read, for what it has may be newer', async () => {
  const files = aFolder()
  const root = handleOf(files)
  await keepVault(aVault(2), root)
  const silent = failing(root, (method) => method === 'getFileHandle')
  expect(await keepVault(aVault(1), silent)).toBe(false)
  expect(await findVault(root)).toEqual({ vault: aVault(2), isSure: true })
})

it('leaves no empty file where nothing could be written, which would look like a damaged key', async () => {
  const files = aFolder()
  files.writeFault = new DOMException('full', 'QuotaExceededError')
  expect(await keepVault(aVault(), handleOf(files))).toBe(true)
  expect(await findVault(handleOf(files))).toEqual({ vault: aVault(), isSure: true })
})
