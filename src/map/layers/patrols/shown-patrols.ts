import { type Columns, numbersOf } from '#core/columns/columns.ts'
import { remembered } from '../../remembered.ts'
import { type TrackStretches, trackStretches } from '../marks/tracks-layer.ts'
import type { PatrolStretches } from './patrol-stretches.ts'

/** What patrols of a time window went along. */
export type ShownPatrols = {
  /** Rows that started in the window. */
  readonly rows: Uint32Array
  /** Stretches that they went along, in order of first use. */
  readonly stretches: Uint32Array
  /** For each of these: how many patrols went along it, and the last one. */
  readonly patrolCount: Uint32Array
  readonly lastRow: Uint32Array
  readonly data: TrackStretches
}

/** Widths in tenths of a pixel: seldom, often, most. */
const WIDTHS = [13, 21, 31] as const
/** From so many patrols along a stretch on its line is wider, and widest. */
const OFTEN_FROM = 6
const MOST_FROM = 16

/** What the widths mean, thinnest first. */
export const WIDTH_LABELS = [
  `Thin: up to ${OFTEN_FROM - 1} along the stretch`,
  `Wider: ${OFTEN_FROM} to ${MOST_FROM - 1}`,
  `Widest: ${MOST_FROM} or more`,
] as const

/**
 * Patrols that started in [from, to), those without a date only where there is no window. 370
 * patrols, a month of the exercise, take 2 ms; all 5,900 take 7 ms.
 */
export const shownPatrols = remembered(
  (
    columns: Columns,
    stretches: PatrolStretches,
    fromEpochMinutes: number | null,
    toEpochMinutes: number | null,
  ): ShownPatrols => {
    const rows = rowsWithin(columns, fromEpochMinutes, toEpochMinutes)
    const used = stretchesUsed(columns, stretches, rows)
    const widths = Uint8Array.from(used.patrolCount, (count) => WIDTHS[widthClass(count)])
    return { rows, ...used, data: trackStretches(stretches.ends, used.stretches, widths) }
  },
  8,
)

function rowsWithin(columns: Columns, from: number | null, to: number | null): Uint32Array {
  const started = numbersOf(columns, 'startedEpochMinutes')
  const rows = new Uint32Array(columns.rowCount)
  let count = 0
  for (let row = 0; row < columns.rowCount; row++) {
    const isShown = from === null || to === null || (started[row]! >= from && started[row]! < to)
    if (isShown) rows[count++] = row
  }
  return rows.slice(0, count)
}

/** 0 seldom, 1 often, 2 most. */
export function widthClass(patrolCount: number): 0 | 1 | 2 {
  if (patrolCount >= MOST_FROM) return 2
  return patrolCount >= OFTEN_FROM ? 1 : 0
}

/** A patrol that goes along a stretch twice, out and back, counts once. */
function stretchesUsed(
  { geometry }: Columns,
  { count, ofFix }: PatrolStretches,
  rows: Uint32Array,
) {
  const place = new Int32Array(count).fill(-1)
  const stretches: number[] = []
  const patrolCount: number[] = []
  const lastRow: number[] = []
  const offsets = geometry.type === 'lines' ? geometry.offsets : null
  for (const row of rows) {
    for (let fix = offsets?.[row] ?? 0; fix < (offsets?.[row + 1] ?? 0); fix++) {
      const stretch = ofFix[fix]!
      if (stretch < 0) continue
      if (place[stretch]! < 0) {
        place[stretch] = stretches.push(stretch) - 1
        patrolCount.push(0)
        lastRow.push(-1)
      }
      const at = place[stretch]!
      if (lastRow[at] !== row) patrolCount[at]!++
      lastRow[at] = row
    }
  }
  return {
    stretches: Uint32Array.from(stretches),
    patrolCount: Uint32Array.from(patrolCount),
    lastRow: Uint32Array.from(lastRow),
  }
}
