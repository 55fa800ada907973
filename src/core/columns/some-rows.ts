import type { Columns } from './columns.ts'
import { reorderedColumn, reorderedPositions } from './reordered.ts'

/**
 * Some rows of a batch, in the order given.
 *
 * @throws Error for lines: nobody takes tracks apart.
 */
export function someRows({ geometry, fields }: Columns, rows: Uint32Array): Columns {
  if (geometry.type === 'lines') throw new Error('lines are not taken apart')
  return {
    rowCount: rows.length,
    geometry:
      geometry.type === 'none'
        ? geometry
        : { type: 'points', positions: reorderedPositions(geometry.positions, rows) },
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, column]) => [name, reorderedColumn(column, rows)]),
    ),
  }
}
