import { describe, expect, it } from 'vitest'
import { put } from '#core/change.ts'
import { deleteZone } from '#core/commands/zones/delete-zone.ts'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { createRandom } from '#core/random.ts'
import { type Applied, createDocumentStore, runCommand } from '#state/document-store.ts'
import { aDataset, aZone, someContents, someIncidents } from '#support/build.ts'
import { someChange } from '#support/random-commands.ts'

function standStore() {
  const store = createDocumentStore(someContents())
  const steps: Applied[] = []
  store.subscribe(({ applied }, before) => {
    if (applied && applied !== before.applied) steps.push(applied)
  })
  const addZone = (id: string) => {
    const { document, commit } = store.getState()
    commit({ note: `Draw ${id}`, rows: [put(document, 'zones', aZone({ id }))] })
  }
  const zoneIds = () => [...store.getState().document.tables.zones.keys()]
  return { store, steps, addZone, zoneIds }
}

describe('the document store', () => {
  it('takes back and does again, step by step, and numbers every step without a gap', () => {
    const { store, steps, addZone, zoneIds } = standStore()
    addZone('a')
    addZone('b')
    store.getState().undo()
    expect(zoneIds()).toEqual(['a'])
    store.getState().undo()
    store.getState().redo()
    expect(zoneIds()).toEqual(['a'])
    store.getState().redo()
    expect(zoneIds()).toEqual(['a', 'b'])
    expect(steps.map(({ step, kind }) => [step, kind])).toEqual([
      [1, 'do'],
      [2, 'do'],
      [3, 'undo'],
      [4, 'undo'],
      [5, 'redo'],
      [6, 'redo'],
    ])
  })

  it('forgets what had been undone when something new is done', () => {
    const { store, addZone, zoneIds } = standStore()
    addZone('a')
    store.getState().undo()
    addZone('b')
    expect(store.getState().undone).toEqual([])
    store.getState().redo()
    expect(zoneIds()).toEqual(['b'])
    expect(store.getState().done.map(({ note }) => note)).toEqual(['Draw b'])
  })

  it('does nothing at either end of its history, nor for a change without rows', () => {
    const { store, steps } = standStore()
    const { document } = store.getState()
    store.getState().undo()
    store.getState().redo()
    store.getState().commit({ note: 'nothing', rows: [] })
    expect(store.getState().document).toBe(document)
    expect([steps.length, store.getState().done.length]).toEqual([0, 0])
  })

  it('keeps the columns of an import that is undone, so that redo finds them', () => {
    const { store, steps } = standStore()
    const columns = someIncidents([[-9.3, 6.6]])
    const row = aDataset(columns, { id: 'incidents-2' })
    const { document, commit } = store.getState()
    const change = { note: 'Import', rows: [put(document, 'datasets', row)] }
    commit(change, new Map([['incidents-2', columns]]))
    expect(steps[0]!.addedColumns.get('incidents-2')).toBe(columns)
    store.getState().undo()
    expect(store.getState().document.tables.datasets.has('incidents-2')).toBe(false)
    store.getState().redo()
    expect(store.getState().columns.get('incidents-2')).toBe(columns)
  })

  it('goes on where storage left off, history and step number included', () => {
    const { store, addZone } = standStore()
    addZone('a')
    const { document, columns, done, undone } = store.getState()
    const again = createDocumentStore({ document, columns, done, undone, lastStep: 41 })
    again.getState().undo()
    expect(again.getState().document.tables.zones.size).toBe(0)
    expect(again.getState().applied?.step).toBe(42)
  })

  it('comes back to the same file whatever was done and undone (100 commands by chance)', () => {
    const { store } = standStore()
    const random = createRandom(11)
    const start = writeOperationFile(store.getState())
    for (let i = 0; i < 100; i++) {
      const change = someChange(store.getState().document, random, `row-${i}`)
      if (change) store.getState().commit(change)
    }
    const end = writeOperationFile(store.getState())
    const count = store.getState().done.length
    expect(count).toBeGreaterThan(30)
    for (let i = 0; i < count; i++) store.getState().undo()
    expect(writeOperationFile(store.getState())).toBe(start)
    for (let i = 0; i < count; i++) store.getState().redo()
    expect(writeOperationFile(store.getState())).toBe(end)
  })
})

describe('a command run on the store', () => {
  it('is done and gives null, or gives the sentence and does nothing', () => {
    const { store, addZone } = standStore()
    addZone('zone-1')
    expect(runCommand(store, lockZone, { id: 'zone-1', isLocked: true })).toBeNull()
    const { document } = store.getState()
    expect(runCommand(store, deleteZone, { id: 'zone-1' })).toBe(
      'Sector North is locked. Unlock it first.',
    )
    expect(store.getState().document).toBe(document)
  })
})
