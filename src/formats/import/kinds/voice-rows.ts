import { epochMinutesOf } from '#core/time/instant.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { ImportContext } from '../kind.ts'
import type { Ledger } from '../ledger.ts'
import type { Sheet } from '../sheet.ts'
import { instantIn } from './validity.ts'
import { type VoicePlace, voicePlacer } from './voice-common.ts'

/** When a record begins, and what may follow it. */
type Days = {
  /** The field of the day it was held or raised. */
  readonly start: string
  /** The field of the day that follows, and its noun: "follow-up". */
  readonly later: string
  readonly laterNoun: string
}

/** When and where a record lies, as far as all that people tell us has it in common. */
type Told = {
  readonly at: string
  /** Null: not told. */
  readonly laterAt: string | null
  readonly place: VoicePlace
}

/** Reads what people tell us: dated, placed, then made into a row; null: it stays out. */
export function voiceRows<T>(
  { sheet, ledger, context }: VoiceSource,
  days: Days,
  rowOf: (record: RawRecord, told: Told) => T | null,
): T[] {
  const placer = voicePlacer(sheet, ledger, context)
  const rows = sheet.table.records.flatMap((record): T[] => {
    const at = instantIn(sheet, record, days.start, ledger)
    if (at === null) ledger.refuse(record, 'date-missing', 'it has no date')
    if (!at) return []
    const laterAt = laterIn(sheet, record, { at, days, ledger })
    if (laterAt === undefined) return []
    const place = placer.place(record)
    if (!place) return []
    const row = rowOf(record, { at, laterAt, place })
    return row === null ? [] : [row]
  })
  placer.tell()
  return rows
}

/** Undefined: the date cannot be read, and the record stays out. */
function laterIn(
  sheet: Sheet,
  record: RawRecord,
  { at, days, ledger }: { at: string; days: Days; ledger: Ledger },
): string | null | undefined {
  const laterAt = instantIn(sheet, record, days.later, ledger)
  if (!laterAt || epochMinutesOf(laterAt) >= epochMinutesOf(at)) return laterAt
  const why = `its ${days.laterNoun} lies before it; that date was left out`
  ledger.warn(record, 'date-order', why)
  return null
}

/** Where records come out of. */
type VoiceSource = {
  readonly sheet: Sheet
  readonly ledger: Ledger
  readonly context: ImportContext
}
