import type { RawValue } from '../../raw-table.ts'
import { cleanText } from './clean-text.ts'

/** A number, or why there is none. A comma that may be a decimal sign is never guessed at. */
export type NumberReading = number | 'missing' | 'unreadable' | 'decimalComma'

const MISSING = /^(n\/?a|nan|null|none|nil|unknown|inconnue?|desconocid[oa]|-+|\.|_|\?)?$/i
const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i
const WITH_COMMA = /^[-+]?\d+,\d+$/
const GROUPED = /^[-+]?\d{1,3}([, '\u00a0\u202f]\d{3})+(\.\d+)?$/

/** Whether a cell says "nothing known": empty, "N/A", "-", "unknown" and the like. */
export function isMissing(value: RawValue): boolean {
  return MISSING.test(cleanText(value))
}

/**
 * The number of a cell, strictly: "0x10", "6.3abc" and "1 2" are refused, "" is missing, never 0.
 *
 * @param allowsComma whether the column writes decimal commas throughout.
 */
export function readNumber(value: RawValue, allowsComma = false): NumberReading {
  if (typeof value === 'number') return value
  if (typeof value === 'string' && PLAIN.test(value)) return Number(value)
  const text = cleanText(value).replace(/[\u2212\u2013]/g, '-')
  if (MISSING.test(text)) return 'missing'
  if (PLAIN.test(text)) return Number(text)
  if (WITH_COMMA.test(text)) return allowsComma ? Number(text.replace(',', '.')) : 'decimalComma'
  return 'unreadable'
}

/** A count with or without thousands marks: "1,234", "1 234", "12.0"; null if it is none. */
export function readCount(value: RawValue): number | null {
  const text = cleanText(value)
  const plain = GROUPED.test(text) ? text.replace(/[, '\u00a0\u202f]/g, '') : text
  const number = readNumber(plain)
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}
