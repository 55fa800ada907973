import type { TableBlock } from '#core/records/page.ts'
import { BENCHMARK_NOTE } from '#products/pages/status-marks.ts'
import { SIDE_REM } from '../wall-frame.ts'
import type { Sizes } from './body-plan.ts'

type Row = TableBlock['rows'][number]

export type TableFit = {
  readonly shown: readonly Row[]
  /** Always stand. */
  readonly totals: readonly Row[]
  readonly hiddenCount: number
  readonly hasNote: boolean
}

/** The first rows that so many lines hold, with a head, the totals, and a line for what is left out. */
export function rowsThatFit({ rows, note }: TableBlock, lineCount: number): TableFit {
  const totals = rows.filter(({ isTotal }) => isTotal)
  const others = rows.filter(({ isTotal }) => !isTotal)
  const room = Math.max(1, lineCount - 1 - totals.length)
  const noteLines = note === null || note === BENCHMARK_NOTE ? 0 : 1
  if (others.length <= room) {
    const hasNote = noteLines > 0 && others.length + noteLines <= room
    return { shown: others, totals, hiddenCount: 0, hasNote }
  }
  const count = totals.length > 0 ? room : Math.max(1, room - 1)
  return {
    shown: others.slice(0, count),
    totals,
    hiddenCount: others.length - count,
    hasNote: false,
  }
}

/** "of 11 criteria, 5 not shown": a score rests on more than a wall has room for. */
export function totalNote({ note }: Pick<Row, 'note'>, hiddenCount: number): string | null {
  if (hiddenCount === 0) return note
  const hidden = `${hiddenCount} not shown`
  return note === null ? hidden : `${note}, ${hidden}`
}

/** A head of rows narrower than this says nothing; nor does a column. */
const LEAST_HEAD_REM = 8
const LEAST_COLUMN_REM = 3.4

/** Width of each column of values, and how many there is width for; the head of rows has what is left. */
export function tableWidths(
  { columns }: TableBlock,
  widthRem: number,
  { textRem, columnRem }: Sizes,
): { readonly columnRem: number; readonly columnCount: number } {
  const room = widthRem - 2 * SIDE_REM - LEAST_HEAD_REM * textRem
  const most = Math.max(1, Math.floor(room / (LEAST_COLUMN_REM * textRem)))
  const columnCount = Math.min(columns.length, most)
  const each = Math.min(columnRem, room / Math.max(1, columnCount))
  return { columnRem: Math.max(LEAST_COLUMN_REM * textRem, each), columnCount }
}
