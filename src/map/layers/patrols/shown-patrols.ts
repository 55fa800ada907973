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
  /** For each of these: how many patrols went through its hexagon, and the last one along it. */
  readonly patrolCount: Uint32Array
  readonly lastRow: Uint32Array
  readonly data: TrackStretches
}

/** Widths in tenths of a pixel: seldom, often, most. */
const WIDTHS = [11, 20, 30] as const

/**
 * Patrols that started in [from, to), those without a date only where there is no window. 450
 * patrols, a month of the exercise, take 1 ms; all 5,900 take 10 ms.
 */
export const shownPatrols = remembered(
  (
    columns: Columns,
    stretches: PatrolStretches,
    fromEpochMinutes: number | null,
    toEpochMinutes: number | null,
  ): ShownPatrols => {
    const started = numbersOf(columns, 'startedEpochMinutes')
    const isShown = (row: number) =>
      fromEpochMinutes === null ||
      toEpochMinutes === null ||
      (started[row]! >= fromEpochMinutes && started[row]! < toEpochMinutes)
    const rows = Uint32Array.from(started.keys()).filter(isShown)
    const used = stretchesUsed(columns, stretches, rows)
    const visits = patrolsByCell(columns, stretches, rows)
    const patrolCount = used.stretches.map((stretch) => visits.get(stretches.cell[stretch]!) ?? 0)
    const often = oftenFrom(columns, fromEpochMinutes, toEpochMinutes)
    const { ends } = stretches
    const data = trackStretches(
      used.stretches.length,
      (i) => {
        const at = 4 * used.stretches[i]!
        return [
          [ends[at]!, ends[at + 1]!],
          [ends[at + 2]!, ends[at + 3]!],
        ]
      },
      (i) => WIDTHS[widthClass(patrolCount[i]!, often)],
    )
    return { rows, ...used, patrolCount, data }
  },
  8,
)

/** From how many patrols through a hexagon on a line is wider, and widest. */
export type OftenFrom = readonly [often: number, most: number]

/** 6 and 16 for windows of up to thirty days; as many times more as a longer one is longer. */
export function oftenFrom(
  columns: Columns,
  fromEpochMinutes: number | null,
  toEpochMinutes: number | null,
): OftenFrom {
  const started = numbersOf(columns, 'startedEpochMinutes').filter(Number.isFinite)
  const from =
    fromEpochMinutes ?? started.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const to = toEpochMinutes ?? started.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const months = Math.max(1, Math.round((to - from) / (30 * 1440)) || 1)
  return [5 * months + 1, 15 * months + 1]
}

/** 0 seldom, 1 often, 2 most. */
export function widthClass(patrolCount: number, [often, most]: OftenFrom): 0 | 1 | 2 {
  if (patrolCount >= most) return 2
  return patrolCount >= often ? 1 : 0
}

function stretchesUsed(
  { geometry }: Columns,
  { count, ofFix }: PatrolStretches,
  rows: Uint32Array,
) {
  const place = new Int32Array(count).fill(-1)
  const stretches: number[] = []
  const lastRow: number[] = []
  const offsets = geometry.type === 'lines' ? geometry.offsets : null
  for (const row of rows) {
    for (let fix = offsets?.[row] ?? 0; fix < (offsets?.[row + 1] ?? 0); fix++) {
      const stretch = ofFix[fix]!
      if (stretch < 0) continue
      if (place[stretch]! < 0) place[stretch] = stretches.push(stretch) - 1
      lastRow[place[stretch]!] = row
    }
  }
  return { stretches: Uint32Array.from(stretches), lastRow: Uint32Array.from(lastRow) }
}

/** How many patrols went through each hexagon; one that passes twice counts once. */
function patrolsByCell(
  { geometry }: Columns,
  { cell, ofFix }: PatrolStretches,
  rows: Uint32Array,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  const countedFor = new Map<number, number>()
  const offsets = geometry.type === 'lines' ? geometry.offsets : null
  for (const row of rows) {
    for (let fix = offsets?.[row] ?? 0; fix < (offsets?.[row + 1] ?? 0); fix++) {
      const at = ofFix[fix]! < 0 ? -1 : cell[ofFix[fix]!]!
      if (at < 0 || countedFor.get(at) === row) continue
      countedFor.set(at, row)
      counts.set(at, (counts.get(at) ?? 0) + 1)
    }
  }
  return counts
}
