import { decimal, grouped, peopleShown, percent, type Shown } from '#core/figures.ts'

/** People in at most three digits, as a room remembers them: `940`, `8.1 k`, `355 k`, `4.38 M`. */
export function wallPeople(count: number): Shown {
  const size = Math.abs(count)
  if (size < 1000) return { value: grouped(count), unit: '' }
  return size < 9_950 ? { value: decimal(count / 1000, 1), unit: 'k' } : peopleShown(count)
}

/** The same with its sign. */
export function signedWallPeople(count: number): Shown {
  const { value, unit } = wallPeople(count)
  return { value: Math.round(count) > 0 ? `+${value}` : value, unit }
}

/** A figure with its unit in one piece, which no line break parts. */
export function textOf({ value, unit }: Shown): string {
  return unit ? `${value}\u00a0${unit}` : value
}

/** A share in per cent, in one piece. */
export function percentText(share: number, decimals = 1): string {
  return textOf({ value: percent(share, decimals), unit: '%' })
}
