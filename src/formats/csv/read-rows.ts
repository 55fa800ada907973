import Papa from 'papaparse'
import { type CellRow, holdsControl } from '../rows/table-of-rows.ts'
import type { Dialect } from './dialect.ts'

const LINE_BREAK = /\r\n|\r|\n/g

/** Rows of a part of a text, and how much of it they are. */
export type RowsRead = {
  readonly rows: CellRow[]
  /** Characters up to the end of the last row that was read. */
  readonly length: number
  /** Number of the line after it. */
  readonly nextLine: number
}

/**
 * Rows of a text from its beginning; lines are those of the file, also after blank lines and line
 * breaks within quotes.
 *
 * @param isEnd whether the text ends here; if not, its last row may go on and is left for later.
 */
export function readRows(text: string, dialect: Dialect, line: number, isEnd: boolean): RowsRead {
  const { delimiter, newline } = dialect
  const parser = new Papa.Parser({ delimiter, newline })
  const { data, errors, meta } = parser.parse(text, 0, !isEnd) as Parsed
  const faults = new Map(
    errors.filter(({ type }) => type === 'Quotes').map(({ row, code }) => [row, code]),
  )
  const mayBreak = text.includes('"')
  const isClean = !holdsControl(text)
  let nextLine = line
  const rows = data.map((cells, index): CellRow => {
    const code = faults.get(index)
    const fault = code === undefined ? null : quoteFault(code, cells)
    const row = { line: nextLine, cells, fault, isClean }
    nextLine += 1 + (mayBreak ? breaksIn(cells) : 0)
    return row
  })
  return { rows, length: meta.cursor, nextLine }
}

type Parsed = Pick<Papa.ParseResult<string[]>, 'data' | 'errors' | 'meta'>

function breaksIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.match(LINE_BREAK)?.length ?? 0
  }
  return count
}

function quoteFault(code: string, cells: readonly string[]): NonNullable<CellRow['fault']> {
  if (code !== 'MissingQuotes') {
    return { code: 'bad-quote', message: 'a quote stands inside a quoted cell; double it.' }
  }
  const swallowed = cells.join('').trimEnd().match(LINE_BREAK)?.length ?? 0
  const message = `a quote opens here and never closes, so ${swallowed} lines below it are swallowed. Close it and import again.`
  return { code: 'unbalanced-quote', message }
}
