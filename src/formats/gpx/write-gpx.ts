import { strToU8 } from 'fflate'
import { aboutExport, aboutTable, lineTexts } from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import {
  columnAt,
  type ExportAbout,
  type ExportRow,
  type ExportTable,
} from '../export/export-table.ts'
import { xmlText } from '../xml/xml-text.ts'

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Commonground" xmlns="http://www.topografix.com/GPX/1/1" xmlns:cg="urn:commonground:patrols">'

/**
 * Patrols as tracks with a time at every point; what else is known of a patrol stands in the extensions of
 * its first point.
 *
 * @source GPX 1.1 schema, topografix.com.
 */
export const writeGpx: ExportWriter = (tables, about) => {
  const tracks = tables.flatMap((table) => tracksOf(table).map((rows) => trackText(table, rows)))
  const text = [HEAD, metadata(tables, about), ...tracks, '</gpx>'].join('\n')
  return { bytes: strToU8(`${text}\n`), told: [] }
}

function metadata(tables: readonly ExportTable[], about: ExportAbout): string {
  const lines = [...aboutExport(about), ...tables.flatMap((table) => aboutTable(table))]
  const description = lineTexts(lines).join('\n')
  const sensitivity = tables.map((table) => `${table.title}: ${table.sensitivity}`).join('; ')
  return `<metadata><name>${xmlText(about.operation)}</name><desc>${xmlText(description)}</desc><time>${about.madeAt}</time><keywords>${xmlText(`${about.marking}; ${about.dateTimeGroup}; ${sensitivity}`)}</keywords></metadata>`
}

function tracksOf(table: ExportTable): ExportRow[][] {
  const at = columnAt(table, 'track')
  const tracks = new Map<unknown, ExportRow[]>()
  for (const row of table.rows) {
    const known = tracks.get(row.cells[at])
    if (known) known.push(row)
    else tracks.set(row.cells[at], [row])
  }
  return [...tracks.values()]
}

function trackText(table: ExportTable, rows: readonly ExportRow[]): string {
  const [first] = rows
  const cell = (row: ExportRow | undefined, name: string) =>
    row?.cells[columnAt(table, name)] ?? null
  const extras = table.columns.filter(({ name }) => name !== 'track' && name !== 'time')
  const facts = extras.flatMap(({ name }) => {
    const value = cell(first, name)
    return value === null ? [] : [`<cg:${name}>${xmlText(String(value))}</cg:${name}>`]
  })
  const points = rows.map((row, index) => {
    const [lon, lat] = row.geometry?.type === 'points' ? (row.geometry.points[0] ?? []) : []
    const time = cell(row, 'time')
    const timeText = time === null ? '' : `<time>${time}</time>`
    const own = index === 0 && facts.length > 0 ? `<extensions>${facts.join('')}</extensions>` : ''
    return `<trkpt lat="${lat}" lon="${lon}">${timeText}${own}</trkpt>`
  })
  const name = `Patrol ${cell(first, 'track')}`
  return `<trk><name>${xmlText(name)}</name><trkseg>\n${points.join('\n')}\n</trkseg></trk>`
}
