import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import { type CoordinateSystem, systemOfName, systemOfText } from '../geometry/coordinate-system.ts'
import { readGeometry, type ToDegrees } from '../geometry/read-geometry.ts'
import type { RawRecord, RawTable, ReadAnswers, SourceFile } from '../raw-table.ts'
import { type DbfTable, readDbf } from './read-dbf.ts'
import { readShp, type ShpFile, type ShpRecord } from './read-shp.ts'

/**
 * A .shp with the .dbf, .prj and .cpg beside it as one table, reprojected to degrees. Shapes and
 * attribute rows go together by number and are never shifted: what lacks its other half is refused.
 */
export function readShapefile(file: SourceFile, answers: ReadAnswers): Result<RawTable> {
  const fail = (code: string, message: string) =>
    refuse<never>(issue('error', code, message, { file: file.name }))
  const shp = readShp(file.bytes)
  if (!shp) return fail('shp-damaged', `The .shp in ${file.name} is damaged; ask for it again.`)
  const attributes = file.sidecars.get('dbf')
  const dbf = attributes ? readDbf(attributes, sidecarText(file, 'cpg')) : null
  if (!dbf) {
    return fail(
      'dbf-missing',
      `${file.name} has no readable .dbf beside its .shp; put .shp, .dbf and .prj into one zip.`,
    )
  }
  const system = systemOf(file, shp, answers)
  if (system === 'unknown') {
    const named = answers.crs ?? 'its .prj'
    return fail(
      'crs-unknown',
      `${file.name}: the coordinate system of ${named} is not known here; export it in WGS 84.`,
    )
  }
  if (system === 'missing') {
    return fail(
      'crs-missing',
      `${file.name} has no .prj and its numbers are no degrees (${shp.extent.map(Math.round).join(', ')}); ask which coordinate system it is in and name it, such as EPSG:32629, or get the .prj.`,
    )
  }
  if (shp.records.length === 0) return fail('no-rows', `${file.name} holds no record.`)
  return ok(tableOf(file, shp, dbf, system))
}

function sidecarText(file: SourceFile, extension: string): string | null {
  const bytes = file.sidecars.get(extension)
  return bytes ? decodeText(bytes).text : null
}

function systemOf(
  file: SourceFile,
  { extent }: ShpFile,
  { crs }: ReadAnswers,
): CoordinateSystem | 'missing' {
  if (crs) return systemOfName(crs)
  const stated = sidecarText(file, 'prj')
  if (stated?.trim()) return systemOfText(stated)
  const [west, south, east, north] = extent
  const isDegrees = west >= -180 && east <= 180 && south >= -90 && north <= 90
  return isDegrees ? null : 'missing'
}

function tableOf(
  file: SourceFile,
  shp: ShpFile,
  dbf: DbfTable,
  toDegrees: ToDegrees | null,
): RawTable {
  const refused: Issue[] = []
  const issues = fileIssues(file, shp, dbf)
  if (!file.sidecars.has('prj')) issues.push(withoutPrj(file.name, toDegrees))
  const records: RawRecord[] = []
  for (const shape of shp.records) {
    const record = recordOf(file.name, shape, dbf, toDegrees)
    if ('refusal' in record) refused.push(record.refusal)
    else {
      records.push(record.record)
      issues.push(...record.warnings)
    }
  }
  if (shp.isCutByLength) {
    for (let number = shp.records.length + 1; number <= dbf.rows.length; number++) {
      const why = `it cannot be found after record ${shp.records.length}`
      refused.push(recordIssue(file.name, number, 'shp-record-length', why))
    }
  }
  return {
    file: file.name,
    format: 'shapefile',
    lineNoun: 'record',
    headings: dbf.headings,
    records,
    refused,
    issues,
  }
}

function recordOf(
  file: string,
  shape: ShpRecord,
  dbf: DbfTable,
  toDegrees: ToDegrees | null,
):
  | { readonly refusal: Issue }
  | { readonly record: RawRecord; readonly warnings: readonly Issue[] } {
  const { number } = shape
  const drop = (code: string, why: string) => ({ refusal: recordIssue(file, number, code, why) })
  if ('fault' in shape) return drop(shape.fault, shape.why)
  const cells = dbf.rows[number - 1]
  if (cells === null) return drop('record-deleted', 'its attributes are marked as deleted')
  if (!cells) return drop('attribute-missing', `the .dbf ends after ${dbf.rows.length} rows`)
  const read = readGeometry(shape.type, shape.coordinates, toDegrees)
  if ('fault' in read) return drop(read.fault.code, read.fault.why)
  const { geometry, outlineFault } = read
  return {
    record: { line: number, cells, geometry, outlineFault },
    warnings: read.warnings.map(({ code, why }) => ({
      ...recordIssue(file, number, code, why),
      severity: 'warning',
    })),
  }
}

function recordIssue(file: string, number: number, code: string, why: string): Issue {
  return issue('error', code, `Record ${number}: ${why}.`, { file, line: number })
}

function fileIssues({ name }: SourceFile, shp: ShpFile, dbf: DbfTable): Issue[] {
  const found = dbf.repeated.map((field) =>
    issue(
      'warning',
      'duplicate-heading',
      `Several columns of ${name} are called "${field}"; the later ones are numbered.`,
      { file: name, field },
    ),
  )
  if (shp.records.length !== dbf.rows.length) {
    const message = `${name} has ${shp.records.length} shapes that can be found and ${dbf.rows.length} rows of attributes; they were put together by number.`
    found.push(issue('warning', 'shape-count', message, { file: name }))
  }
  return found
}

/** A system that was told, or degrees by the look of the numbers. */
function withoutPrj(file: string, toDegrees: ToDegrees | null): Issue {
  const message = toDegrees
    ? `${file} has no .prj; it was read in the coordinate system that you named.`
    : `${file} has no .prj; its numbers are degrees by their size and were read as WGS 84.`
  return issue('note', 'crs-assumed', message, { file })
}
