import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import type { ExportCell } from '../export/export-table.ts'

/** What stands in place of a count of people that is too small to be told. */
export const FEW = `under ${LEAST_CELL_COUNT}`

/** What stands in place of a count that would tell of a small one. */
export const HIDDEN = 'withheld'

/** A raw value: people are whole, and a few of them only few (analysis.md §9). */
export function figureCell(value: number | null, unit: string): ExportCell {
  if (value === null || !Number.isFinite(value)) return null
  return isFew(value, unit) ? FEW : unit === 'people' ? Math.round(value) : rounded(value)
}

/** Whether a value counts so few people that nothing which follows from it may stand beside it. */
export function isFew(value: number | null, unit: string): boolean {
  if (unit !== 'people' || value === null) return false
  return value > 0 && Math.round(value) < LEAST_CELL_COUNT
}

/** Six significant digits more than anybody reads: without the last bits of sums. */
export function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(12))
}
