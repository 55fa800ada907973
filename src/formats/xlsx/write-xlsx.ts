import { type AboutLine, aboutExport, aboutTable, ROW_MARK, rowMark } from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import type { ExportAbout, ExportCell, ExportTable } from '../export/export-table.ts'
import { guarded } from '../export/formula-guard.ts'
import { placeColumns } from '../export/place-columns.ts'
import { zipFiles } from '../export/zip-files.ts'
import { xmlText } from '../xml/xml-text.ts'
import { escapedForSheet } from './sheet-text.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook: a sheet a table, and a sheet "About" with provenance and marking in a single column, which
 * is no table to any reader. Texts are typed as texts and guarded; dates are ISO texts, which no locale
 * reads in another order.
 *
 * @source ECMA-376 part 1, §18; OWASP ASVS 5.0, 1.2.10.
 */
export const writeXlsx: ExportWriter = (tables, about) => {
  const names = sheetNames(tables)
  const sheets = [
    ...tables.map((table) => sheetOfTable(table, about)),
    sheetOfLines([...aboutExport(about), ...tables.flatMap(aboutTable)]),
  ]
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ['xl/workbook.xml', workbook([...names, 'About'])],
    ['xl/_rels/workbook.xml.rels', workbookLinks(sheets.length)],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
    ...sheets.map((text, i) => [`xl/worksheets/sheet${i + 1}.xml`, text] as const),
  ])
  return { bytes: zipFiles(files, about.madeAt), told: [] }
}

/** At most 31 letters, without those that Excel forbids, unlike each other and "About". */
function sheetNames(tables: readonly ExportTable[]): string[] {
  const taken = new Set(['about', 'history'])
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
  const mark = rowMark(about)
  const rows = table.rows.map((row, i) =>
    rowText(i + 2, [...row.cells, ...places.cellsOf(row), mark]),
  )
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  return sheetText(`${frozen}<sheetData>${rowText(1, headings, 1)}${rows.join('')}</sheetData>`)
}

function sheetOfLines(lines: readonly AboutLine[]): string {
  const rows = lines.map(([word, text], i) => rowText(i + 1, [`${word}: ${text}`]))
  return sheetText(`<sheetData>${rows.join('')}</sheetData>`)
}

function sheetText(body: string): string {
  return `${XML}<worksheet xmlns="${MAIN}">${body}</worksheet>`
}

function rowText(line: number, cells: readonly ExportCell[], style = 0): string {
  const texts = cells.map((cell, index) => cellText(`${columnName(index)}${line}`, cell, style))
  return `<row r="${line}">${texts.join('')}</row>`
}

function cellText(reference: string, cell: ExportCell, style: number): string {
  if (cell === null) return ''
  const worn = style === 0 ? '' : ` s="${style}"`
  if (typeof cell === 'number') return `<c r="${reference}"${worn}><v>${cell}</v></c>`
  const text = xmlText(escapedForSheet(guarded(cell)))
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
