import { type Issue, issue, ok, type Result } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import { withoutGuards } from '../marks/formula-guard.ts'
import type { RawTable, SourceFile } from '../raw-table.ts'
import { fromHeading } from '../rows/heading-row.ts'
import { tableOfRows } from '../rows/table-of-rows.ts'
import { withWktPlaces } from '../rows/wkt-column.ts'
import { dialectOf } from './dialect.ts'
import { readRows } from './read-rows.ts'

/**
 * Rows of a delimited text: comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252. Cells stay
 * text exactly as written: a formula is a text, a number is read later. A title may stand above the
 * headings.
 */
export function readCsv({ name: file, bytes }: SourceFile): Result<RawTable> {
  const { text, isGuessed } = decodeText(bytes)
  const dialect = dialectOf(text)
  const { rows } = readRows(text, dialect, 1, true)
  const about = { file, format: 'CSV', lineNoun: 'line' } as const
  const issues = isGuessed ? [encodingGuess(file)] : []
  const table = tableOfRows({ ...about, issues }, fromTop(rows.slice(dialect.skippedLines)))
  return table.ok ? ok(withWktPlaces(withoutGuards(table.value)), table.issues) : table
}

/** The rows from the headings on; all of them where none stands out. */
export function fromTop<Row extends Parameters<typeof fromHeading>[0][number]>(
  rows: readonly Row[],
): readonly Row[] {
  const found = fromHeading(rows) as readonly Row[]
  return found.length > 0 ? found : rows
}

/** Says that an encoding was guessed. */
export function encodingGuess(file: string): Issue {
  const message = `${file} is not UTF-8; it was read as Windows-1252. Look at its accents before you go on.`
  return issue('warning', 'encoding-guessed', message, { file })
}
