import { type Columns, categoriesOf, type Geometry, labelAt } from '#core/columns/columns.ts'
import type { LonLat } from '#core/place.ts'
import { epochMinutesOf } from '#core/time/instant.ts'

/** The instant for which the built-in operation is planned. */
export const PLANNED_EPOCH_MINUTES = epochMinutesOf('2026-11-22T12:00:00Z')

export const MINUTES_PER_DAY = 1440

export function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0)
}

/** How often each value comes; a missing one counts under the empty text. */
export function countsOf(values: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value ?? ''] = (counts[value ?? ''] ?? 0) + 1
  return counts
}

/** A category column as one label a row. */
export function labelsOf(columns: Columns, field: string): (string | null)[] {
  const column = categoriesOf(columns, field)
  return Array.from(column.codes, (_, row) => labelAt(column, row))
}

/**
 * Where the rows lie.
 *
 * @throws Error if they are no points.
 */
export function pointsOf({ geometry }: Columns): LonLat[] {
  if (geometry.type !== 'points') throw new Error('no points')
  return Array.from({ length: geometry.positions.length / 2 }, (_, i) => vertexAt(geometry, i))
}

/**
 * The lines of the rows.
 *
 * @throws Error if they are none.
 */
export function linesOf({ geometry }: Columns): Extract<Geometry, { readonly type: 'lines' }> {
  if (geometry.type !== 'lines') throw new Error('no lines')
  return geometry
}

export function vertexAt(line: { readonly positions: Float64Array }, vertex: number): LonLat {
  return [line.positions[2 * vertex]!, line.positions[2 * vertex + 1]!]
}
