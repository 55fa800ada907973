import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import {
  type RawRecord,
  type RawTable,
  type RawValue,
  tooManyColumns,
  uniqueHeadings,
} from '../raw-table.ts'
import { isTagRow, tagOf } from './hxl-tags.ts'

/** Cells of one line as they were read; a fault of the reader's own keeps the line out. */
export type CellRow = {
  readonly line: number
  readonly cells: readonly RawValue[]
  readonly fault?: { readonly code: string; readonly message: string } | null
  /** Whether the text that it was read from is known to hold no control character. */
  readonly isClean?: boolean
}

/** Whether a text holds a NUL or another control character that no cell may have. */
export function holdsControl(text: string): boolean {
  return CONTROL.test(text)
}

/** What rows come from. */
export type RowsOf = Pick<RawTable, 'file' | 'format' | 'lineNoun'> & {
  readonly issues: readonly Issue[]
}

const LONG_CELL_LENGTH = 10_000
/** Control characters other than tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
/** A row of tags is looked for among so many, as HXL asks. */
const TAG_ROWS = 25

/**
 * A table of rows of cells: the first row that is not blank has the headings, or the one above a row
 * of HXL tags, which become the tags of the table. Blank rows are passed over without counting.
 */
export function tableOfRows(about: RowsOf, rows: readonly CellRow[]): Result<RawTable> {
  const { file } = about
  const fail = (code: string, message: string) =>
    refuse<never>(issue('error', code, message, { file }))
  const { heading, tags, body } = headOf(
    rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell))),
  )
  if (!heading) return fail('no-rows', `${file} holds no rows.`)
  const excess = tooManyColumns(file, heading.cells.length)
  if (excess) return refuse(excess)
  if (body.length === 0) return fail('no-rows', `${file} has a heading but no rows below it.`)
  const { unique, repeated } = uniqueHeadings(heading.cells.map((cell) => textOf(cell).trim()))
  const issues = [...about.issues, ...repeated.map((name) => repeatedHeading(file, name))]
  const table = filled({ ...about, issues }, unique, body)
  return ok(tags ? { ...table, tags: unique.map((_, index) => tags[index] ?? null) } : table)
}

/** The next rows of a table whose headings are known. */
export function moreOfTable(first: RawTable, rows: readonly CellRow[]): RawTable {
  const written = rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
  const table = filled({ ...first, issues: [] }, first.headings, written)
  return first.tags ? { ...table, tags: first.tags } : table
}

function filled(
  { file, format, lineNoun, issues: earlier }: RowsOf,
  headings: readonly string[],
  rows: readonly CellRow[],
): RawTable {
  const records: RawRecord[] = []
  const refused: Issue[] = []
  const issues = [...earlier]
  for (const row of rows) {
    const fault = row.fault ?? faultOf(row, headings)
    if (fault) {
      const message = `${nounOf(lineNoun)} ${row.line}: ${fault.message}`
      refused.push(issue('error', fault.code, message, { file, line: row.line }))
      continue
    }
    const cells = headings.map((_, index) => filledCell(row.cells[index] ?? null))
    const long = cells.findIndex(isLong)
    if (long >= 0) {
      const field = headings[long]!
      const message = `${nounOf(lineNoun)} ${row.line}: "${field}" holds ${textOf(cells[long]!).length} characters; screens show its beginning only.`
      issues.push(issue('warning', 'cell-long', message, { file, line: row.line, field }))
    }
    records.push({ line: row.line, cells, geometry: null, outlineFault: null })
  }
  return { file, format, lineNoun, headings, records, refused, issues }
}

type Head = {
  readonly heading: CellRow | undefined
  /** Null: there is no row of tags. */
  readonly tags: readonly (string | null)[] | null
  readonly body: readonly CellRow[]
}

/** Where there is a row of tags the headings stand right above it; a tag stands in for an empty one. */
function headOf(rows: readonly CellRow[]): Head {
  const at = rows
    .slice(0, TAG_ROWS)
    .findIndex(({ cells }) => isTagRow(cells.map((cell) => textOf(cell).trim())))
  const tagRow = rows[at]
  if (!tagRow) return { heading: rows[0], tags: null, body: rows.slice(1) }
  const above = rows[at - 1]?.cells ?? []
  const cells = tagRow.cells.map((tag, index) => textOf(above[index] ?? null).trim() || tag)
  const tags = tagRow.cells.map((tag) => tagOf(textOf(tag)))
  return { heading: { ...tagRow, cells }, tags, body: rows.slice(at + 1) }
}

function faultOf({ cells, isClean }: CellRow, headings: readonly string[]): CellRow['fault'] {
  if (!isClean && cells.some((cell) => typeof cell === 'string' && holdsControl(cell))) {
    const message = 'it holds a NUL or another control character; type it again.'
    return { code: 'control-character', message }
  }
  if (cells.length <= headings.length || cells.slice(headings.length).every(isBlank)) return null
  const message = `it has ${cells.length} cells for ${headings.length} columns; a comma in a text needs quotes around the text.`
  return { code: 'too-many-cells', message }
}

function repeatedHeading(file: string, heading: string): Issue {
  const message = `Several columns of ${file} are called "${heading}"; the later ones are numbered.`
  return issue('warning', 'duplicate-heading', message, { file, field: heading })
}

function nounOf(lineNoun: string): string {
  return `${lineNoun.slice(0, 1).toUpperCase()}${lineNoun.slice(1)}`
}

/** An empty cell, or one of blanks, is null. */
function filledCell(cell: RawValue): RawValue {
  if (typeof cell !== 'string') return cell
  const first = cell.charCodeAt(0)
  return (first > SPACE && first <= LAST_ASCII) || !isBlank(cell) ? cell : null
}

const SPACE = 0x20
/** Beyond it there are blanks of other kinds. */
const LAST_ASCII = 0x7e

function isLong(cell: RawValue): boolean {
  return typeof cell === 'string' && cell.length > LONG_CELL_LENGTH
}

function isBlank(cell: RawValue): boolean {
  return textOf(cell).trim() === ''
}

function textOf(cell: RawValue): string {
  return cell === null ? '' : String(cell)
}
