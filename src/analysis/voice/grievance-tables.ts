import type { Grievance } from '#core/records/grievance.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

/** How a grievance stands at an instant. */
export type GrievanceState = {
  readonly isOpen: boolean
  readonly isAnswered: boolean
  /** Open, without an answer, and longer so than allowed. */
  readonly isOverdue: boolean
  readonly waitedDays: number
}

/**
 * Open is what is neither resolved nor referred today, for no record says since when; answers and
 * waits are those of the instant.
 */
export function stateOf(
  { status, raisedAt, respondedAt }: Grievance,
  atEpochMinutes: number,
  overdueDays: number,
): GrievanceState {
  const isOpen = status === 'open' || status === 'inProgress'
  const isAnswered = respondedAt !== null && epochMinutesOf(respondedAt) <= atEpochMinutes
  const waitedDays = (atEpochMinutes - epochMinutesOf(raisedAt)) / 1440
  return {
    isOpen,
    isAnswered,
    waitedDays,
    isOverdue: isOpen && !isAnswered && waitedDays > overdueDays,
  }
}

/** How many fall into each row and column. */
export function countTable(
  crossings: readonly { readonly row: number; readonly column: number }[],
  size: { readonly rows: number; readonly columns: number },
): readonly (readonly number[])[] {
  const counts = Array.from({ length: size.rows }, () => new Array<number>(size.columns).fill(0))
  for (const { row, column } of crossings) counts[row]![column]!++
  return counts
}
