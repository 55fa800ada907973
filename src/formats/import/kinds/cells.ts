import { numberColumn, textColumn } from '#core/columns/columns.ts'
import type { ImportKind } from '../kind.ts'
import { batchOf } from '../provenance.ts'

/** Fifteen hexadecimal digits, as H3 writes a cell. */
const CELL = /^8[0-9a-f]{14}$/i

/** People by H3 cell, as this program and others that count by cells hand them out. */
export const cellsKind: ImportKind = {
  id: 'cells',
  title: 'population by cell',
  fields: [
    { field: 'h3', aliases: ['h3_cell', 'h3', 'h3_index', 'hex_id'] },
    { field: 'people', aliases: ['population', 'pop', 'people_count'], holds: 'number' },
  ],
  needs: ['h3', 'people'],
  fit: (sheet) => {
    const isCells = sheet.table.records.some((record) => CELL.test(sheet.text(record, 'h3')))
    return sheet.has('h3') && sheet.has('people') && isCells ? 0.96 : 0
  },
  read(sheet, ledger, context) {
    const cells: string[] = []
    const people: (number | null)[] = []
    const taken = new Set<string>()
    for (const record of sheet.table.records) {
      const cell = sheet.text(record, 'h3').toLowerCase()
      if (!CELL.test(cell)) ledger.refuse(record, 'cell-unknown', `"${cell}" is no H3 cell`)
      else if (taken.has(cell))
        ledger.refuse(record, 'duplicate-id', `"${cell}" stands there twice`)
      else {
        taken.add(cell)
        cells.push(cell)
        people.push(sheet.number(record, 'people'))
      }
    }
    if (cells.length === 0) return { acceptedCount: 0, rows: {}, batches: [] }
    const batch = batchOf(
      {
        kind: 'population',
        title: 'Population by cell',
        sensitivity: 'low',
        asOfEpochMinutes: null,
      },
      {
        rowCount: cells.length,
        geometry: { type: 'none' },
        fields: { cell: textColumn(cells), peopleCount: numberColumn(people) },
      },
      { sheet, context },
    )
    return { acceptedCount: cells.length, rows: {}, batches: [batch] }
  },
}
