import { put } from '../../change.ts'
import { operationOf } from '../../document.ts'
import type { Operation } from '../../records/operation.ts'
import type { Command } from '../command.ts'
import { fieldWords } from '../field-words.ts'
import { rowFault } from '../row-fault.ts'

type Fields = Partial<Omit<Operation, 'id'>>

/** Sets some settings of the operation and leaves the others as they are. */
export const editOperation: Command<{ readonly fields: Fields }> = {
  id: 'operation.edit',
  title: 'Change settings',

  blocked(document, { fields }) {
    return rowFault('operation', { ...operationOf(document), ...fields })
  },

  change(document, { fields }) {
    const before = operationOf(document)
    const names = (Object.keys(fields) as (keyof Fields)[]).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(fields[name]),
    )
    const note = `Change settings: ${names.map(fieldWords).join(', ')}`
    if (names.length === 0) return { note: 'Change settings', rows: [] }
    return { note, rows: [put(document, 'operation', { ...before, ...fields })] }
  },
}
