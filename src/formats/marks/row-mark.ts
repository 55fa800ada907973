import { Sensitivity } from '#core/place.ts'
import { highestLabel } from '#core/sensitivity-order.ts'
import type { RawRecord, RawValue } from '../raw-table.ts'

/** The heading over the marks of rows that may be torn from their notes; it also says that the table is ours. */
export const ROW_MARK = 'cg_export'

const BETWEEN = ' · '

/** The mark of a row: handling mark, date-time group and label. */
export function rowMarkText(marking: string, dateTimeGroup: string, label: Sensitivity): string {
  return [marking, dateTimeGroup, label].join(BETWEEN)
}

/** Finds the highest label among the marks of rows. */
export type MarkTally = {
  readonly add: (records: readonly RawRecord[]) => void
  /** Null: no row bears a label. */
  readonly highest: () => Sensitivity | null
}

/** Starts a tally for tables with these headings. */
export function markTally(headings: readonly string[]): MarkTally {
  const at = headings.indexOf(ROW_MARK)
  let highest: Sensitivity | null = null
  let last: RawValue = null
  return {
    add: (records) => {
      if (at < 0) return
      for (const { cells } of records) {
        const mark = cells[at] ?? null
        if (mark === last) continue
        last = mark
        highest = highestLabel([highest, labelAtEnd(String(mark))])
      }
    },
    highest: () => highest,
  }
}

function labelAtEnd(mark: string): Sensitivity | null {
  return Sensitivity.options.find((label) => mark.endsWith(`${BETWEEN}${label}`)) ?? null
}
