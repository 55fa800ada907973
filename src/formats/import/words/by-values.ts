import type { RawTable } from '../../raw-table.ts'
import { bothWays, readDate } from '../cells/read-date.ts'
import { isMissing } from '../cells/read-number.ts'
import type { FieldSpec } from '../sheet.ts'
import { isOfOthers } from './loose-match.ts'

/** Cells that are looked at, and the share of them that must be dates. */
const SAMPLE = 50
const LEAST_SHARE = 0.9
/** Fields that a table of one kind has one of; others, such as an end, are no mere date. */
const GUESSED = new Set(['date', 'time'])

/** The date of a table without a heading for it: the only column whose cells are days. */
export function dateByValues(
  table: RawTable,
  specs: readonly FieldSpec[],
  open: readonly string[],
): Map<string, string> {
  const field = specs.find((spec) => spec.holds === 'date' && GUESSED.has(spec.field))?.field
  if (!field) return new Map()
  const found = open.filter((heading) => !isOfOthers(heading) && holdsDays(table, heading))
  return found.length === 1 ? new Map([[field, found[0]!]]) : new Map()
}

/** Bare years and numbers are no days: they may be anything. */
function holdsDays({ headings, records }: RawTable, heading: string): boolean {
  const index = headings.indexOf(heading)
  const cells = records
    .slice(0, SAMPLE)
    .map(({ cells: row }) => row[index] ?? null)
    .filter((cell) => !isMissing(cell))
  const days = cells.filter((cell) => {
    const text = String(cell)
    if (bothWays(text)) return true
    const read = [readDate(cell), readDate(cell, false, 'monthFirst')]
    return read.some((date) => !('code' in date) && date.errorDays === 0 && !date.isUnlikely)
  })
  return cells.length > 0 && days.length >= LEAST_SHARE * cells.length
}
