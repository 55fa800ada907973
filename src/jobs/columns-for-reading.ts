import type { Columns } from '#core/columns/columns.ts'
import type { OperationContents } from '#core/operation-file.ts'

/** What an import looks at in the columns that are there: when, where and which incidents happened. */
export function columnsForReading({
  document,
  columns,
}: OperationContents): OperationContents['columns'] {
  const read = new Map<string, Columns>()
  for (const { id, kind } of document.tables.datasets.values()) {
    const batch = kind === 'incidents' ? columns.get(id) : undefined
    if (!batch) continue
    const fields = FIELDS_READ.map((field) => [field, batch.fields[field]!] as const)
    read.set(id, { ...batch, fields: Object.fromEntries(fields) })
  }
  return read
}

const FIELDS_READ = ['occurredEpochMinutes', 'category'] as const
