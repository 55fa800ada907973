import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { countyOf } from '#core/county-level.ts'
import { monthOf } from '#core/time/months.ts'
import { countyHolding } from '../county-holding.ts'
import type { Batch, ImportContext } from '../kind.ts'
import type { Located } from '../locate.ts'
import { batchOf } from '../provenance.ts'
import type { Sheet } from '../sheet.ts'

/** Counts protected incidents by county and month; nothing else of them is ever kept. */
export type ProtectedTally = {
  /** @param areaId of a county; null: not known. */
  readonly add: (areaId: string | null, month: number, incidentCount: number) => void
  /** How many there are by now. */
  readonly incidentCount: () => number
  /**
   * Null where there are none. Undated, so that it ages no other picture.
   *
   * @param isCounted they came as counts, which say the same in whatever file; cases taken out of two
   *   registers may be two though county and month are one.
   */
  readonly batch: (sheet: Sheet, context: ImportContext, isCounted: boolean) => Batch | null
}

type Row = { readonly areaId: string | null; readonly month: number; count: number }

export function protectedTally(): ProtectedTally {
  const rows = new Map<string, Row>()
  let incidentCount = 0
  return {
    add: (areaId, month, count) => {
      const key = `${month} ${areaId ?? ''}`
      const row = rows.get(key) ?? { areaId, month, count: 0 }
      row.count += count
      incidentCount += count
      rows.set(key, row)
    },
    incidentCount: () => incidentCount,
    batch: (sheet, context, isCounted) => {
      if (rows.size === 0) return null
      const about = {
        kind: 'protectedIncidents',
        title: 'Protected incidents',
        sensitivity: 'severe',
        asOfEpochMinutes: null,
        ...(isCounted ? {} : { isOfItsFile: true as const }),
      } as const
      return batchOf(about, columnsOf([...rows.values()]), { sheet, context })
    },
  }
}

/** By month, then by county. */
function columnsOf(unordered: readonly Row[]): Columns {
  const rows = unordered.toSorted(
    (a, b) => a.month - b.month || ((a.areaId ?? '') < (b.areaId ?? '') ? -1 : 1),
  )
  return {
    rowCount: rows.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(rows.map(({ areaId }) => areaId)),
      month: numberColumn(rows.map(({ month }) => month)),
      incidentCount: numberColumn(rows.map(({ count }) => count)),
    },
  }
}

/** Takes single incidents into a tally: the county and the month of each, and no more. */
export function protectedCounter(
  tally: ProtectedTally,
  { document }: ImportContext,
): (place: Located, occurredEpochMinutes: number) => void {
  const { areas } = document.tables
  const holding = countyHolding(areas)
  return ({ named, position }, occurredEpochMinutes) => {
    const county = countyOf(areas, named?.areaId ?? null) ?? holding(position)
    tally.add(county, monthOf(occurredEpochMinutes), 1)
  }
}
