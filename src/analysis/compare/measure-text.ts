import {
  durationText,
  grouped,
  NOTHING,
  peopleInFull,
  percent,
  type Shown,
  signed,
  TIE,
  usdShown,
} from '#core/figures.ts'
import type { MeasureUnit } from './measures/measure.ts'

type Unit = MeasureUnit

/** A measure as it stands in the table. */
export function measureShown(value: number | null, unit: Unit): Shown {
  if (value === null) return { value: NOTHING, unit: '' }
  if (unit === 'share') return { value: percent(value, 1), unit: '%' }
  if (unit === 'minutes') return { value: durationText(value), unit: '' }
  if (unit === 'USD') return usdShown(value)
  return { value: grouped(value), unit: '' }
}

/** The same within a sentence, what is counted aside: `45.2 %`, `2 h 54`, `12 300`. */
export function measureText(value: number | null, unit: Unit): string {
  if (value !== null && unit === 'people') return peopleInFull(value)
  return tied(measureShown(value, unit))
}

/** A difference within a sentence: `+4.3 pts`. */
export function differenceText(difference: number | null, unit: Unit): string {
  return tied(differenceShown(difference, unit))
}

function tied({ value, unit }: Shown): string {
  return unit ? `${value}${TIE}${unit}` : value
}

/** A difference, with its sign. */
export function differenceShown(difference: number | null, unit: Unit): Shown {
  if (difference === null) return { value: NOTHING, unit: '' }
  if (unit === 'share') return { value: signed(100 * difference, 1), unit: 'pts' }
  if (unit === 'minutes') return { value: signed(difference), unit: 'min' }
  if (unit === 'USD') {
    const shown = usdShown(difference)
    return { ...shown, value: difference > 0 ? `+${shown.value}` : shown.value }
  }
  return { value: signed(difference), unit: '' }
}

/** Whether a difference is too small to show in the table's own figures. */
export function isNoChange(difference: number | null, unit: Unit): boolean {
  if (difference === null) return false
  return !/[1-9]/.test(differenceShown(difference, unit).value)
}
