/** The calendar month (UTC) of an instant as year × 12 + month, January being 0. */
export function monthOf(epochMinutes: number): number {
  const date = new Date(epochMinutes * 60_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** Minutes since 1970 at which a month begins. */
export function monthStart(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12) / 60_000
}
