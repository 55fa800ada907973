import {
  durationText,
  grouped,
  NOTHING,
  percent,
  type Shown,
  signed,
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
