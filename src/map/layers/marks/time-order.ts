/** Rows of a dataset sorted by time: a time window is then a range of places. */
export type TimeOrder = {
  /** Row at each place. */
  readonly rows: Uint32Array
  /** Minutes since 1970 at each place, ascending; rows without a date (NaN) come last. */
  readonly epochMinutes: Float64Array
  readonly datedCount: number
}

/**
 * Sorts rows by their instant; equal ones keep their order. Done once a dataset: 100,000 rows take
 * 1 ms when they are in order already, 60 ms when they are not.
 */
export function timeOrder(epochMinutes: Float64Array): TimeOrder {
  const rows = Uint32Array.from(epochMinutes, (_, row) => row)
  if (!isSorted(epochMinutes)) {
    rows.sort((a, b) => later(epochMinutes[a]!, epochMinutes[b]!) || a - b)
  }
  const sorted = Float64Array.from(rows, (row) => epochMinutes[row]!)
  return { rows, epochMinutes: sorted, datedCount: firstAtLeast(sorted, Number.NaN) }
}

/** Places of the rows in [from, to), as a half-open range; null is all, those without a date too. */
export function placesWithin(
  { rows, epochMinutes, datedCount }: TimeOrder,
  window: readonly [number, number] | null,
): readonly [first: number, last: number] {
  if (!window) return [0, rows.length]
  const dated = epochMinutes.subarray(0, datedCount)
  const first = firstAtLeast(dated, window[0])
  return [first, Math.max(first, firstAtLeast(dated, window[1]))]
}

/** NaN sorts behind every instant. */
function later(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1
  return Number.isNaN(b) ? -1 : a - b
}

function isSorted(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) {
    if (later(values[i - 1]!, values[i]!) > 0) return false
  }
  return true
}

/** The first place whose value is not before `bound`. */
function firstAtLeast(sorted: Float64Array, bound: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (later(sorted[middle]!, bound) < 0) low = middle + 1
    else high = middle
  }
  return low
}
