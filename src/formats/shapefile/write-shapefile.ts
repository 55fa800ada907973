import { aboutText, rowMark } from '../export/about-text.ts'
import type { ExportWriter } from '../export/export-format.ts'
import { column, type ExportAbout, type ExportTable, shapesIn } from '../export/export-table.ts'
import { zipFiles } from '../export/zip-files.ts'
import { ROW_MARK } from '../marks/row-mark.ts'
import type { RawGeometry } from '../raw-table.ts'
import { MAX_TEXT_BYTES, writeDbf } from './write-dbf.ts'
import { writeShp } from './write-shp.ts'

/** As ESRI writes WGS 84. */
const PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

const SUFFIXES: Readonly<Record<RawGeometry['type'], string>> = {
  points: 'points',
  lines: 'lines',
  polygons: 'polygons',
}

/**
 * A zip of shapefiles in WGS 84 and UTF-8, each with .shp, .shx, .dbf, .prj and .cpg, and a README. A table
 * of several sorts of geometry becomes a shapefile for each. Every row bears marking and label, should the
 * shapefile be torn from its README. What the format cannot hold is told, in the README too.
 */
export const writeShapefile: ExportWriter = (tables, about) => {
  const told: string[] = []
  const files = new Map<string, Uint8Array | string>()
  const parts = tables.flatMap(partsOf)
  for (const part of parts) putParts(files, part, about, told)
  const names = tables.map(namesText).filter(Boolean)
  files.set('README.txt', aboutText(parts, about, [...names, ...told]))
  return { bytes: zipFiles(files, about.madeAt), told }
}

function partsOf(table: ExportTable): readonly ExportTable[] {
  const shapes = shapesIn(table)
  if (shapes.length === 1) return [table]
  return shapes.map((shape) => {
    const rows = table.rows.filter(({ geometry }) => geometry?.type === shape)
    return { ...table, stem: `${table.stem}-${SUFFIXES[shape]}`, rows }
  })
}

function putParts(
  files: Map<string, Uint8Array | string>,
  table: ExportTable,
  about: ExportAbout,
  told: string[],
): void {
  const { stem, columns, rows } = table
  const mark = rowMark(about, table)
  const { shp, shx } = writeShp(rows.map(({ geometry }) => geometry))
  const made = new Date(about.madeAt)
  const day = [made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()] as const
  const marked = rows.map((row) => ({ ...row, cells: [...row.cells, mark] }))
  const dbf = writeDbf([...columns, column(ROW_MARK, 'text')], marked, day)
  files.set(`${stem}.shp`, shp)
  files.set(`${stem}.shx`, shx)
  files.set(`${stem}.dbf`, dbf.bytes)
  files.set(`${stem}.prj`, PRJ)
  files.set(`${stem}.cpg`, 'UTF-8')
  for (const [field, count] of dbf.cutCounts) {
    const texts = count === 1 ? '1 text' : `${count} texts`
    told.push(
      `${table.title}: ${texts} of "${field}" longer than ${MAX_TEXT_BYTES} bytes cut, each ending with "…"; every other format holds them whole.`,
    )
  }
}

/** What the short names of its fields stand for. */
function namesText({ title, columns }: ExportTable): string {
  const cut = columns.filter(({ name, shortName }) => name !== shortName)
  const pairs = cut.map(({ name, shortName }) => `${shortName} = ${name}`)
  return pairs.length === 0 ? '' : `Fields of ${title}: ${pairs.join(', ')}.`
}
