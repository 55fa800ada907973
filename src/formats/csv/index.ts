import Papa from 'papaparse'
import { type Issue, issue, ok, type Result } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import { withoutGuards } from '../marks/formula-guard.ts'
import type { RawTable, SourceFile } from '../raw-table.ts'
import { type CellRow, tableOfRows } from '../rows/table-of-rows.ts'
import { withWktPlaces } from '../rows/wkt-column.ts'

const LINE_BREAK = /\r\n|\r|\n/g

/**
 * Rows of a delimited text: comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252. Cells stay
 * text exactly as written: a formula is a text, a number is read later. Lines are those of the file,
 * also after blank lines and line breaks within quotes.
 */
export function readCsv({ name: file, bytes }: SourceFile): Result<RawTable> {
  const { text, isGuessed } = decodeText(bytes)
  const issues = isGuessed ? [encodingGuess(file)] : []
  const table = tableOfRows({ file, format: 'CSV', lineNoun: 'line', issues }, rowsOf(text))
  return table.ok ? ok(withWktPlaces(withoutGuards(table.value)), table.issues) : table
}

function rowsOf(text: string): CellRow[] {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '|'],
  })
  const faults = new Map(
    errors.filter(({ type }) => type === 'Quotes').map(({ row, code }) => [row, code]),
  )
  let line = 1
  return data.map((cells, index) => {
    const code = faults.get(index)
    const row = { line, cells, fault: code === undefined ? null : quoteFault(code, cells) }
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(LINE_BREAK)?.length ?? 0), 0)
    return row
  })
}

function quoteFault(code: string, cells: readonly string[]): NonNullable<CellRow['fault']> {
  if (code !== 'MissingQuotes') {
    return { code: 'bad-quote', message: 'a quote stands inside a quoted cell; double it.' }
  }
  const swallowed = cells.join('').trimEnd().match(LINE_BREAK)?.length ?? 0
  const message = `a quote opens here and never closes, so ${swallowed} lines below it are swallowed. Close it and import again.`
  return { code: 'unbalanced-quote', message }
}

function encodingGuess(file: string): Issue {
  const message = `${file} is not UTF-8; it was read as Windows-1252. Look at its accents before you go on.`
  return issue('warning', 'encoding-guessed', message, { file })
}
