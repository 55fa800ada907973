import Papa from 'papaparse'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import {
  type RawRecord,
  type RawTable,
  type SourceFile,
  tooManyColumns,
  uniqueHeadings,
} from '../raw-table.ts'

type Row = {
  readonly line: number
  readonly cells: readonly string[]
  /** What the parser found wrong with its quotes, if anything. */
  readonly quoteFault: string | null
}

const LONG_CELL_LENGTH = 10_000
const LINE_BREAK = /\r\n|\r|\n/g
/** Control characters other than tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/**
 * Rows of a delimited text: comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252. Cells stay
 * text exactly as written: a formula is a text, a number is read later. Lines are those of the file,
 * also after blank lines and line breaks within quotes.
 */
export function readCsv(file: SourceFile): Result<RawTable> {
  const fail = (code: string, message: string) =>
    refuse<never>(issue('error', code, message, { file: file.name }))
  const { text, isGuessed } = decodeText(file.bytes)
  const rows = rowsOf(text).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [heading, ...body] = belowTags(rows)
  if (!heading) return fail('no-rows', `${file.name} holds no rows.`)
  const excess = tooManyColumns(file.name, heading.cells.length)
  if (excess) return refuse(excess)
  if (body.length === 0) {
    return fail('no-rows', `${file.name} has a heading but no rows below it.`)
  }
  const { unique, repeated } = uniqueHeadings(heading.cells.map((cell) => cell.trim()))
  const issues = [
    ...(isGuessed ? [encodingGuess(file.name)] : []),
    ...repeated.map((name) => repeatedHeading(file.name, name)),
  ]
  return ok(tableOf(file.name, unique, body, issues))
}

function rowsOf(text: string): Row[] {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '|'],
  })
  const faults = new Map(
    errors.filter(({ type }) => type === 'Quotes').map(({ row, code }) => [row, code]),
  )
  let line = 1
  return data.map((cells, index) => {
    const row = { line, cells, quoteFault: faults.get(index) ?? null }
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(LINE_BREAK)?.length ?? 0), 0)
    return row
  })
}

/** Drops the heading rows above a row of HXL tags; a tag stands in for an empty heading. */
function belowTags(rows: readonly Row[]): readonly Row[] {
  const at = rows.slice(0, 6).findIndex(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '')
    return filled.length > 0 && filled.every((cell) => /^#[a-z][\w+ ]*$/i.test(cell.trim()))
  })
  const tags = rows[at]
  if (!tags) return rows
  const above = rows[at - 1]?.cells ?? []
  const cells = tags.cells.map((tag, index) => above[index]?.trim() || tag)
  return [{ ...tags, cells }, ...rows.slice(at + 1)]
}

function tableOf(
  file: string,
  headings: readonly string[],
  rows: readonly Row[],
  fileIssues: readonly Issue[],
): RawTable {
  const records: RawRecord[] = []
  const refused: Issue[] = []
  const issues = [...fileIssues]
  for (const row of rows) {
    const fault = rowFault(row, headings, file)
    if (fault) {
      refused.push(fault)
      continue
    }
    const cells = headings.map((_, index) => {
      const cell = row.cells[index] ?? ''
      return cell.trim() === '' ? null : cell
    })
    const long = cells.findIndex((cell) => (cell?.length ?? 0) > LONG_CELL_LENGTH)
    if (long >= 0) issues.push(longCell(file, row.line, headings[long]!, cells[long]!.length))
    records.push({ line: row.line, cells, geometry: null, outlineFault: null })
  }
  return { file, format: 'CSV', lineNoun: 'line', headings, records, refused, issues }
}

function rowFault({ line, cells, quoteFault }: Row, headings: readonly string[], file: string) {
  const fail = (code: string, message: string) =>
    issue('error', code, `Line ${line}: ${message}`, { file, line })
  if (quoteFault === 'MissingQuotes') {
    const swallowed = cells.join('').trimEnd().match(LINE_BREAK)?.length ?? 0
    return fail(
      'unbalanced-quote',
      `a quote opens here and never closes, so ${swallowed} lines below it are swallowed. Close it and import again.`,
    )
  }
  if (quoteFault) return fail('bad-quote', 'a quote stands inside a quoted cell; double it.')
  if (cells.some((cell) => CONTROL.test(cell))) {
    return fail('control-character', 'it holds a NUL or another control character; type it again.')
  }
  const extra = cells.slice(headings.length).filter((cell) => cell.trim() !== '').length
  if (extra === 0) return null
  return fail(
    'too-many-cells',
    `it has ${cells.length} cells for ${headings.length} columns; a comma in a text needs quotes around the text.`,
  )
}

function encodingGuess(file: string): Issue {
  const message = `${file} is not UTF-8; it was read as Windows-1252. Look at its accents before you go on.`
  return issue('warning', 'encoding-guessed', message, { file })
}

function repeatedHeading(file: string, heading: string): Issue {
  const message = `Several columns of ${file} are called "${heading}"; the later ones are numbered.`
  return issue('warning', 'duplicate-heading', message, { file, field: heading })
}

function longCell(file: string, line: number, field: string, length: number): Issue {
  const message = `Line ${line}: "${field}" holds ${length} characters; screens show its beginning only.`
  return issue('warning', 'cell-long', message, { file, line, field })
}
