import { aboutMembers } from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import type { ExportAbout, ExportRow, ExportTable } from '../export/export-table.ts'
import { oneOrZip } from '../export/one-or-zip.ts'
import { coordinatesOf } from '../geometry/coordinates-of.ts'
import { MEMBERS_KEY } from '../marks/stated.ts'

/**
 * A feature collection, a feature a line, with provenance and marking as a member of its own. Numbers
 * are as exact as they are held.
 *
 * @source RFC 7946; foreign members §6.1.
 */
export const writeGeojson: ExportWriter = oneOrZip('.geojson', textOf)

function textOf(table: ExportTable, about: ExportAbout): string {
  const head = `{"type":"FeatureCollection","name":${JSON.stringify(table.title)},"${MEMBERS_KEY}":${JSON.stringify(aboutMembers(about, table))},"features":[`
  return `${head}\n${table.rows.map((row) => featureText(table, row)).join(',\n')}\n]}\n`
}

function featureText({ columns }: ExportTable, { cells, geometry }: ExportRow): string {
  const properties = Object.fromEntries(columns.map(({ name }, i) => [name, cells[i] ?? null]))
  const place = geometry && coordinatesOf(geometry)
  return JSON.stringify({ type: 'Feature', properties, geometry: place })
}
