import type { PageCoa, TableBlock } from '#core/records/page.ts'
import {
  type Box,
  type Item,
  type Paragraph,
  type Run,
  run,
  type TableCellItem,
  textItem,
} from '../item.ts'
import { ACCENT_WEAK, coaColor, INK, INK_2, LINE, SIZE } from '../look.ts'
import type { Piece } from '../piece.ts'
import { safeLine, safeText } from '../safe-text.ts'
import { cutToLines, lineHeight, textHeight, textWidth } from '../text-size.ts'
import { fittingCount, runsWidth, statusRuns } from './text-pieces.ts'

type Row = TableBlock['rows'][number]
type Cell = Row['cells'][number]

const CELL_X = 8
const CELL_Y = 5
const TITLE_HEIGHT = 28
const LEAST_ROW = 30
/** What a row may be higher where there is room. */
const EASY_ROW = 10
const HEAD_LEAST = 96
const CELL_LEAST = 64
/** However long their heads are, figures keep the rest. */
const HEAD_SHARE = 0.45
const GROUND = { points: 0, color: LINE }

/** However long a text is, a row stays lower than a slide. */
const LONGEST = { head: 120, cell: 80, note: 60, under: 400 } as const

function shortened(text: string, most: number): string {
  const letters = [...safeText(text)]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
}

function bounded(block: TableBlock): TableBlock {
  const noteOf = (note: string | null) => (note === null ? null : shortened(note, LONGEST.note))
  return {
    ...block,
    corner: shortened(block.corner, LONGEST.note),
    note: block.note === null ? null : shortened(block.note, LONGEST.under),
    columns: block.columns.map((column) => ({
      ...column,
      head: shortened(column.head, LONGEST.note),
      coa: column.coa && { ...column.coa, name: shortened(column.coa.name, LONGEST.note) },
    })),
    rows: block.rows.map((row) => ({
      ...row,
      head: shortened(row.head, LONGEST.head),
      note: noteOf(row.note),
      cells: row.cells.map((one) => ({
        ...one,
        text: shortened(one.text, LONGEST.cell),
        note: noteOf(one.note),
      })),
    })),
  }
}

/** A native table; a long one goes on over the next slides under the same heads. */
export function tablePiece(whole: TableBlock, isContinued = false): Piece {
  const block = bounded(whole)
  const height = (width: number) => heightOf(block, width)
  return {
    sort: 'wide',
    stretches: false,
    height,
    wanted: (width) => height(width) + block.rows.length * EASY_ROW,
    draw: (box) => draw(block, box, isContinued),
    split: (width, room) => {
      const fixed = fixedHeight({ ...block, note: null }, width)
      const heights = rowHeights(block.rows, widthsOf(block, width))
      const count = fittingCount(heights, (some) => fixed + sum(some) <= room)
      if (count === 0 || count >= block.rows.length) return null
      return [
        tablePiece({ ...block, rows: block.rows.slice(0, count), note: null }, isContinued),
        tablePiece({ ...block, rows: block.rows.slice(count) }, true),
      ]
    },
  }
}

function heightOf(block: TableBlock, width: number): number {
  return fixedHeight(block, width) + sum(rowHeights(block.rows, widthsOf(block, width)))
}

function fixedHeight(block: TableBlock, width: number): number {
  const title = block.title === null ? 0 : TITLE_HEIGHT
  const note = block.note === null ? 0 : noteHeight(block.note, width) + 8
  return title + headHeight(block, widthsOf(block, width)) + note
}

function noteHeight(note: string, width: number): number {
  return textHeight(safeText(note), SIZE.least, width)
}

/** Figures take what they need, all alike; the heads of rows have the rest. */
function widthsOf({ columns, corner, rows }: TableBlock, width: number): number[] {
  const count = columns.length
  const headNeed = Math.max(
    HEAD_LEAST,
    textWidth(corner, SIZE.table),
    ...rows.map((row) => runsWidth(headRuns(row))),
  )
  const cellNeed = Math.max(
    CELL_LEAST,
    ...columns.map((column) => runsWidth(columnRuns(column))),
    ...rows.flatMap((row) => row.cells.map((one) => runsWidth(cellRuns(one, row.isTotal)))),
  )
  const isText = columns.every(({ align }) => align === 'start')
  // Beside texts the heads have no room to spare, and the reader's font may be wider than ours.
  const ease = isText ? 1.25 : 1
  const head = Math.min(ease * headNeed + 2 * CELL_X, HEAD_SHARE * width)
  const most = count === 0 ? 0 : (width - head) / count
  const each = isText
    ? Math.floor(most)
    : Math.floor(Math.min(most, Math.ceil(cellNeed) + 2 * CELL_X))
  return [Math.floor(width - each * count), ...columns.map(() => each)]
}

function rowHeights(rows: readonly Row[], widths: readonly number[]): number[] {
  return rows.map((row) => {
    const all = [headRuns(row), ...row.cells.map((one) => cellRuns(one, row.isTotal))]
    const tallest = Math.max(
      ...all.map((runs, i) => runsHeight(runs, (widths[i] ?? 80) - 2 * CELL_X)),
    )
    return Math.ceil(Math.max(LEAST_ROW, tallest + 2 * CELL_Y))
  })
}

function headHeight({ columns, corner }: TableBlock, widths: readonly number[]): number {
  const all = [[run(safeLine(corner), SIZE.table, INK_2)], ...columns.map(columnRuns)]
  const tallest = Math.max(
    ...all.map((runs, i) => runsHeight(runs, (widths[i] ?? 80) - 2 * CELL_X)),
  )
  return Math.ceil(Math.max(32, tallest + 2 * CELL_Y + 2))
}

function draw(block: TableBlock, box: Box, isContinued: boolean): Item[] {
  const widths = widthsOf(block, box.width)
  const heads = headHeight(block, widths)
  const spare = Math.max(0, box.height - heightOf(block, box.width))
  const easier = Math.min(EASY_ROW, Math.floor(spare / Math.max(1, block.rows.length)))
  const heights = rowHeights(block.rows, widths).map((height) => height + easier)
  const title = block.title === null ? null : safeLine(block.title)
  const top = title === null ? box.y : box.y + TITLE_HEIGHT
  const tableHeight = heads + sum(heights)
  const said = title ?? (safeLine(block.corner) || 'Table')
  const items: Item[] = [
    {
      type: 'table',
      name: `Table: ${said}`,
      box: { x: box.x, y: top, width: sum(widths), height: tableHeight },
      columnWidths: widths,
      rows: [
        { height: heads, cells: headCells(block) },
        ...block.rows.map((row, i) => ({
          height: heights[i] ?? LEAST_ROW,
          cells: rowCells(block, row),
        })),
      ],
    },
  ]
  if (title !== null) {
    const text = cutToLines(
      isContinued ? `${title} (continued)` : title,
      SIZE.body,
      { width: box.width, lines: 1 },
      true,
    )
    items.unshift(
      textItem(
        `Title: ${title}`,
        { ...box, height: TITLE_HEIGHT - 4 },
        [run(text, SIZE.body, INK, true)],
        { anchor: 'middle' },
      ),
    )
  }
  if (block.note !== null) {
    const y = top + tableHeight + 8
    const noteBox = { x: box.x, y, width: box.width, height: noteHeight(block.note, box.width) }
    items.push(textItem('Note', noteBox, [run(safeText(block.note), SIZE.least, INK_2)]))
  }
  return items
}

function headCells(block: TableBlock): TableCellItem[] {
  const under = { points: 0, color: LINE }
  return [
    cell([run(safeLine(block.corner) || ' ', SIZE.table, INK_2)], 'left', null, under),
    ...block.columns.map((column) =>
      cell(
        columnRuns(column),
        column.align === 'end' ? 'right' : 'left',
        column.isChosen ? ACCENT_WEAK : null,
        under,
      ),
    ),
  ]
}

function columnRuns({ head, coa }: TableBlock['columns'][number]): Run[] {
  return coa ? coaRuns(coa, SIZE.table) : [run(safeLine(head) || ' ', SIZE.table, INK, true)]
}

/** A course of action as it is named everywhere: its number in a square of its colour, then its name. */
export function coaRuns({ name, number }: PageCoa, points: number): Run[] {
  const square: Run = {
    text: `\u00a0${number ?? '–'}\u00a0`,
    points,
    color: 'FFFFFF',
    isBold: true,
    ground: coaColor(number),
  }
  return [square, run(`\u00a0${safeLine(name)}`, points, INK, true)]
}

function headRuns({ head, note, isTotal }: Row): Run[] {
  const name = run(safeLine(head) || ' ', SIZE.table, INK, isTotal)
  return note === null ? [name] : [name, run(`  ${safeLine(note)}`, SIZE.least, INK_2)]
}

function runsHeight(runs: readonly Run[], width: number): number {
  if (runsWidth(runs) <= width) return lineHeight(SIZE.table)
  return textHeight(
    textOf(runs),
    SIZE.table,
    width,
    runs.some(({ isBold }) => isBold),
  )
}

function rowCells(block: TableBlock, row: Row): TableCellItem[] {
  const line = row.isTotal ? { points: 1.25, color: INK } : { points: 0.75, color: LINE }
  return [
    cell(headRuns(row), 'left', null, line),
    ...block.columns.map((column, i) => {
      const own = row.cells[i]
      const runs = own ? cellRuns(own, row.isTotal) : [run('–', SIZE.table, INK_2)]
      return cell(
        runs,
        column.align === 'end' ? 'right' : 'left',
        column.isChosen ? ACCENT_WEAK : null,
        line,
      )
    }),
  ]
}

function cellRuns({ text, status, isBest, note }: Cell, isTotal = false): Run[] {
  const value = run(safeLine(text) || '–', SIZE.table, INK, isBest || isTotal)
  const beside = note === null || note === '' ? [] : [run(`${safeLine(note)} `, SIZE.least, INK_2)]
  return [...(status === null ? [] : statusRuns(status, SIZE.least)), ...beside, value]
}

function cell(
  runs: readonly Run[],
  align: TableCellItem['align'],
  fill: string | null,
  lineAbove = GROUND,
): TableCellItem {
  const paragraphs: readonly Paragraph[] = [{ runs }]
  return { paragraphs, align, fill, lineAbove }
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
