import { put, remove } from '../change.ts'
import type { OperationDocument, RowOf, TableName } from '../document.ts'
import type { Command } from './command.ts'
import { fieldWords } from './field-words.ts'
import { rowAt, rowFault } from './row-fault.ts'

/** Which row, and the fields to set; the others stay as they are. */
export type FieldEdit<T extends TableName> = {
  readonly id: string
  readonly fields: Partial<Omit<RowOf<T>, 'id'>>
}

/** What the commands of one table have in common. */
export type TableWords<T extends TableName> = {
  readonly table: T
  /** `zone.edit` */
  readonly id: string
  /** "Edit zone" */
  readonly title: string
  /** "zone": what a sentence calls a row. */
  readonly noun: string
  readonly nameOf: (row: RowOf<T>, document: OperationDocument) => string
  /** All that the history says, where it may tell neither the row nor its fields. */
  readonly plainNote?: string
  /** Why this row may not be touched, or not in this way; null if it may. */
  readonly guard?: (
    document: OperationDocument,
    before: RowOf<T>,
    after: RowOf<T> | null,
  ) => string | null
}

/** A command that sets some fields of one row, and refuses values that the table cannot hold. */
export function editCommand<T extends TableName>(words: TableWords<T>): Command<FieldEdit<T>> {
  const { table, noun, plainNote, guard } = words
  return {
    id: words.id,
    title: words.title,

    blocked(document, { id, fields }) {
      if (!document.tables[table].has(id)) return `That ${noun} is no longer there.`
      const before = rowAt(document, table, id)
      const after = { ...before, ...fields }
      return guard?.(document, before, after) ?? rowFault(table, after)
    },

    change(document, { id, fields }) {
      const before = rowAt(document, table, id)
      const after = { ...before, ...fields } as RowOf<T>
      const names = changedFields(before, after)
      if (names.length === 0) return { note: plainNote ?? words.title, rows: [] }
      const note = plainNote ?? editNote(words, document, { before, after, names })
      return { note, rows: [put(document, table, after)] }
    },
  }
}

/** A command that puts a new row, and refuses one that the table cannot hold or that is there. */
export function addCommand<T extends TableName>(
  words: TableWords<T>,
): Command<{ readonly row: RowOf<T> }> {
  const { table, noun, nameOf, plainNote, guard } = words
  return {
    id: words.id,
    title: words.title,

    blocked(document, { row }) {
      if (document.tables[table].has(row.id)) return `There is a ${noun} with this id already.`
      return guard?.(document, row, row) ?? rowFault(table, row)
    },

    change(document, { row }) {
      const note = plainNote ?? `${words.title} ${nameOf(row, document)}`
      return { note, rows: [put(document, table, row)] }
    },
  }
}

/** A command that takes one row out. */
export function removeCommand<T extends TableName>(
  words: TableWords<T>,
): Command<{ readonly id: string }> {
  const { table, noun, nameOf, guard } = words
  return {
    id: words.id,
    title: words.title,

    blocked(document, { id }) {
      if (!document.tables[table].has(id)) return `That ${noun} is no longer there.`
      return guard?.(document, rowAt(document, table, id), null) ?? null
    },

    change(document, { id }) {
      const name = nameOf(rowAt(document, table, id), document)
      return { note: `${words.title} ${name}`, rows: [remove(document, table, id)] }
    },
  }
}

type Edited<T extends TableName> = {
  readonly before: RowOf<T>
  readonly after: RowOf<T>
  /** Fields that are not as they were. */
  readonly names: readonly string[]
}

/** What the history says: what a row was called, and which of its fields are new. */
function editNote<T extends TableName>(
  { title, noun, nameOf }: TableWords<T>,
  document: OperationDocument,
  { before, after, names }: Edited<T>,
): string {
  const name = nameOf(before, document)
  const [only] = names.length === 1 ? names : []
  const now = after as { readonly isLocked?: boolean }
  if (only === 'isLocked') return `${now.isLocked ? 'Lock' : 'Unlock'} ${noun} ${name}`
  if (only === 'name') return `Rename ${noun} ${name} to ${nameOf(after, document)}`
  return `${title} ${name}: ${names.map(fieldWords).join(', ')}`
}

function changedFields(before: object, after: object): string[] {
  const earlier = before as Readonly<Record<string, unknown>>
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(earlier[name]) !== JSON.stringify(value))
    .map(([name]) => name)
}
