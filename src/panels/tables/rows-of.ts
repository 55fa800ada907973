import type { TableFacts, TableKind, TableRows } from './table-kind.ts'

type Made = { readonly parts: readonly unknown[]; readonly rows: TableRows }

const made = new Map<TableKind, Made>()

/** The rows of a kind; the same object as long as what they follow from is the same. */
export function tableRows(kind: TableKind, facts: TableFacts): TableRows {
  const parts = kind.from(facts)
  const known = made.get(kind)
  if (known && parts.every((part, i) => part === known.parts[i])) return known.rows
  const rows = kind.rowsOf(facts)
  made.set(kind, { parts, rows })
  return rows
}
