import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'

const BASE = 5

/**
 * A count as it is told outside the staff: to the nearest 5, always in the same way, so that one entry
 * more or less seldom shows in the next report and never tells how many there were.
 */
export function roundedCount(count: number | null): number | null {
  return count === null ? null : BASE * Math.round(count / BASE)
}

/** Whether a count points at nobody: none, or k and more. */
export function isTellable(count: number): boolean {
  return count === 0 || count >= LEAST_CELL_COUNT
}
