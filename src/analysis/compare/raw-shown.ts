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

/** A raw value in at most four figures, by the unit of its measure or the word that people gave. */
export function rawShown(value: number | null, unit: string): Shown {
  if (value === null || !Number.isFinite(value)) return { value: NOTHING, unit: '' }
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

/** As many decimals as were written, two at most. */
function plain(value: number): string {
  const decimals = [0, 1, 2].find((count) => Number(value.toFixed(count)) === value) ?? 2
  return decimal(value, decimals)
}
