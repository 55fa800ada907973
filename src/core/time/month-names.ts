/** Months as a date-time group writes them, January first. */
export const MONTH_NAMES: readonly string[] =
  'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
