import { type Columns, numbersOf } from '#core/columns/columns.ts'
import { countRows, type RowCounts } from '#core/columns/count-rows.ts'

/** Incidents by stretches of time, half-open: bin i holds [from + i·width, from + (i+1)·width). */
export type IncidentBins = {
  readonly fromEpochMinutes: number
  readonly widthMinutes: number
  readonly reportedCounts: Uint32Array
  /** Found by patrols. */
  readonly foundCounts: Uint32Array
}

/** First and last instant of all incidents; null without any. */
export function incidentSpan(batches: readonly Columns[]): readonly [number, number] | null {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const batch of batches) {
    for (const minutes of numbersOf(batch, 'occurredEpochMinutes')) {
      if (minutes < first) first = minutes
      if (minutes > last) last = minutes
    }
  }
  return first <= last ? [first, last] : null
}

/** Counts the incidents of all batches in bins over a domain; see `countRows` for its cost. */
export function incidentBins(
  batches: readonly Columns[],
  [from, to]: readonly [number, number],
  widthMinutes: number,
): IncidentBins {
  const count = Math.max(1, Math.ceil((to - from) / widthMinutes))
  const reportedCounts = new Uint32Array(count)
  const foundCounts = new Uint32Array(count)
  const bins = { field: TIME, from, width: widthMinutes, count }
  for (const batch of batches) {
    const split = countRows(batch, { ranges: { [TIME]: [from, to] } }, { by: DETECTION, bins })
    for (let bin = 0; bin < count; bin++) {
      const { reportedCount, foundCount } = splitOf(split, bin)
      reportedCounts[bin]! += reportedCount
      foundCounts[bin]! += foundCount
    }
  }
  return { fromEpochMinutes: from, widthMinutes, reportedCounts, foundCounts }
}

/** How many lie in [from, to), which may be without end: reported and found. */
export function countWithin(
  batches: readonly Columns[],
  range: readonly [number, number],
): { readonly reportedCount: number; readonly foundCount: number } {
  let reportedCount = 0
  let foundCount = 0
  for (const batch of batches) {
    const split = splitOf(countRows(batch, { ranges: { [TIME]: range } }, { by: DETECTION }), 0)
    reportedCount += split.reportedCount
    foundCount += split.foundCount
  }
  return { reportedCount, foundCount }
}

const TIME = 'occurredEpochMinutes'
const DETECTION = 'detection'

/** Found are those of patrols; all others were reported, those that say nothing included. */
function splitOf({ labels, counts }: RowCounts, bin: number) {
  const found = labels.indexOf('discovered')
  const first = bin * (labels.length + 1)
  const all = counts.subarray(first, first + labels.length + 1).reduce((sum, n) => sum + n, 0)
  const foundCount = found < 0 ? 0 : counts[first + found]!
  return { reportedCount: all - foundCount, foundCount }
}
