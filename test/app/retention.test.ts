import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave } from '#app/autosave.ts'
import { openFile } from '#app/opening/operations.ts'
import { deleteExpired, deleteForGood } from '#app/retention.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { operationOf } from '#core/document.ts'
import { type OperationContents, writeOperationFile } from '#core/operation-file.ts'
import type { Keeping } from '#core/records/keeping.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import { createScreenStore } from '#state/screen-store.ts'
import { openStorage, type Storage } from '#storage/open-storage.ts'
import type { OpenedOperation } from '#storage/storage-desk.ts'
import { aGrievance, anEngagement, aZone, PLANNING_AT, someContents } from '#support/build.ts'
import { aFolder, handleOf } from '#support/opfs.ts'

vi.mock('#jobs/run-job.ts', async () => {
  const { runJobInline } = await import('#jobs/run-job-inline.ts')
  return { runJobInWorker: runJobInline }
})

const past = { keepUntil: '2020-01-01' }
const aProtectedCase = aGrievance({ ...past, isProtectedCase: true, communityId: null })
const contents = someContents({ engagements: [anEngagement(past)], grievances: [aProtectedCase] })
const word = { by: 'G5', isAutomatic: false }
const chosen = [{ table: 'engagements', id: 'engagement-1' }] as const

const keeping: Keeping = { rules: [], automatic: { by: 'Chief G5', at: PLANNING_AT } }

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(PLANNING_AT) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function desk(start: OperationContents = contents) {
  const files = aFolder()
  const storage = await openStorage({ opfsRoot: handleOf(files) })
  const saved = await storage.saveNew(start)
  if (!saved.ok) throw new Error(saved.issues[0]?.message)
  return { ...workOn(saved.value, storage), storage, files }
}

function workOn(opened: OpenedOperation, storage: Storage) {
  const documents = createDocumentStore(opened)
  const autosave = createAutosave({
    documentStore: documents,
    storage,
    lastStep: opened.lastStep,
    author: () => 'tester',
    nowAt: () => PLANNING_AT,
    onOutdated: () => {},
    retryMilliseconds: 20,
  })
  return { documents, screen: createScreenStore(), autosave }
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
  runCommand(documents, editOperation, { fields: { keeping } })
  const told = await deleteExpired(session)
  expect(told).toContain('as Chief G5 had switched on')
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
  runCommand(session.documents, editOperation, { fields: { keeping } })
  await session.autosave.flush()
  session.autosave.store.setState({ status: 'readOnly' })
  expect(await deleteExpired(session)).toBeNull()
  expect(session.documents.getState().document.tables.engagements.size).toBe(1)
  session.autosave.dispose()
})

it('tells of it in the same words whether or not protected rows were among them', async () => {
  const shown = { engagements: [anEngagement(past)] }
  const apart = { grievances: [aProtectedCase] }
  const told: (string | null)[] = []
  for (const rows of [shown, apart, { ...shown, ...apart }]) {
    globalThis.indexedDB = new IDBFactory()
    const session = await desk(someContents(rows))
    runCommand(session.documents, editOperation, { fields: { keeping } })
    told.push(await deleteExpired(session))
    session.autosave.dispose()
  }
  expect(told[0]).toContain('was deleted for good')
  expect(new Set(told).size).toBe(1)
})

describe('a clock that has jumped', () => {
  const DAY = 86_400_000
  const switchedOnAt = '2020-02-01T00:00:00Z'
  const since = (at: string, days: number) => vi.setSystemTime(new Date(at).getTime() + days * DAY)

  /** Told, and how many engagements are left. */
  async function atOpening(start: OperationContents) {
    const session = await desk(start)
    const automatic = { by: 'Chief G5', at: switchedOnAt }
    runCommand(session.documents, editOperation, { fields: { keeping: { rules: [], automatic } } })
    const told = await deleteExpired(session)
    session.autosave.dispose()
    return [told, session.documents.getState().document.tables.engagements.size] as const
  }

  it('deletes nothing more than a year after the last import, and says why', async () => {
    since(PLANNING_AT, 367)
    const [told, left] = await atOpening(contents)
    expect(told).toContain('the clock of this device stands more than a year after the last import')
    expect(left).toBe(1)
  })

  it('is no doubt within a year of the last import, long after it was switched on', async () => {
    since(PLANNING_AT, 366)
    const [told, left] = await atOpening(contents)
    expect(told).toContain('was deleted for good')
    expect(left).toBe(0)
  })

  it('counts from the switching on where nothing was imported', async () => {
    const { document } = contents
    const tables = { ...document.tables, datasets: new Map() }
    const bare = { document: { ...document, tables }, columns: new Map() }
    since(switchedOnAt, 367)
    expect((await atOpening(bare))[1]).toBe(1)
    globalThis.indexedDB = new IDBFactory()
    since(switchedOnAt, 366)
    expect((await atOpening(bare))[1]).toBe(0)
  })
})

describe('an operation file from elsewhere', () => {
  const others = {
    ...contents,
    document: { ...contents.document, id: 'operation-2' },
  }
  const rules = [{ subject: 'engagements', label: 'high', months: 12 }] as const

  async function opened(automatic: Keeping['automatic']) {
    const { documents, storage, autosave } = await desk(others)
    autosave.dispose()
    runCommand(documents, editOperation, { fields: { keeping: { rules, automatic } } })
    const text = writeOperationFile(documents.getState())
    const file = new File([text], 'theirs.json')
    const kept = await openFile(storage, file, true)
    if (!kept.ok) throw new Error(kept.issues[0]?.message)
    return { kept, storage }
  }

  it('deletes nothing at opening by a word that was given elsewhere, and says so', async () => {
    const { kept, storage } = await opened(keeping.automatic)
    expect(kept.issues.map(({ code }) => code)).toEqual(['deleting-asked-anew'])
    expect(kept.issues[0]?.message).toContain('theirs.json')
    const session = workOn(kept.value, storage)
    expect(await deleteExpired(session)).toBeNull()
    const { document } = session.documents.getState()
    expect(document.tables.engagements.size).toBe(1)
    expect(operationOf(document).keeping).toEqual({ rules, automatic: null })
    session.autosave.dispose()
    const again = await storage.loadOperation('operation-2')
    expect(again.ok && operationOf(again.value.document).keeping.automatic).toBeNull()
  })

  it('is opened without a word where it asks for nothing', async () => {
    const { kept } = await opened(null)
    expect(kept.issues).toEqual([])
    expect(operationOf(kept.value.document).keeping.rules).toEqual(rules)
  })
})
