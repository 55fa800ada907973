import { instantOf } from '#core/time/instant.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { DateReading } from '../cells/read-date.ts'
import { isMissing } from '../cells/read-number.ts'
import type { ImportContext } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'
import { isOurs, unlikely } from './common.ts'

/** The columns that say from when to when a row holds. */
export const VALIDITY_FIELDS: readonly FieldSpec[] = [
  {
    field: 'from',
    holds: 'date',
    aliases: [
      'valid_from',
      'validfrom',
      'start',
      'start_date',
      'starts_at',
      'startsAt',
      'from',
      'début',
      'date_début',
      'desde',
      'inicio',
      'início',
    ],
  },
  {
    field: 'to',
    holds: 'date',
    aliases: [
      'valid_to',
      'validto',
      'end',
      'end_date',
      'ends_at',
      'endsAt',
      'to',
      'until',
      'fin',
      'date_fin',
      'hasta',
      'até',
      'fim',
    ],
  },
]

/**
 * The instant of a date cell; null where the cell is empty. A cell that is no date refuses the
 * record and gives undefined.
 */
export function instantIn(
  sheet: Sheet,
  record: RawRecord,
  field: string,
  ledger: Ledger,
): string | null | undefined {
  const date = dateIn(sheet, record, field, ledger)
  return date && instantOf(date.epochMinutes)
}

type Dated = Extract<DateReading, { readonly epochMinutes: number }>

function dateIn(
  sheet: Sheet,
  record: RawRecord,
  field: string,
  ledger: Ledger,
): Dated | null | undefined {
  if (isMissing(sheet.cell(record, field))) return null
  const date = sheet.date(record, field)
  if ('code' in date) {
    ledger.refuse(record, date.code, date.why)
    return undefined
  }
  if (date.isUnlikely) ledger.warn(record, 'date-unlikely', unlikely(sheet.text(record, field)))
  return date
}

/** From when, and up to but not at when, a row holds; null: without an end. */
type Validity = { readonly validFrom: string | null; readonly validTo: string | null }

/**
 * From when to when a row holds; null if a date cannot be read or it ends before it begins, which
 * refuses the record. A day, month or year without a time of day holds to its end, by the local
 * clock of the operation: what is valid "to 22 NOV" ends at the midnight after. A file of ours
 * says instants, whatever its format made of them.
 */
export function validityOf(
  sheet: Sheet,
  record: RawRecord,
  ledger: Ledger,
  { document }: Pick<ImportContext, 'document'>,
): Validity | null {
  const [from, to] = datesOf(sheet, record, ledger) ?? []
  if (from === undefined || to === undefined) return null
  const offset = document.tables.operation.get('operation')?.utcOffsetMinutes ?? 0
  const isExact = isOurs(sheet)
  const begins = from?.span && !isExact ? from.span.fromEpochMinutes - offset : from?.epochMinutes
  const ends = to?.span && !isExact ? to.span.toEpochMinutes - offset : to?.epochMinutes
  if (begins !== undefined && ends !== undefined && ends <= begins) {
    const text = `it is valid to "${sheet.line(record, 'to')}"`
    if (ends < begins) return ledger.refuse(record, 'date-order', 'it ends before it begins')
    if (!isExact) {
      const why = `${text}, the moment at which it begins, so it would never hold; give it a later end`
      return ledger.refuse(record, 'date-order', why)
    }
    ledger.warn(record, 'date-order', `${text}, the moment at which it begins, so it never holds`)
  }
  return { validFrom: instantOrNull(begins), validTo: instantOrNull(ends) }
}

/**
 * The first and the last day of a row that is told by days; null as for `validityOf`. Nothing is
 * worked out from them, so they stay the days that were given.
 */
export function daysOf(sheet: Sheet, record: RawRecord, ledger: Ledger): Validity | null {
  const [from, to] = datesOf(sheet, record, ledger) ?? []
  if (from === undefined || to === undefined) return null
  const first = from?.span?.fromEpochMinutes ?? from?.epochMinutes
  const last = to?.span ? to.span.toEpochMinutes - MINUTES_PER_DAY : to?.epochMinutes
  if (first !== undefined && last !== undefined && last < first) {
    return ledger.refuse(record, 'date-order', 'it ends before it begins')
  }
  return { validFrom: instantOrNull(first), validTo: instantOrNull(last) }
}

const MINUTES_PER_DAY = 1440

function datesOf(sheet: Sheet, record: RawRecord, ledger: Ledger) {
  const from = dateIn(sheet, record, 'from', ledger)
  if (from === undefined) return null
  const to = dateIn(sheet, record, 'to', ledger)
  return to === undefined ? null : ([from, to] as const)
}

function instantOrNull(epochMinutes: number | undefined): string | null {
  return epochMinutes === undefined ? null : instantOf(epochMinutes)
}
