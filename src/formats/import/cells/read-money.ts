import type { RawValue } from '../../raw-table.ts'
import { cleanText } from './clean-text.ts'
import { isMissing } from './read-number.ts'

/** US dollars, or why there are none. */
export type MoneyReading = number | 'missing' | 'unreadable' | 'ambiguous' | 'otherCurrency'

const DOLLARS =
  /^(?:usd?\s*\$|us\s+dollars?|u\.s\.\s*dollars?|usd|dollars?|\$)|(?:usd?\s*\$|us\s+dollars?|usd|dollars?|\$)$/i
const OTHER = /^\p{L}{1,3}\.?\s*[\d]|\d\s*\p{L}{3}$|[€£¥₦₵]/u
const DIGITS = /^\d+(\.\d*)?$|^\.\d+$/
const GROUPS = {
  comma: /^\d{1,3}(,\d{3})+(\.\d+)?$/,
  blank: /^\d{1,3}([ '’\u00a0\u202f]\d{3})+([.,]\d+)?$/,
  point: /^\d{1,3}(\.\d{3}){2,}(,\d+)?$|^\d{1,3}(\.\d{3})+,\d+$/,
  decimalComma: /^\d+,(\d{1,2}|\d{4,})$/,
}
const MAYBE_GROUPED = /^\d{1,3}\.\d{3}$/
const SURELY_DECIMAL = /\d\.(\d{1,2}|\d{4,})\D*$/

/** Whether a cell shows that its column writes decimals with a point. */
export function showsPoints(value: RawValue): boolean {
  return typeof value === 'string' && SURELY_DECIMAL.test(cleanText(value))
}

/**
 * An amount in US dollars, with or without "USD" and thousands marks: "USD 12,500", "12 500", "$12.5".
 * Below zero, beyond all numbers and in other currencies there is none; "12.500" is twelve and a half only
 * where the column shows decimal points.
 *
 * @param hasPoints whether other cells of the column show decimal points; see `showsPoints`.
 */
export function readMoney(value: RawValue, hasPoints: boolean): MoneyReading {
  if (typeof value === 'number') return amount(value)
  if (isMissing(value)) return 'missing'
  const text = cleanText(value)
  const bare = text.replace(DOLLARS, '').trim()
  if (MAYBE_GROUPED.test(bare) && !hasPoints) return 'ambiguous'
  if (DIGITS.test(bare) || /^\d+(\.\d+)?e[-+]?\d{1,3}$/i.test(bare)) return amount(Number(bare))
  if (GROUPS.comma.test(bare)) return amount(Number(bare.replaceAll(',', '')))
  if (GROUPS.blank.test(bare)) {
    return amount(Number(bare.replace(/[ '’\u00a0\u202f]/g, '').replace(',', '.')))
  }
  if (GROUPS.point.test(bare)) {
    return amount(Number(bare.replaceAll('.', '').replace(',', '.')))
  }
  if (GROUPS.decimalComma.test(bare)) return amount(Number(bare.replace(',', '.')))
  return OTHER.test(bare) ? 'otherCurrency' : 'unreadable'
}

function amount(number: number): MoneyReading {
  return Number.isFinite(number) && number >= 0 ? number : 'unreadable'
}
