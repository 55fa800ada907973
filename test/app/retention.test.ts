import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAutosave } from '#app/autosave.ts'
import { deleteExpired, deleteForGood } from '#app/retention.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { openStorage } from '#storage/open-storage.ts'
import { aGrievance, anEngagement, aZone, PLANNING_AT, someContents } from '#support/build.ts'
import { aFolder, handleOf } from '#support/opfs.ts'

const past = { keepUntil: '2020-01-01' }
const contents = someContents({
  engagements: [anEngagement(past)],
  grievances: [aGrievance({ ...past, isProtectedCase: true, communityId: null })],
})
const word = { by: 'G5', isAutomatic: false }
const chosen = [{ table: 'engagements', id: 'engagement-1' }] as const

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => vi.restoreAllMocks())

async function desk() {
  const files = aFolder()
  const storage = await openStorage({ opfsRoot: handleOf(files) })
  const saved = await storage.saveNew(contents)
  if (!saved.ok) throw new Error(saved.issues[0]?.message)
  const documents = createDocumentStore(saved.value)
  const autosave = createAutosave({
    documentStore: documents,
    storage,
    lastStep: 0,
    author: () => 'tester',
    nowAt: () => PLANNING_AT,
    onOutdated: () => {},
    retryMilliseconds: 20,
  })
  return { documents, screen: createScreenStore(), autosave, storage, files }
}

async function onDisk({ storage }: Awaited<ReturnType<typeof desk>>): Promise<string> {
  const loaded = await storage.loadOperation('operation-1')
  if (!loaded.ok) throw new Error(loaded.issues[0]?.message)
  expect(loaded.issues).toEqual([])
  return writeOperationFile(loaded.value)
}

it('waits for the disk, takes what was done before and after along, and cannot be taken back', async () => {
  const session = await desk()
  const { documents, autosave } = session
  runCommand(documents, addZone, { row: aZone({ id: 'before' }) })
  const deleting = deleteForGood(session, chosen, word)
  runCommand(documents, addZone, { row: aZone({ id: 'after' }) })
  expect(await deleting).toBeNull()
  await autosave.flush()
  documents.getState().undo()
  documents.getState().undo()
  await autosave.flush()
  const { tables } = documents.getState().document
  expect([tables.engagements.size, tables.zones.has('before'), tables.zones.has('after')]).toEqual([
    0,
    true,
    false,
  ])
  expect(await onDisk(session)).toBe(writeOperationFile(documents.getState()))
  autosave.dispose()
})

it('says where it may still lie, and tries again by itself', async () => {
  const session = await desk()
  session.files.writeFault = new DOMException('full', 'QuotaExceededError')
  expect(await deleteForGood(session, chosen, word)).toContain('may still be in the second copy')
  session.files.writeFault = null
  await vi.waitFor(() => expect(session.autosave.store.getState().status).toBe('saved'))
  expect(await onDisk(session)).not.toContain('engagement-1')
  session.autosave.dispose()
})

it('deletes nothing by itself until a person has switched that on, and then says so', async () => {
  const session = await desk()
  const { documents, autosave } = session
  expect(await deleteExpired(session)).toBeNull()
  expect(documents.getState().document.tables.engagements.size).toBe(1)
  const keeping = { rules: [], automatic: { by: 'Chief G5', at: PLANNING_AT } }
  runCommand(documents, editOperation, { fields: { keeping } })
  const told = await deleteExpired(session)
  expect(told).toContain('as Chief G5 had switched on: 1 row that planners may know of')
  const { tables } = documents.getState().document
  expect([tables.engagements.size, tables.grievances.size]).toEqual([0, 0])
  for (const row of tables.purges.values()) {
    expect(row).toMatchObject({ by: 'Chief G5', isAutomatic: true })
  }
  expect(await deleteExpired(session)).toBeNull()
  autosave.dispose()
})

it('deletes nothing by itself in a tab that does not save', async () => {
  const session = await desk()
  const keeping = { rules: [], automatic: { by: 'Chief G5', at: PLANNING_AT } }
  runCommand(session.documents, editOperation, { fields: { keeping } })
  await session.autosave.flush()
  session.autosave.store.setState({ status: 'readOnly' })
  expect(await deleteExpired(session)).toBeNull()
  expect(session.documents.getState().document.tables.engagements.size).toBe(1)
  session.autosave.dispose()
})
