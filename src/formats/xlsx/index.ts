import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import type { ZipEntry } from '../bytes/unzip.ts'
import { withoutGuards } from '../marks/formula-guard.ts'
import { inOneLine, type Stated, statedInNotes, withStated } from '../marks/stated.ts'
import type { RawTable } from '../raw-table.ts'
import { fromHeading } from '../rows/heading-row.ts'
import { type CellRow, tableOfRows } from '../rows/table-of-rows.ts'
import { withWktPlaces } from '../rows/wkt-column.ts'
import { childOf, foundBelow, readXml, type XmlElement } from '../xml/read-xml.ts'
import { dateFormats } from './date-formats.ts'
import { readSheet, type Workbook } from './read-sheet.ts'
import { ABOUT_SHEET, unescapedFromSheet } from './sheet-text.ts'

const WORKBOOK = 'xl/workbook.xml'

/** Whether a zip with these entries is a workbook. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === WORKBOOK)
}

/**
 * The sheets of a workbook that hold a table, one each: values as they were last worked out, dates as
 * ISO text, merged cells filled. A title above the headings is passed over; a sheet that is
 * hidden or has no table is named and left out. Numbers that no style shows as dates stay numbers, and the
 * table says if the workbook counts days from 1904.
 *
 * @source ECMA-376 part 1, §18 (SpreadsheetML).
 */
export function readXlsx(file: string, entries: readonly ZipEntry[]): Result<readonly RawTable[]> {
  const parts = new Map(entries.map(({ name, bytes }) => [name, bytes]))
  const rootOf = (name: string): Result<XmlElement | null> => {
    const bytes = parts.get(name)
    return bytes ? readXml(decodeText(bytes).text, file) : ok(null)
  }
  const [book, links, strings, styles] = [
    rootOf(WORKBOOK),
    rootOf('xl/_rels/workbook.xml.rels'),
    rootOf('xl/sharedStrings.xml'),
    rootOf('xl/styles.xml'),
  ] as const
  for (const part of [book, links, strings, styles]) if (!part.ok) return refuse(...part.issues)
  if (!book.ok || !links.ok || !strings.ok || !styles.ok) return refuse(damage(file))
  const workbook: Workbook = {
    strings: (strings.value?.children ?? []).filter(({ name }) => name === 'si').map(textIn),
    isDateStyle: dateFormats(styles.value),
    isFrom1904: /^(1|true)$/.test(
      childOf(book.value, 'workbookPr')?.attributes.get('date1904') ?? '',
    ),
  }
  const targets = new Map(
    (links.value?.children ?? []).map(({ attributes }) => [
      attributes.get('Id') ?? '',
      attributes.get('Target') ?? '',
    ]),
  )
  const sheets = childOf(book.value, 'sheets')?.children ?? []
  const rowsOf = ({ attributes }: XmlElement): Result<CellRow[]> => {
    const target = targets.get(attributes.get('id') ?? '') ?? ''
    const sheet = rootOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (!sheet.ok) return sheet
    return ok(sheet.value ? readSheet(sheet.value, workbook) : [])
  }
  const about = sheets.find(({ attributes }) => attributes.get('name') === ABOUT_SHEET)
  const notes = about ? rowsOf(about) : ok([])
  const stated = statedIn(notes.ok ? notes.value : [])
  const tables: RawTable[] = []
  const issues: Issue[] = []
  for (const sheet of sheets) {
    const title = sheet.attributes.get('name') ?? 'sheet'
    const shown = sheets.length > 1 ? `${file} › ${title}` : file
    if (/hidden$/i.test(sheet.attributes.get('state') ?? '')) {
      const message = `${shown} is a hidden sheet and was left out. If it is data, show it in the workbook, save and import again.`
      issues.push(issue('warning', 'sheet-hidden', message, { file }))
      continue
    }
    const all = rowsOf(sheet)
    if (!all.ok) return all
    const rows = fromHeading(all.value)
    if (rows.length < 2) {
      if (title === ABOUT_SHEET && stated.size > 0) continue
      issues.push(issue('note', 'sheet-without-table', `${shown} holds no table.`, { file }))
      continue
    }
    const table = tableOfRows({ file: shown, format: 'XLSX', lineNoun: 'row', issues: [] }, rows)
    if (table.ok) {
      const read = withWktPlaces(withoutGuards(table.value))
      const own = workbook.isFrom1904 ? { ...read, dayNumbersFrom: 1904 as const } : read
      tables.push(withStated(own, stated.get(inOneLine(title))))
    } else issues.push(...table.issues)
  }
  return tables.length > 0 ? ok(tables, issues) : refuse(...(issues[0] ? issues : [damage(file)]))
}

/** What the workbook says of its tables by the names of their sheets, where this program wrote it. */
function statedIn(rows: readonly CellRow[]): ReadonlyMap<string, Stated> {
  return statedInNotes(rows.map(({ cells }) => String(cells[0] ?? '')).join('\n'))
}

/** The text of a string item: its runs, without readings set over them. */
function textIn(item: XmlElement): string {
  const runs = item.children.filter(({ name }) => name !== 'rPh')
  const texts = runs
    .flatMap((run) => (run.name === 't' ? [run] : foundBelow(run, TEXTS)))
    .map(({ rawText }) => rawText)
  return unescapedFromSheet(texts.join(''))
}

const TEXTS = new Set(['t'])

function damage(file: string): Issue {
  const message = `${file} is no whole workbook; save it again as .xlsx.`
  return issue('error', 'xlsx-damaged', message, { file })
}
