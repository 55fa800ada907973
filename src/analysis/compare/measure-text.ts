import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import {
  decimal,
  durationText,
  grouped,
  NOTHING,
  peopleInFull,
  peopleShown,
  percent,
  type Shown,
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

function tied({ value, unit }: Shown): string {
  return unit ? `${value}${TIE}${unit}` : value
}

/** Two values as they stand beside what is other between them. */
export type Beside = {
  readonly value: Shown
  readonly other: Shown
  /** Of the figures as they are shown, with its sign, so that whoever subtracts comes to the same. */
  readonly difference: Shown
}

/**
 * Two values of a measure and the first less the second. Where their rounding would hide a difference
 * that shows, both have one more decimal, or the next finer unit.
 *
 * @param unit `peopleInFew`: as a narrow column has people, `2.27 M`.
 */
export function besideShown(
  value: number | null,
  other: number | null,
  unit: Unit | 'peopleInFew',
): Beside {
  if (value === null || other === null) {
    const [usual] = waysOf(unit)
    const unsaid = { value: NOTHING, unit: '' }
    const shown = (each: number | null) =>
      each === null ? unsaid : usual!.shown(usual!.rounded(each))
    return { value: shown(value), other: shown(other), difference: unsaid }
  }
  const isHidden = (ways: Ways) => ways.rounded(value) === ways.rounded(other)
  const [usual, ...finer] = waysOf(unit)
  const ways =
    isHidden(usual!) && !isNoChange(value - other, unit === 'peopleInFew' ? 'people' : unit)
      ? (finer.find((each) => !isHidden(each)) ?? usual!)
      : usual!
  const [own, its] = [ways.rounded(value), ways.rounded(other)]
  const difference = ways.difference(own - its)
  return {
    value: ways.shown(own),
    other: ways.shown(its),
    difference: { ...difference, value: `${own > its ? '+' : ''}${difference.value}` },
  }
}

/** The same within a sentence: `45.2 %`, `34.1 %` and `+11.1 pts`. */
export function besideText(value: number | null, other: number | null, unit: Unit) {
  const shown = besideShown(value, other, unit)
  const textOf = (each: number | null, figure: Shown) =>
    unit === 'people' && isFewPeople(each) ? measureText(each, unit) : tied(figure)
  return {
    value: textOf(value, shown.value),
    other: textOf(other, shown.other),
    difference: tied(shown.difference),
  }
}

function isFewPeople(count: number | null): boolean {
  return count !== null && count > 0 && Math.round(count) < LEAST_CELL_COUNT
}

/** How values are rounded to whole steps, and what stands for so many of these. */
type Ways = {
  rounded(value: number): number
  shown(steps: number): Shown
  difference(steps: number): Shown
}

/** Of a unit, as tables have it first, finer ones after it. */
function waysOf(unit: Unit | 'peopleInFew'): readonly Ways[] {
  if (unit === 'peopleInFew') return PEOPLE_IN_FEW
  if (unit === 'share') return [1, 2, 3].map(shareWays)
  if (unit === 'minutes') return MINUTES
  if (unit === 'USD') return USD
  return [0, 1].map(countWays)
}

function shareWays(decimals: number): Ways {
  const steps = 10 ** decimals
  const text = (count: number) => decimal(count / steps, decimals)
  return {
    // As `percent` rounds, which is by what the machine's number is.
    rounded: (share) => Math.round(steps * Number((100 * share).toFixed(decimals))),
    shown: (count) => ({ value: text(count), unit: '%' }),
    difference: (count) => ({ value: count === 0 ? '0' : text(count), unit: 'pts' }),
  }
}

function countWays(decimals: number): Ways {
  const steps = 10 ** decimals
  const shown = (count: number) => ({ value: decimal(count / steps, decimals), unit: '' })
  return { rounded: (value) => Math.round(steps * value), shown, difference: shown }
}

/** As a narrow column has people, and to the last one. */
const PEOPLE_IN_FEW: readonly Ways[] = [
  {
    rounded: (count) => {
      const size = Math.abs(count)
      const step = size < 10_000 ? 1 : size < 999_500 ? 1000 : 10_000
      return step * Math.round(count / step)
    },
    shown: peopleShown,
    difference: (count) =>
      Math.abs(count) >= 10_000 && count % 1000 === 0
        ? { value: grouped(count / 1000), unit: 'k' }
        : { value: grouped(count), unit: '' },
  },
  countWays(0),
]

/** Whole minutes, from a day on in whole hours; then whole minutes; then tenths of them. */
const MINUTES: readonly Ways[] = [
  {
    rounded: (minutes) => {
      const whole = Math.round(minutes)
      return Math.abs(whole) < DAY_MINUTES ? whole : 60 * Math.round(whole / 60)
    },
    shown: (minutes) => ({ value: durationText(minutes), unit: '' }),
    difference: minutesInFull,
  },
  { rounded: Math.round, shown: minutesInFull, difference: minutesInFull },
  {
    rounded: (minutes) => Math.round(10 * minutes),
    shown: (tenths) => ({ value: decimal(tenths / 10), unit: 'min' }),
    difference: (tenths) => ({ value: decimal(tenths / 10), unit: 'min' }),
  },
]

const DAY_MINUTES = 24 * 60

/** `31 h 05`, where hours alone would not add up. */
function minutesInFull(minutes: number): Shown {
  const size = Math.abs(minutes)
  if (size < 60) return { value: grouped(minutes), unit: 'min' }
  const text = `${grouped(Math.floor(size / 60))} h ${String(size % 60).padStart(2, '0')}`
  return { value: minutes < 0 ? `−${text}` : text, unit: '' }
}

/** As tables have them; then in thousands; then to the dollar. */
const USD: readonly Ways[] = [
  { rounded: asTabled, shown: usdShown, difference: usdInFull },
  { rounded: (usd) => 1000 * Math.round(usd / 1000), shown: usdInFull, difference: usdInFull },
  { rounded: Math.round, shown: usdInFull, difference: usdInFull },
]

/** The dollars that `usdShown` stands for. */
function asTabled(usd: number): number {
  if (Math.abs(usd) >= 999_500) return 10_000 * Math.round(100 * Number((usd / 1e6).toFixed(2)))
  return Math.abs(usd) >= 1000 ? 1000 * Math.round(usd / 1000) : Math.round(usd)
}

/** In the largest unit that leaves nothing out. */
function usdInFull(usd: number): Shown {
  if (usd % 1000 !== 0) return { value: grouped(usd), unit: '$' }
  const isLarge = Math.abs(usd) >= 999_500 && usd % 10_000 === 0
  if (isLarge || usd === 0) return usdShown(usd)
  return { value: grouped(usd / 1000), unit: 'k$' }
}

/** Whether a difference is too small to show in the table's own figures. */
export function isNoChange(difference: number | null, unit: Unit): boolean {
  if (difference === null) return false
  return !/[1-9]/.test(sizeShown(Math.abs(difference), unit))
}

function sizeShown(size: number, unit: Unit): string {
  if (unit === 'share') return percent(size, 1)
  return unit === 'USD' ? usdShown(size).value : grouped(size)
}
