/** Minutes since 1970-01-01T00:00Z: how columns hold an instant. */
export function epochMinutesOf(instantAt: string): number {
  return Date.parse(instantAt) / 60_000
}

/** The UTC ISO instant of a count of minutes, to the second: `2026-11-22T12:00:00Z`. */
export function instantOf(epochMinutes: number): string {
  return `${new Date(Math.round(epochMinutes * 60_000)).toISOString().slice(0, 19)}Z`
}

/** Half-open: in force from `from` up to, but not at, `to`; null is open-ended. */
export function isWithin(
  epochMinutes: number,
  validFrom: string | null,
  validTo: string | null,
): boolean {
  if (validFrom !== null && epochMinutes < epochMinutesOf(validFrom)) return false
  return validTo === null || epochMinutes < epochMinutesOf(validTo)
}
