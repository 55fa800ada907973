import { reorderedNumbers } from './reordered.ts'

/** Rows of a dataset sorted by time: a time window is then a range of places. */
export type TimeOrder = {
  /** Row at each place. */
  readonly rows: Uint32Array
  /** Minutes since 1970 at each place, ascending; rows without a date (NaN) come last. */
  readonly epochMinutes: Float64Array
  readonly datedCount: number
  /** Whether the rows lay in order already: row and place are then the same. */
  readonly isAsGiven: boolean
}

/**
 * Sorts rows by their instant; equal ones keep their order. 100,000 rows take 2 ms where they are in
 * order already, 20 ms where they are not.
 */
export function timeOrder(epochMinutes: Float64Array): TimeOrder {
  const isAsGiven = isInOrder(epochMinutes)
  const rows = isAsGiven ? rowsAsTheyAre(epochMinutes.length) : sortedRows(epochMinutes)
  const sorted = isAsGiven ? epochMinutes : reorderedNumbers(epochMinutes, rows)
  return { rows, epochMinutes: sorted, datedCount: firstAtLeast(sorted, Number.NaN), isAsGiven }
}

/** Whether instants never go back; rows without a date come last. */
function isInOrder(epochMinutes: Float64Array): boolean {
  for (let row = 1; row < epochMinutes.length; row++) {
    const before = epochMinutes[row - 1]!
    const here = epochMinutes[row]!
    if (!(before <= here) && later(before, here) > 0) return false
  }
  return true
}

function rowsAsTheyAre(count: number): Uint32Array {
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) rows[row] = row
  return rows
}

/**
 * Seconds since the first and rows packed into one number each are sorted by the engine's own numeric
 * sort, several times as fast as by a comparator; what is out of order within a second is then moved.
 * Ten years leave room for 28 million rows.
 */
function sortedRows(epochMinutes: Float64Array): Uint32Array {
  const count = epochMinutes.length
  const [first, last] = secondsOf(epochMinutes)
  if ((last - first + 2) * count > Number.MAX_SAFE_INTEGER) {
    return rowsAsTheyAre(count).sort((a, b) => later(epochMinutes[a]!, epochMinutes[b]!) || a - b)
  }
  const packed = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    const minutes = epochMinutes[row]!
    const second = Number.isNaN(minutes) ? last + 1 : Math.floor(minutes * 60)
    packed[row] = (second - first) * count + row
  }
  packed.sort()
  const rows = new Uint32Array(count)
  for (let place = 0; place < count; place++) rows[place] = packed[place]! % count
  mendWithinSeconds(rows, epochMinutes)
  return rows
}

function secondsOf(epochMinutes: Float64Array): readonly [first: number, last: number] {
  let [first, last] = [Infinity, -Infinity]
  for (const minutes of epochMinutes) {
    if (minutes < first) first = minutes
    if (minutes > last) last = minutes
  }
  return [Math.floor(first * 60), Math.floor(last * 60)]
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
