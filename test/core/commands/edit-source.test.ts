import { expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { editDataset } from '#core/commands/custody/edit-dataset.ts'
import { editSource } from '#core/commands/operation/edit-source.ts'
import { operationOf } from '#core/document.ts'
import { aDataset, anOperation } from '#support/build.ts'

const clinics = { title: 'Clinics', licence: '', asOf: null, tables: ['facilities'] }
const roads = { title: 'Roads', licence: '', asOf: null }
const document = anOperation({
  operation: [{ ...operationOf(anOperation()), sources: [clinics, roads] }],
  datasets: [aDataset({ rowCount: 0, geometry: { type: 'none' }, fields: {} }, { id: 'd' })],
})

it('sets of when a source is and how often it is renewed, and leaves the others', () => {
  const fields = { asOf: '2026-11-01T00:00:00Z', expectedEveryHours: 240 }
  const wish = { title: 'Clinics', fields }
  expect(editSource.blocked(document, wish)).toBeNull()
  const after = applyChange(document, editSource.change(document, wish))
  expect(operationOf(after).sources).toEqual([{ ...clinics, ...fields }, roads])
})

it('refuses a source that is gone and an interval that is none', () => {
  expect(editSource.blocked(document, { title: 'X', fields: { asOf: null } })).toMatch(/no longer/)
  const wish = { title: 'Roads', fields: { expectedEveryHours: 0 } }
  expect(editSource.blocked(document, wish)).toMatch(/cannot be kept/)
})

it('sets how often a dataset is renewed, and nothing else of what was imported', () => {
  expect(editDataset.blocked(document, { id: 'd', fields: { expectedEveryHours: 12 } })).toBeNull()
  expect(editDataset.blocked(document, { id: 'd', fields: { rowCount: 7 } })).toMatch(/^Only/)
})
