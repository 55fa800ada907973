import { strToU8 } from 'fflate'
import type { LonLat, Polygon } from '#core/place.ts'
import {
  type AboutLine,
  aboutExport,
  aboutTable,
  aboutText,
  lineTexts,
} from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import {
  columnAt,
  type ExportAbout,
  type ExportRow,
  type ExportTable,
} from '../export/export-table.ts'
import { zipFiles } from '../export/zip-files.ts'
import type { RawGeometry } from '../raw-table.ts'
import { xmlText } from '../xml/xml-text.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">'
/** Colours that people who see red and green alike can tell apart (Okabe and Ito), as red, green, blue. */
const COLOURS = ['0072b2', 'e69f00', '009e73', 'cc79a7', 'd55e00', '56b4e9', '7f7f7f', 'b8860b']

/** One table as KML: a style for each kind of row, facts as extended data. */
export const writeKml: ExportWriter = (tables, about) => {
  const [table] = tables
  if (!table || tables.length > 1) throw new RangeError('a KML holds one table; use KMZ')
  return { bytes: strToU8(documentText(table, about)), told: [] }
}

/** Several tables as KMZ: a KML each, and an index that shows them together. Nothing is remote. */
export const writeKmz: ExportWriter = (tables, about) => {
  const index = tables.map(
    ({ title, stem }) =>
      `<NetworkLink><name>${xmlText(title)}</name><Link><href>layers/${stem}.kml</href></Link></NetworkLink>`,
  )
  const root = `${HEAD}<Document><name>${xmlText(about.operation)}</name>${notes(aboutExport(about)).join('')}${index.join('')}</Document></kml>\n`
  const files = new Map([
    ['doc.kml', root],
    ...tables.map((table) => [`layers/${table.stem}.kml`, documentText(table, about)] as const),
    ['README.txt', aboutText(tables, about)],
  ])
  return { bytes: zipFiles(files, about.madeAt), told: [] }
}

function documentText(table: ExportTable, about: ExportAbout): string {
  const styles = styleOf(table)
  const lines = [...aboutExport(about), ...aboutTable(table)]
  const [description, data] = notes(lines)
  const parts = [
    `${HEAD}<Document><name>${xmlText(table.title)}</name>`,
    description,
    ...styles.texts,
    data,
    ...table.rows.map((row) => placemark(table, row, styles.idOf(row))),
    '</Document></kml>',
  ]
  return `${parts.join('\n')}\n`
}

/** What is told of the file, for people and for programs; styles stand between the two. */
function notes(lines: readonly AboutLine[]): readonly [description: string, data: string] {
  const text = lineTexts(lines).join('\n')
  const data = lines.map(([word, said]) => dataText(word, said)).join('')
  return [`<description>${xmlText(text)}</description>`, `<ExtendedData>${data}</ExtendedData>`]
}

function dataText(name: string, value: string): string {
  return `<Data name="${xmlText(name)}"><value>${xmlText(value)}</value></Data>`
}

function styleOf(table: ExportTable) {
  const at = table.styledBy === null ? -1 : columnAt(table, table.styledBy)
  const kinds = [...new Set(table.rows.map(({ cells }) => String(cells[at] ?? '')))]
  const numbers = new Map(kinds.map((kind, index) => [kind, index]))
  const idOf = ({ cells }: ExportRow) => `kind-${numbers.get(String(cells[at] ?? ''))}`
  const texts = kinds.map((_, index) => {
    const [, red, green, blue] = /^(..)(..)(..)$/.exec(COLOURS[index % COLOURS.length] ?? '') ?? []
    const colour = `${blue}${green}${red}`
    return `<Style id="kind-${index}"><IconStyle><color>ff${colour}</color></IconStyle><LineStyle><color>ff${colour}</color><width>2</width></LineStyle><PolyStyle><color>40${colour}</color></PolyStyle></Style>`
  })
  return { texts, idOf }
}

const NAMES = /^(name|title|project|facility|track|(base|unit|zone|road|place)_name)$/

function placemark({ columns }: ExportTable, row: ExportRow, style: string): string {
  const cells = columns.map((column, index) => ({ column, cell: row.cells[index] ?? null }))
  const named = cells.find(({ column, cell }) => NAMES.test(column.name) && cell !== null)
  const dated = cells.find(({ column }) => column.role === 'occurredAt')?.cell ?? null
  const data = cells
    .filter(({ cell }) => cell !== null)
    .map(({ column, cell }) => dataText(column.name, String(cell)))
  const title = named ? `<name>${xmlText(String(named.cell))}</name>` : ''
  const time = dated === null ? '' : `<TimeStamp><when>${dated}</when></TimeStamp>`
  const place = row.geometry ? placeText(row.geometry) : ''
  return `<Placemark>${title}${time}<styleUrl>#${style}</styleUrl><ExtendedData>${data.join('')}</ExtendedData>${place}</Placemark>`
}

function placeText(geometry: RawGeometry): string {
  const parts = partsOf(geometry)
  return parts.length === 1 ? (parts[0] ?? '') : `<MultiGeometry>${parts.join('')}</MultiGeometry>`
}

function partsOf(geometry: RawGeometry): string[] {
  if (geometry.type === 'points') {
    return geometry.points.map((point) => `<Point>${positions([point])}</Point>`)
  }
  if (geometry.type === 'lines') {
    return geometry.lines.map(
      (line) => `<LineString><tessellate>1</tessellate>${positions(line)}</LineString>`,
    )
  }
  return geometry.polygons.map(polygonText)
}

function polygonText(polygon: Polygon): string {
  const rings = polygon.map((ring, index) => {
    const boundary = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs'
    return `<${boundary}><LinearRing>${positions(ring)}</LinearRing></${boundary}>`
  })
  return `<Polygon>${rings.join('')}</Polygon>`
}

function positions(list: readonly LonLat[]): string {
  return `<coordinates>${list.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates>`
}
