import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  forgetHandovers,
  handoversOf,
  keepHandoversAs,
  logHandovers,
  plainHandovers,
} from '#storage/handover-log.ts'
import { aHandover } from '#support/build.ts'
import { aFolder } from '#support/opfs.ts'
import { emptyDatabase, grantAtOnce, loadPage } from './kept.ts'
import { aLocalStorage } from './sealing/local-storage.ts'
import { quickPassphrases } from './sealing/quick-passphrases.ts'
import { rawText } from './sealing/raw-bytes.ts'

const PASSPHRASE = 'four words and a river'
const EARLY = aHandover({ id: 'a', at: '2026-11-20T12:00:00Z', by: 'Lt Doe' })
const LATE = aHandover({ id: 'b', at: '2026-11-21T12:00:00Z', fileName: 'Sector North.gpkg' })
/** What tells who handed out which file of which operation. */
const TELLING = ['operation-1', 'Lt Doe', 'Sector North', EARLY.at, EARLY.sha256]

beforeEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.stubGlobal('localStorage', aLocalStorage())
  quickPassphrases()
  globalThis.indexedDB = new IDBFactory()
  keepHandoversAs(plainHandovers)
})

function newProfile() {
  vi.stubGlobal('navigator', { locks: { request: grantAtOnce } })
  return { database: emptyDatabase(), files: aFolder() }
}

async function telling(): Promise<readonly string[]> {
  const raw = await rawText(null)
  return TELLING.filter((name) => raw.includes(name))
}

it('keeps lines by operation, the latest first, and leaves those that are there as they were', async () => {
  await logHandovers('one', [EARLY])
  await logHandovers('one', [LATE, { ...EARLY, by: 'somebody else' }])
  await logHandovers('two', [aHandover()])
  expect(await handoversOf('one')).toEqual([LATE, EARLY])
  await forgetHandovers('one')
  expect(await handoversOf('one')).toEqual([])
  expect(await handoversOf('two')).toEqual([aHandover()])
})

it('leaves no database open that could not be read, so that it can be erased', async () => {
  await logHandovers('one', [EARLY])
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('gone', 'UnknownError')
  })
  await expect(handoversOf('one')).rejects.toThrow('gone')
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('commonground-handovers')
    request.onsuccess = () => resolve()
    request.onblocked = () => reject(new Error('it was left open'))
  })
})

describe('under a passphrase the log', () => {
  it('is sealed with all else, grows, is asked for with the passphrase alone, and lies in plain without', async () => {
    const profile = newProfile()
    const storage = await loadPage(profile)
    await logHandovers('operation-1', [EARLY])
    expect(await telling()).not.toEqual([])
    await storage.sealing.set(PASSPHRASE)
    await logHandovers('operation-1', [LATE, { ...EARLY, by: 'somebody else' }])
    await logHandovers('two', [aHandover()])
    expect(await telling()).toEqual([])
    expect(await handoversOf('operation-1')).toEqual([LATE, EARLY])

    expect(await storage.sealing.change(PASSPHRASE, 'a longer one still')).toBe(true)
    const reloaded = await loadPage(profile)
    await expect(handoversOf('operation-1')).rejects.toMatchObject({ code: 'locked' })
    await expect(logHandovers('operation-1', [EARLY])).rejects.toMatchObject({ code: 'locked' })
    expect(await reloaded.sealing.unlock('a longer one still')).toBe(true)
    expect(await handoversOf('operation-1')).toEqual([LATE, EARLY])
    await forgetHandovers('two')
    expect(await handoversOf('two')).toEqual([])

    expect(await reloaded.sealing.remove('a longer one still')).toBe(true)
    expect(await handoversOf('operation-1')).toEqual([LATE, EARLY])
    expect(await rawText(null)).not.toContain('sealed-')
  })

  it('takes up what a tab wrote in plain beside it', async () => {
    const profile = newProfile()
    await (await loadPage(profile)).sealing.set(PASSPHRASE)
    await logHandovers('operation-1', [EARLY])
    keepHandoversAs(plainHandovers)
    await logHandovers('operation-1', [LATE])
    const reloaded = await loadPage(profile)
    await reloaded.sealing.unlock(PASSPHRASE)
    expect(await handoversOf('operation-1')).toEqual([LATE, EARLY])
    expect(await telling()).toEqual([])
  })
})

/** The machine goes off before the nth write to any database: that one and all after it fail. */
function goOffAfter(count: number) {
  let left = count
  const spies = (['add', 'put', 'delete'] as const).map((name) => {
    const write = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (left === 0) throw new Error('off')
      left -= 1
      return write.apply(this, args) as never
    })
  })
  const comeBack = () => {
    for (const spy of spies) spy.mockRestore()
    return left === 0
  }
  return { comeBack }
}

describe.each(['set', 'remove'] as const)('a machine that goes off while it is %s', (verb) => {
  it('comes back with the whole log, in one way, at whatever write that was', async () => {
    const states = new Set<string>()
    let wasCut = true
    for (let count = 0; wasCut; count++) {
      const profile = { ...newProfile(), files: null }
      const storage = await loadPage(profile)
      if (verb === 'remove') await storage.sealing.set(PASSPHRASE)
      await logHandovers('operation-1', [EARLY, LATE])
      const { comeBack } = goOffAfter(count)
      await storage.sealing[verb](PASSPHRASE).catch(() => {})
      wasCut = comeBack()
      const reloaded = await loadPage(profile)
      states.add(reloaded.sealing.state())
      const isSealed = reloaded.sealing.state() === 'locked'
      if (isSealed) expect(await reloaded.sealing.unlock(PASSPHRASE)).toBe(true)
      expect(await handoversOf('operation-1')).toEqual([LATE, EARLY])
      if (isSealed) expect(await telling()).toEqual([])
      else expect(await rawText(null)).not.toContain('sealed-1-')
    }
    expect([...states].sort()).toEqual(['locked', 'plain'])
  })
})
