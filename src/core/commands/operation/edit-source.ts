import { put } from '../../change.ts'
import { operationOf } from '../../document.ts'
import type { Operation } from '../../records/operation.ts'
import type { Command } from '../command.ts'
import { rowFault } from '../row-fault.ts'

type Source = Operation['sources'][number]

/** Says of when a source is, and how often new rows of it are expected. */
export const editSource: Command<{
  readonly title: string
  readonly fields: Pick<Partial<Source>, 'asOf' | 'expectedEveryHours'>
}> = {
  id: 'source.edit',
  title: 'Edit source',

  blocked(document, { title, fields }) {
    const operation = operationOf(document)
    if (!operation.sources.some((source) => source.title === title)) {
      return 'That source is no longer there.'
    }
    return rowFault('operation', { ...operation, sources: edited(operation, title, fields) })
  },

  change(document, { title, fields }) {
    const operation = operationOf(document)
    const row = { ...operation, sources: edited(operation, title, fields) }
    return { note: `Age of the source ${title}`, rows: [put(document, 'operation', row)] }
  },
}

function edited({ sources }: Operation, title: string, fields: Partial<Source>): Source[] {
  return sources.map((source) => (source.title === title ? { ...source, ...fields } : source))
}
