import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { createAutosave } from '#app/autosave.ts'
import { put } from '#core/change.ts'
import { addRows } from '#core/commands/add-rows.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { createDocumentStore, type DocumentStore } from '#state/document-store.ts'
import { openStorage } from '#storage/open-storage.ts'
import { aZone, PLANNING_AT, someContents } from '#support/build.ts'

async function savingDesk() {
  globalThis.indexedDB = new IDBFactory()
  const storage = await openStorage()
  const saved = await storage.saveNew(someContents())
  if (!saved.ok) throw new Error(saved.issues[0]?.message)
  const documentStore = createDocumentStore(saved.value)
  const autosave = createAutosave({
    documentStore,
    storage,
    lastStep: 0,
    author: () => 'tester',
    nowAt: () => PLANNING_AT,
    onOutdated: () => {},
    retryMilliseconds: 20,
  })
  return { storage, documentStore, autosave }
}

function commitZone(store: DocumentStore, id: string): void {
  const { document, commit } = store.getState()
  commit({ note: id, rows: [put(document, 'zones', aZone({ id }))] })
}

async function fileOnDisk(storage: Awaited<ReturnType<typeof openStorage>>): Promise<string> {
  const loaded = await storage.loadOperation('operation-1')
  if (!loaded.ok) throw new Error(loaded.issues[0]?.message)
  return writeOperationFile(loaded.value)
}

describe('autosave', () => {
  it('saves what happens while it is saving, and says when all of it is there', async () => {
    const { storage, documentStore, autosave } = await savingDesk()
    const seen: string[] = []
    autosave.store.subscribe(({ status }) => seen.push(status))
    for (let i = 0; i < 5; i++) commitZone(documentStore, `zone-${i}`)
    documentStore.getState().undo()
    await autosave.flush()
    expect(seen[0]).toBe('saving')
    expect(autosave.store.getState()).toMatchObject({ status: 'saved', savedAt: PLANNING_AT })
    expect(await fileOnDisk(storage)).toBe(writeOperationFile(documentStore.getState()))
    autosave.dispose()
    commitZone(documentStore, 'after')
    await autosave.flush()
    expect(await fileOnDisk(storage)).not.toContain('"after"')
  })

  it('keeps a replaced dataset for undo, also after the page was loaded anew', async () => {
    const { storage, documentStore, autosave } = await savingDesk()
    const before = writeOperationFile(documentStore.getState())
    const { document, commit } = documentStore.getState()
    const replacedDatasetIds = [...document.tables.datasets.keys()]
    expect(replacedDatasetIds.length).toBeGreaterThan(0)
    const rows = { zones: [aZone({ id: 'with it' })] }
    commit(addRows.change(document, { note: 'Import', rows, replacedDatasetIds }))
    await autosave.flush()
    autosave.dispose()
    const loaded = await storage.loadOperation('operation-1')
    if (!loaded.ok) throw new Error(loaded.issues[0]?.message)
    expect([loaded.issues, loaded.value.document.tables.datasets.size]).toEqual([[], 0])
    const reloaded = createDocumentStore(loaded.value)
    reloaded.getState().undo()
    expect(writeOperationFile(reloaded.getState())).toBe(before)
  })

  it('saves a change that comes at the very moment when it has ended saving', async () => {
    const { storage, documentStore, autosave } = await savingDesk()
    let isFirst = true
    autosave.store.subscribe(({ status }) => {
      if (status !== 'saved' || !isFirst) return
      isFirst = false
      queueMicrotask(() => commitZone(documentStore, 'late'))
    })
    commitZone(documentStore, 'first')
    await autosave.flush()
    await vi.waitFor(async () => expect(await fileOnDisk(storage)).toContain('"late"'))
    autosave.dispose()
  })

  it('says in a sentence that the disk is full, loses nothing, and tries again', async () => {
    const { storage, documentStore, autosave } = await savingDesk()
    const add = IDBObjectStore.prototype.add
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    commitZone(documentStore, 'zone-a')
    await autosave.flush()
    const { status, message } = autosave.store.getState()
    IDBObjectStore.prototype.add = add
    expect(status).toBe('failed')
    expect(autosave.hasUnsaved()).toBe(true)
    expect(message).toContain('no room left')
    commitZone(documentStore, 'zone-b')
    await autosave.flush()
    expect(autosave.store.getState().status).toBe('saved')
    expect(autosave.hasUnsaved()).toBe(false)
    expect(await fileOnDisk(storage)).toBe(writeOperationFile(documentStore.getState()))
    autosave.dispose()
  })
})
