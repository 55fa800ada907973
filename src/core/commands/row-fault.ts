import { type OperationDocument, type RowOf, TABLES, type TableName } from '../document.ts'

/** What keeps a row from being kept, in a sentence for the person; null if it is sound. */
export function rowFault(table: TableName, row: unknown): string | null {
  const parsed = TABLES[table].safeParse(row)
  if (parsed.success) return null
  const [first] = parsed.error.issues
  const field = first?.path.join('.') || 'row'
  return `The ${field} cannot be kept: ${first?.message ?? 'it is not of the right kind'}.`
}

/**
 * A row by its id.
 *
 * @throws Error if it is not there: a command was not asked whether it is blocked.
 */
export function rowAt<T extends TableName>(
  document: OperationDocument,
  table: T,
  id: string,
): RowOf<T> {
  const row = (document.tables[table] as ReadonlyMap<string, RowOf<T>>).get(id)
  if (!row) throw new Error(`${table}/${id} is not there`)
  return row
}

/** Tables of what one course of action decides, slides apart. */
export const DECISION_TABLES = ['zones', 'controlMeasures', 'sites', 'postings'] as const
export type DecisionTable = (typeof DECISION_TABLES)[number]

/** Rows of a table that belong to a scenario, by id. */
export function rowsOfScenario<T extends DecisionTable>(
  document: OperationDocument,
  table: T,
  scenarioId: string,
): RowOf<T>[] {
  return [...(document.tables[table] as ReadonlyMap<string, RowOf<T>>).values()]
    .filter((row) => row.scenarioId === scenarioId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
