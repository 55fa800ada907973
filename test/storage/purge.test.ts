import fc from 'fast-check'
import { openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { put } from '#core/change.ts'
import { purgeExpired } from '#core/commands/custody/purge-expired.ts'
import { editGrievance } from '#core/commands/grievances/edit-grievance.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { expiriesAt } from '#core/retention/holdings.ts'
import { type DocumentStore, runCommand } from '#state/document-store.ts'
import type { Storage } from '#storage/open-storage.ts'
import { aDataset, aGrievance, anEngagement, someContents, someIncidents } from '#support/build.ts'
import { aFolder, type FakeFolder } from '#support/opfs.ts'
import {
  emptyDatabase,
  grantAtOnce,
  loadPage,
  type Profile,
  saveAll,
  storeOf,
  workAWhile,
} from './kept.ts'

const NOW = '2026-11-22T12:00:00Z'
const past = { keepUntil: '2026-11-01' }
/** Stands in every id and text that is to be gone. */
const TRACE = 'zqtrace'

const start = () =>
  someContents({
    engagements: [anEngagement({ id: `${TRACE}-e`, ...past, summary: `${TRACE} words` })],
    grievances: [
      aGrievance({ id: `${TRACE}-g`, ...past, summary: `${TRACE} words` }),
      aGrievance({ id: 'stays' }),
    ],
  })

type Page = { readonly storage: Storage; readonly store: DocumentStore; settled(): Promise<void> }

async function openPage(profile: Profile): Promise<Page> {
  const storage = await loadPage(profile)
  const saved = await storage.saveNew(start())
  if (!saved.ok) throw new Error(saved.issues[0]?.message)
  const store = storeOf(saved.value)
  return { storage, store, settled: saveAll(store, storage) }
}

/** An import of observations of which id, provenance and titles bear the trace. */
function importTraced(store: DocumentStore, id: string, count: number): void {
  const columns = someIncidents(Array.from({ length: count }, (_, i) => [-9.5 + i / 100, 6.5]))
  const dataset = aDataset(columns, { id, title: `${TRACE} title`, ...past })
  const { document, commit } = store.getState()
  commit(
    { note: `Import ${TRACE}`, rows: [put(document, 'datasets', dataset)] },
    new Map([[id, columns]]),
  )
}

function purgeAll(store: DocumentStore): void {
  const { document, purge } = store.getState()
  const chosen = expiriesAt(document, NOW).expired
  purge(
    purgeExpired.change(document, { chosen, now: NOW, by: 'G5', isAutomatic: false, purgeId: 'p' }),
  )
}

/** Whatever lies in both copies: keys, names, texts and bytes, letter by letter. */
async function everythingKept({ files }: Profile): Promise<string> {
  const texts: string[] = []
  const database = await openDB('commonground')
  for (const name of database.objectStoreNames) {
    texts.push(JSON.stringify(await database.getAllKeys(name)))
    for (const record of await database.getAll(name)) texts.push(textOf(record))
  }
  database.close()
  const look = (folder: FakeFolder) => {
    for (const [name, file] of folder.files) texts.push(name, latin(file.bytes))
    for (const [name, inner] of folder.folders) {
      texts.push(name)
      look(inner)
    }
  }
  if (files) look(files)
  return texts.join('\n')
}

function textOf(record: object): string {
  const bytes = Object.values(record).filter((value) => ArrayBuffer.isView(value))
  return JSON.stringify(record) + bytes.map((view) => latin(view as Uint8Array)).join('')
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

const newProfile = () => ({ database: emptyDatabase(), files: aFolder(), rowsPerPart: 4 })

describe('a purge', () => {
  it('leaves no id or word of the purged rows in any stored byte, whatever was done before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 130 }), async (seed, count) => {
        const profile = newProfile()
        const { storage, store, settled } = await openPage(profile)
        importTraced(store, `${TRACE}-small`, 3)
        importTraced(store, `${TRACE}-in-parts`, 11)
        importTraced(store, `${TRACE}-undone`, 9)
        store.getState().undo()
        workAWhile(store, seed, count)
        const edit = { id: `${TRACE}-g`, fields: { summary: `${TRACE} other words` } }
        runCommand(store, editGrievance, edit)
        await settled()
        expect(await everythingKept(profile)).toContain(TRACE)
        purgeAll(store)
        await settled()
        expect(await everythingKept(profile)).not.toContain(TRACE)
        expect(store.getState()).toMatchObject({ done: [], undone: [] })
        expect(JSON.stringify([...store.getState().columns.keys()])).not.toContain(TRACE)
        workAWhile(store, seed + 1, 10)
        await settled()
        const file = writeOperationFile(store.getState())
        for (const page of [
          storage,
          await loadPage(profile),
          await loadPage({ ...profile, database: emptyDatabase() }),
        ]) {
          const opened = await page.loadOperation('operation-1')
          expect(opened.ok && writeOperationFile(opened.value)).toBe(file)
        }
        expect(store.getState().document.tables.purges.size).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  })

  it('that the second copy would not take says so, and is done at the next try', async () => {
    const profile = newProfile()
    const { storage, store, settled } = await openPage(profile)
    profile.files.writeFault = new DOMException('full', 'QuotaExceededError')
    purgeAll(store)
    await expect(settled()).rejects.toThrow('may still be in the second copy')
    expect(await everythingKept(profile)).toContain(TRACE)
    profile.files.writeFault = null
    const { document, applied } = store.getState()
    await storage.forgetHistory({ document, step: applied!.step })
    expect(await everythingKept(profile)).not.toContain(TRACE)
    expect(storage.state().hasSecondCopy).toBe(true)
  })

  it('that was cut short before the second copy is ended when the operation is opened again', async () => {
    const profile = newProfile()
    const { store, settled } = await openPage(profile)
    profile.files.writeFault = new DOMException('full', 'QuotaExceededError')
    purgeAll(store)
    await settled().catch(() => {})
    profile.files.writeFault = null
    const opened = await (await loadPage(profile)).loadOperation('operation-1')
    expect(opened.ok).toBe(true)
    expect(await everythingKept(profile)).not.toContain(TRACE)
  })

  it('of which the second copy still has old files lying about is ended when it is opened again', async () => {
    const profile = newProfile()
    const { store, settled } = await openPage(profile)
    importTraced(store, `${TRACE}-small`, 3)
    importTraced(store, `${TRACE}-in-parts`, 11)
    await settled()
    const [place] = profile.files.folders.get('operations')!.folders.values()
    const before = [...place!.files]
    purgeAll(store)
    await settled()
    for (const [name, file] of before) if (!place!.files.has(name)) place!.files.set(name, file)
    expect(await everythingKept(profile)).toContain(TRACE)
    vi.stubGlobal('navigator', { locks: { request: grantAtOnce } })
    const opened = await (await loadPage(profile)).loadOperation('operation-1')
    vi.unstubAllGlobals()
    expect(opened.ok && opened.issues).toEqual([])
    expect(await everythingKept(profile)).not.toContain(TRACE)
  })

  it('is refused to a tab that is not in step with the disk, and changes nothing there', async () => {
    const profile = newProfile()
    const { storage, store, settled } = await openPage(profile)
    workAWhile(store, 3, 5)
    await settled()
    const { document } = store.getState()
    const before = await everythingKept(profile)
    await expect(storage.forgetHistory({ document, step: 1 })).rejects.toThrow('Another tab')
    await expect(storage.forgetHistory({ document, step: 99 })).rejects.toThrow('Another tab')
    expect(await everythingKept(profile)).toBe(before)
  })
})
