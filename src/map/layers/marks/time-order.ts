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
 * 2 ms where they are in order already, 20 ms where they are not; a million 0.3 s.
 */
export function timeOrder(epochMinutes: Float64Array): TimeOrder {
  const rows = isSorted(epochMinutes)
    ? rowsAsTheyAre(epochMinutes.length)
    : sortedRows(epochMinutes)
  const sorted = new Float64Array(rows.length)
  for (let place = 0; place < rows.length; place++) sorted[place] = epochMinutes[rows[place]!]!
  return { rows, epochMinutes: sorted, datedCount: firstAtLeast(sorted, Number.NaN) }
}

function rowsAsTheyAre(count: number): Uint32Array {
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) rows[row] = row
  return rows
}

/** A row and its second fit into one number up to so many rows. */
const MOST_PACKED_ROWS = 2 ** 21
const LAST_SECOND = 2 ** 31

/**
 * Seconds and rows packed into one number each are sorted by the engine's own numeric sort, several
 * times as fast as by a comparator; what is out of order within a second is then moved.
 */
function sortedRows(epochMinutes: Float64Array): Uint32Array {
  const count = epochMinutes.length
  if (count > MOST_PACKED_ROWS) {
    return rowsAsTheyAre(count).sort((a, b) => later(epochMinutes[a]!, epochMinutes[b]!) || a - b)
  }
  const packed = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    packed[row] = secondOf(epochMinutes[row]!) * MOST_PACKED_ROWS + row
  }
  packed.sort()
  const rows = new Uint32Array(count)
  for (let place = 0; place < count; place++) {
    const rest = packed[place]! % MOST_PACKED_ROWS
    rows[place] = rest < 0 ? rest + MOST_PACKED_ROWS : rest
  }
  mendWithinSeconds(rows, epochMinutes)
  return rows
}

function secondOf(minutes: number): number {
  if (Number.isNaN(minutes)) return LAST_SECOND
  return Math.min(LAST_SECOND - 1, Math.max(-LAST_SECOND, Math.floor(minutes * 60)))
}

function mendWithinSeconds(rows: Uint32Array, epochMinutes: Float64Array): void {
  for (let place = 1; place < rows.length; place++) {
    const row = rows[place]!
    let to = place
    while (to > 0 && later(epochMinutes[rows[to - 1]!]!, epochMinutes[row]!) > 0) {
      rows[to] = rows[to - 1]!
      to--
    }
    rows[to] = row
  }
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
