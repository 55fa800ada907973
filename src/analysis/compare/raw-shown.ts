import {
  decimal,
  durationText,
  grouped,
  NOTHING,
  peopleShown,
  peopleText,
  percent,
  type Shown,
  usdShown,
} from '#core/figures.ts'

/** What a value is in: a unit of its measure, or without a measure whatever word people gave. */
export type ValueOf = { readonly unit: string; readonly measureId: string | null }

/**
 * A raw value in at most four figures, by the unit of its measure. A word that people gave is no unit of
 * measures, though it may be the same word: a judged "share" of 7 is no 700 %.
 */
export function rawShown(value: number | null, { unit, measureId }: ValueOf): Shown {
  if (value === null || !Number.isFinite(value)) return { value: NOTHING, unit: '' }
  const most = (measureId === null ? null : MOST_IN_FIGURES[unit]) ?? 1e9
  const isBeyond = Math.abs(value) >= most
  if (measureId === null) {
    return { value: isBeyond ? beyondFigures(value, '').value : plain(value), unit }
  }
  if (isBeyond) return beyondFigures(value, unit)
  switch (unit) {
    case 'share':
      return { value: percent(value, Math.abs(value) < 0.1 ? 1 : 0), unit: '%' }
    case 'people':
      return /^under/.test(peopleText(value))
        ? { value: peopleText(value), unit: '' }
        : peopleShown(value)
    case 'minutes':
      return { value: durationText(value), unit: '' }
    case 'USD':
      return usdShown(value)
    case 'communities':
    case 'moves':
    case 'vehicles':
      return { value: grouped(value), unit: '' }
    default:
      return { value: plain(value), unit }
  }
}

/** From here on a value would take more room than a cell has; people type what they like. */
const MOST_IN_FIGURES: Readonly<Record<string, number>> = { share: 1e5, people: 1e10, USD: 1e10 }

/** What stands after a value; people, communities, moves and vehicles stand alone. */
const WORD_OF: Readonly<Record<string, string>> = {
  ...{ share: '%', minutes: 'min', USD: '$' },
  ...{ people: '', communities: '', moves: '', vehicles: '' },
}

/** `1e12`, `2.5e12`. */
function beyondFigures(value: number, unit: string): Shown {
  const raw = unit === 'share' ? 100 * value : value
  const word = WORD_OF[unit] ?? unit
  const text = Math.abs(raw).toExponential(1).replace('.0e', 'e').replace('+', '')
  return { value: raw < 0 ? `−${text}` : text, unit: word }
}

/** As many decimals as were written, two at most. */
function plain(value: number): string {
  const decimals = [0, 1, 2].find((count) => Number(value.toFixed(count)) === value) ?? 2
  return decimal(value, decimals)
}
