const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

/**
 * Date-time group in Zulu time: `221200Z NOV 26`.
 *
 * @throws RangeError if the instant is not a date.
 */
export function dateTimeGroup(instantAt: string): string {
  const date = new Date(instantAt)
  if (Number.isNaN(date.getTime())) throw new RangeError(`"${instantAt}" is not an instant`)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = two(date.getUTCDate())
  const hours = two(date.getUTCHours())
  const minutes = two(date.getUTCMinutes())
  const year = two(date.getUTCFullYear() % 100)
  return `${day}${hours}${minutes}Z ${MONTHS[date.getUTCMonth()]} ${year}`
}
