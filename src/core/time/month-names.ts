/** Months as a date-time group writes them, January first. */
export const MONTH_NAMES: readonly string[] =
  'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

/** The same in full. */
export const MONTHS_IN_FULL: readonly string[] =
  'January February March April May June July August September October November December'.split(' ')

/** The months (1–12) from a first to a last one, over the year end where the last comes before it; in order. */
export function monthsThrough(first: number, last: number): number[] {
  const isOver = last < first
  return MONTH_NAMES.map((_, i) => i + 1).filter((month) =>
    isOver ? month >= first || month <= last : month >= first && month <= last,
  )
}
