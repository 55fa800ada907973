import type { Columns } from '#core/columns/columns.ts'
import type { OperationContents } from '#core/operation-file.ts'

/**
 * What an import looks at in the columns that are there: when, where and which incidents happened, and
 * the protected ones by county and month, which are small.
 */
export function columnsForReading({
  document,
  columns,
}: OperationContents): OperationContents['columns'] {
  const read = new Map<string, Columns>()
  for (const { id, kind } of document.tables.datasets.values()) {
    const batch = columns.get(id)
    if (batch && kind === 'protectedIncidents') read.set(id, batch)
    if (!batch || kind !== 'incidents') continue
    const fields = FIELDS_READ.map((field) => [field, batch.fields[field]!] as const)
    read.set(id, { ...batch, fields: Object.fromEntries(fields) })
  }
  return read
}

const FIELDS_READ = ['occurredEpochMinutes', 'category'] as const
