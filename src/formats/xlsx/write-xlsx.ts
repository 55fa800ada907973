import {
  type AboutLine,
  aboutExport,
  aboutTable,
  lineTexts,
  rowMark,
} from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import {
  type ExportAbout,
  type ExportCell,
  type ExportTable,
  isDay,
} from '../export/export-table.ts'
import { placeColumns } from '../export/place-columns.ts'
import { zipFiles } from '../export/zip-files.ts'
import { guarded } from '../marks/formula-guard.ts'
import { ROW_MARK } from '../marks/row-mark.ts'
import { xmlText } from '../xml/xml-text.ts'
import { dayNumberOf } from './day-number.ts'
import { ABOUT_SHEET, escapedForSheet } from './sheet-text.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Positions of the styles that cells wear. */
const WORN = { plain: 0, heading: 1, day: 2, instant: 3 } as const
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`
/** Letters that a day and an instant take: in a narrower column Excel shows hashes. */
const WIDTHS = { [WORN.day]: 12, [WORN.instant]: 20 } as const

/**
 * A workbook: a sheet a table, and a sheet "About" with provenance and marking in a single column, which
 * is no table to any reader. Texts are typed as texts and guarded; dates are dates in UTC, shown year
 * first whatever the locale, and ISO texts where Excel cannot hold them.
 *
 * @source ECMA-376 part 1, §18; OWASP ASVS 5.0, 1.2.10.
 */
export const writeXlsx: ExportWriter = (tables, about) => {
  const names = sheetNames(tables)
  const sheets = [
    ...tables.map((table) => sheetOfTable(table, about)),
    sheetOfLines([
      ...aboutExport(about),
      ...tables.flatMap((table, i) => aboutTable(table, names[i])),
    ]),
  ]
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ['xl/workbook.xml', workbook([...names, ABOUT_SHEET])],
    ['xl/_rels/workbook.xml.rels', workbookLinks(sheets.length)],
    ['xl/styles.xml', STYLES],
    ...sheets.map((text, i) => [`xl/worksheets/sheet${i + 1}.xml`, text] as const),
  ])
  return { bytes: zipFiles(files, about.madeAt), told: [] }
}

/** At most 31 letters, without those that Excel forbids, unlike each other and the one that tells of them. */
function sheetNames(tables: readonly ExportTable[]): string[] {
  const taken = new Set([ABOUT_SHEET.toLowerCase(), 'history'])
  return tables.map(({ title, stem }) => {
    const plain = title.replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ').trim() || stem
    let name = [...plain].slice(0, 31).join('').trim()
    for (let n = 2; taken.has(name.toLowerCase()); n++) {
      name = `${[...plain].slice(0, 27).join('').trim()} ${n}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}

function sheetOfTable(table: ExportTable, about: ExportAbout): string {
  const places = placeColumns(table)
  const headings = [...table.columns.map(({ name }) => name), ...places.headings, ROW_MARK]
  const styles = table.columns.map((_, index) => styleOf(table, index))
  const mark = rowMark(about, table)
  const rows = table.rows.map((row, i) =>
    rowText(i + 2, [...row.cells, ...places.cellsOf(row), mark], (index) => styles[index]),
  )
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const head = rowText(1, headings, () => WORN.heading)
  return sheetText(`${frozen}${widths(styles)}<sheetData>${head}${rows.join('')}</sheetData>`)
}

type Worn = (typeof WORN)[keyof typeof WORN]

/** Columns of days alone show no time. */
function styleOf({ columns, rows }: ExportTable, index: number): Worn {
  if (columns[index]?.type !== 'date') return WORN.plain
  return rows.every(({ cells }) => isDay(cells[index] ?? null)) ? WORN.day : WORN.instant
}

function widths(styles: readonly Worn[]): string {
  const columns = styles.flatMap((style, i) => {
    if (style !== WORN.day && style !== WORN.instant) return []
    return [`<col min="${i + 1}" max="${i + 1}" width="${WIDTHS[style]}" customWidth="1"/>`]
  })
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
}

function sheetOfLines(lines: readonly AboutLine[]): string {
  const rows = lineTexts(lines).map((text, i) => rowText(i + 1, [text]))
  return sheetText(`<sheetData>${rows.join('')}</sheetData>`)
}

function sheetText(body: string): string {
  return `${XML}<worksheet xmlns="${MAIN}">${body}</worksheet>`
}

function rowText(
  line: number,
  cells: readonly ExportCell[],
  styleAt: (index: number) => Worn | undefined = () => WORN.plain,
): string {
  const texts = cells.map((cell, index) =>
    cellText(`${columnName(index)}${line}`, cell, styleAt(index) ?? WORN.plain),
  )
  return `<row r="${line}">${texts.join('')}</row>`
}

function cellText(reference: string, cell: ExportCell, style: Worn): string {
  if (cell === null) return ''
  const isDate = style === WORN.day || style === WORN.instant
  const value = isDate && typeof cell === 'string' ? (dayNumberOf(cell) ?? cell) : cell
  const worn = style === WORN.plain ? '' : ` s="${style}"`
  if (typeof value === 'number') return `<c r="${reference}"${worn}><v>${value}</v></c>`
  const text = xmlText(escapedForSheet(guarded(value)))
  return `<c r="${reference}"${worn} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** A, B … Z, AA … */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`
}

function contentTypes(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET}.worksheet+xml"/>`,
  )
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/>${sheets.join('')}</Types>`
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function workbookLinks(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${sheetCount + 1}" Type="${LINKS}/styles" Target="styles.xml"/>`
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`
}
