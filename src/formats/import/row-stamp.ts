import type { RawRecord, RawTable, RawValue } from '../raw-table.ts'
import { cleanText, plainKey } from './cells/clean-text.ts'
import { readDate } from './cells/read-date.ts'

/** Headings of the instant at which a row was last written, or of its version. */
const STAMP_KEYS = new Set(
  [
    'timestamp',
    'updated',
    'updated at',
    'updated on',
    'update date',
    'date updated',
    'date of update',
    'last update',
    'last updated',
    'modified',
    'modified at',
    'modified on',
    'date modified',
    'last modified',
    'last edited',
    'version',
    'mis à jour',
    'date de mise à jour',
    'dernière modification',
    'actualizado',
    'fecha de actualización',
    'atualizado',
    'data de atualização',
    'تاريخ التحديث',
  ].map(plainKey),
)
/** Numbers from here on are milliseconds since 1970; smaller ones may be seconds. */
const LEAST_MILLISECONDS = 1e11
/** Smaller numbers are days of Excel, kept apart to ten seconds, or versions. */
const FINE = 8192
const MOST_FINE = 524_288

/**
 * Which heading tells when a row was last written, and a reader of it: whole numbers below 2³² − 1 that
 * are larger for what was written later, null where that cannot be told. Null: no heading tells it.
 */
export function stampReader({ headings }: Pick<RawTable, 'headings'>): {
  readonly heading: string
  readonly stampOf: (record: RawRecord) => number | null
} | null {
  const index = headings.findIndex((heading) => STAMP_KEYS.has(plainKey(heading)))
  const heading = headings[index]
  if (heading === undefined) return null
  return { heading, stampOf: ({ cells }) => stampIn(cells[index] ?? null) }
}

function stampIn(value: RawValue): number | null {
  const text = cleanText(value)
  if (/^\d+(\.\d+)?$/.test(text)) return stampOfNumber(Number(text))
  const read = readDate(value, false, 'unknown')
  return 'code' in read ? null : held(read.epochMinutes * 60)
}

function stampOfNumber(number: number): number | null {
  if (number >= LEAST_MILLISECONDS) return held(number / 1000)
  return held(number < MOST_FINE ? number * FINE : number)
}

function held(seconds: number): number | null {
  const whole = Math.floor(seconds)
  return whole >= 0 && whole < 2 ** 32 - 2 ? whole : null
}
