import type { RowLists } from '#core/commands/add-rows.ts'
import { grouped } from '#core/figures.ts'
import type { RawRecord, RawValue } from '../raw-table.ts'
import { shortened } from './cells/clean-text.ts'
import { isMissing } from './cells/read-number.ts'
import type { DateHabit } from './date-order.ts'
import type { DayNumberHabit } from './day-number-question.ts'
import type { ImportContext, ImportKind } from './kind.ts'
import type { Ledger } from './ledger.ts'
import type { Sheet } from './sheet.ts'

/**
 * Says how many rows take the place of earlier ones with other content.
 *
 * @throws Error if two of the rows have one id: one would be lost.
 */
export function tellOfReplaced(
  rows: RowLists,
  kind: ImportKind,
  ledger: Ledger,
  { document }: ImportContext,
): void {
  let replacedCount = 0
  for (const name of Object.keys(rows) as (keyof RowLists)[]) {
    const list: readonly { readonly id: string }[] = rows[name] ?? []
    const earlier: ReadonlyMap<string, unknown> = document.tables[name]
    if (new Set(list.map(({ id }) => id)).size !== list.length) {
      throw new Error(`${kind.id}: two rows of ${name} have one id`)
    }
    for (const row of list) {
      const before = earlier.get(row.id)
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(row)) replacedCount++
    }
  }
  if (replacedCount === 0 || kind.isEdit) return
  const rowsText = replacedCount === 1 ? '1 row takes' : `${replacedCount} rows take`
  ledger.tell(
    'note',
    'row-replaced',
    `${rowsText} the place of what came in earlier under the same id and name. Undo brings it back.`,
  )
}

/** A year of two digits lies no further ahead of the import than this; else it is of the last century. */
export const SHORT_YEARS_AHEAD = 10

export function tellOfShortYears({ table, shortYears }: Sheet, ledger: Ledger): void {
  const { count, example } = shortYears()
  if (!example) return
  const year = new Date(example.epochMinutes * 60_000).getUTCFullYear()
  const dates = count === 1 ? '1 date has a year' : `${grouped(count)} dates have a year`
  const message = `${table.file}: ${dates} of two digits; "${example.text.slice(0, 40)}" was read as ${year}. Write four digits if that is wrong.`
  ledger.tell('warning', 'date-short-year', message)
}

/** Says which order of day and month was taken for the dates that have two, and by what. */
export function tellOfOrder(file: string, { order, proof }: DateHabit, ledger: Ledger): void {
  if (proof === null) return
  const isUsual = order === 'dayFirst'
  ledger.tell(
    isUsual ? 'note' : 'warning',
    isUsual ? 'date-day-first' : 'date-month-first',
    `${file}: its dates were read with the ${isUsual ? 'day' : 'month'} first, as "${proof}" proves.`,
  )
}

/** Says from which year day numbers were counted where nobody said it. */
export function tellOfDayNumbers(
  file: string,
  { from, question, isGuessed }: DayNumberHabit,
  ledger: Ledger,
): void {
  if (question === null || !isGuessed) return
  const message = `${file}: dates that are Excel day numbers were read as counted from ${from}. If that is wrong, answer so and look again.`
  ledger.tell('warning', 'date-serial', message)
}

/** Names what stands for a count or a number and is none, on the records that came in without it. */
export function lostNumberTeller(
  sheet: Sheet,
  kind: ImportKind,
  ledger: Ledger,
): (records: readonly RawRecord[]) => void {
  const watched = kind.fields.filter(
    ({ field, holds }) => (holds === 'count' || holds === 'number') && sheet.has(field),
  )
  return (records) => {
    for (const { field, holds } of watched) {
      const isCount = holds === 'count'
      const cells = sheet.of(field)
      for (const record of records) {
        const cell = cells.cell(record)
        if (cell === null || cell === '' || isPlainCount(cell)) continue
        const read = isCount ? cells.count(record) : cells.number(record)
        if (read !== null || isMissing(cell)) continue
        if (ledger.isRefused(record)) continue
        const heading = sheet.mapping.get(field) ?? field
        const text = shortened(sheet.text(record, field))
        if ((sheet.number(record, field) ?? 0) < 0) {
          const why = `"${heading}" is ${text}, and a count is never below zero; it was left out`
          ledger.warn(record, 'count-negative', why)
        } else {
          const why = `"${heading}" is "${text}", which is no ${isCount ? 'whole number' : 'number'}; it was left out`
          ledger.warn(record, isCount ? 'count-unread' : 'number-unread', why)
        }
      }
    }
  }
}

/** Few digits and nothing else: nearly every cell is so, and needs no other look. */
function isPlainCount(cell: RawValue): boolean {
  if (typeof cell !== 'string' || cell.length > 15) return false
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return true
}
