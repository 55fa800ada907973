import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import type { Grievance } from '#core/records/grievance.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { type DisclosedTable, discloseCounts } from '../disclosure.ts'

/** How a grievance stands at an instant. */
export type GrievanceState = {
  readonly isOpen: boolean
  readonly isAnswered: boolean
  /** Open, without an answer, and longer so than allowed. */
  readonly isOverdue: boolean
  readonly waitedDays: number
}

/** Open is what is neither resolved nor referred; what was raised later is not there yet. */
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

/** Counts by row and column, of all and of a part of them. */
export type Crossing = { readonly row: number; readonly column: number; readonly isPart: boolean }

/**
 * Two tables that may stand side by side: all, and a part. Where the rest of a count would be small,
 * the part is hidden too, for the rest can be worked out.
 */
export function discloseAllAndPart(
  crossings: readonly Crossing[],
  size: { readonly rows: number; readonly columns: number },
): { readonly all: DisclosedTable; readonly part: DisclosedTable; readonly counts: Counts } {
  const table = () =>
    Array.from({ length: size.rows }, () => new Array<number>(size.columns).fill(0))
  const counts = { all: table(), part: table() }
  for (const { row, column, isPart } of crossings) {
    counts.all[row]![column]!++
    if (isPart) counts.part[row]![column]!++
  }
  const rest = counts.all.map((row, r) => row.map((count, c) => count - counts.part[r]![c]!))
  const isSmall = (count: number) => count > 0 && count < LEAST_CELL_COUNT
  const restAt = (row: number, column: number) => {
    const rows = row < size.rows ? [rest[row]!] : rest
    return rows.reduce(
      (sum, own) =>
        sum + (column < size.columns ? own[column]! : own.reduce((all, count) => all + count, 0)),
      0,
    )
  }
  return {
    counts,
    all: discloseCounts(counts.all),
    part: discloseCounts(counts.part, LEAST_CELL_COUNT, (row, column) =>
      isSmall(restAt(row, column)),
    ),
  }
}

type Counts = {
  readonly all: readonly (readonly number[])[]
  readonly part: readonly (readonly number[])[]
}

/** A count as a table may print it: a small one as "<5", one that would give another away as "…". */
export function shownCount(shown: number | null, count: number): string {
  if (shown !== null) return String(shown)
  return count > 0 && count < LEAST_CELL_COUNT ? `<${LEAST_CELL_COUNT}` : '…'
}
