import { expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import { groundInputOf, groundKey } from '#state/desk/document-inputs.ts'

const document = newOperation({ id: 'o', name: 'O', planningAt: '2026-11-22T12:00:00Z' })

it('makes the ground anew when the width of water that is not waded is set', () => {
  const fields = { waterBarrierMetres: 35 }
  expect(editOperation.blocked?.(document, { fields })).toBeNull()
  expect(editOperation.blocked?.(document, { fields: { waterBarrierMetres: 0 } })).not.toBeNull()
  const after = applyChange(document, editOperation.change(document, { fields }))
  const [was, is] = [document, after].map((each) => ({ document: each, columns: new Map() }))
  expect(operationOf(document).waterBarrierMetres).toBeUndefined()
  expect(groundInputOf(is!).waterBarrierMetres).toBe(35)
  expect(groundKey(is!)).not.toEqual(groundKey(was!))
})
