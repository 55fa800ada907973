import { type Columns, categoriesOf, numbersOf } from './columns.ts'

/** Which rows count; what is left out lets everything through. */
export type RowFilter = {
  /** By number field, from one value to before another; a missing number never passes. */
  readonly ranges?: Readonly<Record<string, readonly [from: number, to: number]>>
  /** West, south, east, north, borders included; for rows that are points. */
  readonly extentDegrees?: readonly [number, number, number, number]
}

/** How the rows that count are grouped. */
export type RowGroups = {
  /** A category field. */
  readonly by: string
  /** Bin i holds `from + i · width` to before `from + (i + 1) · width`; rows outside of all do not count. */
  readonly bins?: BinsOfField
}

type BinsOfField = {
  readonly field: string
  readonly from: number
  readonly width: number
  readonly count: number
}

/** How many rows are in each group. */
export type RowCounts = {
  readonly labels: readonly string[]
  /** Bin by bin; in each one count a label, then one for rows without a label. */
  readonly counts: Uint32Array
}

/**
 * Filters rows and counts them by a category and by bins, a column after the other: 3 million rows by
 * time, severity and extent take 100 to 150 ms on two shared cores. One byte a row is kept meanwhile.
 *
 * @throws Error if a field is missing or of another type.
 */
export function countRows(columns: Columns, filter: RowFilter, groups: RowGroups): RowCounts {
  const isOut = new Uint8Array(columns.rowCount)
  for (const [field, [from, to]] of Object.entries(filter.ranges ?? {})) {
    const values = numbersOf(columns, field)
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!
      if (!(value >= from && value < to)) isOut[row] = 1
    }
  }
  if (filter.extentDegrees) leaveOutside(columns, filter.extentDegrees, isOut)
  const { codes, labels } = categoriesOf(columns, groups.by)
  const { bins } = groups
  const width = labels.length + 1
  const counts = new Uint32Array(width * (bins?.count ?? 1))
  if (bins) countBinned(counts, numbersOf(columns, bins.field), bins, { codes, width, isOut })
  else countAll(counts, { codes, width, isOut })
  return { labels, counts }
}

type Coded = {
  readonly codes: Int32Array
  /** Counts a bin. */
  readonly width: number
  readonly isOut: Uint8Array
}

function leaveOutside(
  { geometry }: Columns,
  [west, south, east, north]: readonly [number, number, number, number],
  isOut: Uint8Array,
): void {
  if (geometry.type !== 'points') throw new Error('only points lie in an extent')
  const { positions } = geometry
  for (let row = 0; row < isOut.length; row++) {
    const lon = positions[2 * row]!
    const lat = positions[2 * row + 1]!
    if (lon < west || lon > east || lat < south || lat > north) isOut[row] = 1
  }
}

function countAll(counts: Uint32Array, { codes, width, isOut }: Coded): void {
  for (let row = 0; row < codes.length; row++) {
    if (isOut[row] === 1) continue
    const code = codes[row]!
    counts[code < 0 ? width - 1 : code]!++
  }
}

function countBinned(
  counts: Uint32Array,
  values: Float64Array,
  { from, width: binWidth, count }: BinsOfField,
  { codes, width, isOut }: Coded,
): void {
  for (let row = 0; row < codes.length; row++) {
    if (isOut[row] === 1) continue
    const bin = Math.floor((values[row]! - from) / binWidth)
    if (!(bin >= 0 && bin < count)) continue
    const code = codes[row]!
    counts[bin * width + (code < 0 ? width - 1 : code)]!++
  }
}
