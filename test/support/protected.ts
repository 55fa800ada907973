import { type Columns, categoryColumn, numberColumn, numbersOf } from '#core/columns/columns.ts'
import type { OperationContents } from '#core/operation-file.ts'

/** Months count from year 0: `2026 * 12` is January 2026. */
export type ProtectedRow = readonly [areaId: string | null, month: number, count: number]

/** Columns of protected incidents by county and month. */
export function protectedColumns(rows: readonly ProtectedRow[]): Columns {
  return {
    rowCount: rows.length,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(rows.map(([areaId]) => areaId)),
      month: numberColumn(rows.map(([, month]) => month)),
      incidentCount: numberColumn(rows.map(([, , count]) => count)),
    },
  }
}

/** How many protected incidents all datasets of an operation hold together. */
export function protectedOnRecord({ document, columns }: OperationContents): number {
  return [...document.tables.datasets.values()]
    .filter(({ kind }) => kind === 'protectedIncidents')
    .flatMap(({ id }) => [...numbersOf(columns.get(id)!, 'incidentCount')])
    .reduce((sum, count) => sum + count, 0)
}
