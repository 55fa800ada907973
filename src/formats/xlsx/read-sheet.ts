import type { RawValue } from '../raw-table.ts'
import type { CellRow } from '../rows/table-of-rows.ts'
import { childOf, foundBelow, type XmlElement } from '../xml/read-xml.ts'
import { textOfDayNumber } from './day-number.ts'
import { unescapedFromSheet } from './sheet-text.ts'

/** What the sheets of a workbook share. */
export type Workbook = {
  readonly strings: readonly string[]
  /** Whether a style, by its position, shows a number as a date. */
  readonly isDateStyle: (styleIndex: number) => boolean
  /** Old workbooks of Macintosh count days from 1904. */
  readonly isFrom1904: boolean
}

type Reference = { readonly row: number; readonly column: number }

const MAX_COLUMNS = 16_384
/** A merged range larger than this is a frame round the sheet, not a value for its cells. */
const MAX_MERGED_CELLS = 10_000

/** Rows of a sheet with their numbers as Excel shows them; merged cells all hold the value of their first. */
export function readSheet(sheet: XmlElement, workbook: Workbook): CellRow[] {
  const rows = new Map<number, RawValue[]>()
  let nextRow = 1
  for (const row of childOf(sheet, 'sheetData')?.children ?? []) {
    const line = Number(row.attributes.get('r') ?? nextRow)
    nextRow = line + 1
    const cells: RawValue[] = []
    let nextColumn = 0
    for (const cell of row.children) {
      const column = referenceOf(cell.attributes.get('r') ?? '')?.column ?? nextColumn
      nextColumn = column + 1
      if (column < MAX_COLUMNS) cells[column] = valueOfCell(cell, workbook)
    }
    rows.set(
      line,
      Array.from(cells, (value) => value ?? null),
    )
  }
  for (const range of childOf(sheet, 'mergeCells')?.children ?? []) {
    fill(rows, range.attributes.get('ref') ?? '')
  }
  return [...rows].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }))
}

function valueOfCell(cell: XmlElement, workbook: Workbook): RawValue {
  const type = cell.attributes.get('t') ?? 'n'
  if (type === 'inlineStr') {
    const texts = foundBelow(cell, TEXTS).map(({ rawText }) => rawText)
    return unescapedFromSheet(texts.join(''))
  }
  const value = childOf(cell, 'v')?.rawText ?? ''
  if (value === '' || type === 'e') return null
  if (type === 's') return workbook.strings[Number(value)] ?? null
  if (type === 'b') return value === '1'
  if (type !== 'n') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return null
  const isDate = workbook.isDateStyle(Number(cell.attributes.get('s') ?? 0))
  if (!isDate) return number
  return textOfDayNumber(workbook.isFrom1904 ? number + 1462 : number) ?? number
}

const TEXTS = new Set(['t'])

function fill(rows: Map<number, RawValue[]>, range: string): void {
  const [from, to] = range.split(':').map(referenceOf)
  if (!from || !to) return
  const cellCount = (to.row - from.row + 1) * (to.column - from.column + 1)
  const value = rows.get(from.row)?.[from.column] ?? null
  if (value === null || !(cellCount <= MAX_MERGED_CELLS)) return
  for (let row = from.row; row <= to.row; row++) {
    const cells = rows.get(row)
    if (!cells) continue
    for (let column = from.column; column <= to.column; column++) {
      while (cells.length < column) cells.push(null)
      cells[column] ??= value
    }
  }
}

/** `BC12`: row 12, column 54 counted from 0. */
function referenceOf(text: string): Reference | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(text)
  if (!found) return null
  const column = [...found[1]!].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0)
  return { row: Number(found[2]), column: column - 1 }
}
