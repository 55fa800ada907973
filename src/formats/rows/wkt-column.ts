import { type Issue, issue } from '#core/issue.ts'
import { isWkt, readWkt } from '../geometry/wkt.ts'
import type { RawRecord, RawTable } from '../raw-table.ts'

/** What geographic programs call a column of well-known text. */
const HEADING = /^(wkt|geometry|geom|the_geom|wkt_geom|shape|geo_shape)$/i

/**
 * Places of rows from a column of well-known text in degrees, where there is one. A row whose text is
 * no geometry is refused; the column itself is taken out.
 */
export function withWktPlaces(table: RawTable): RawTable {
  const at = wktColumnOf(table)
  return at === null ? table : placedByWkt(table, at)
}

/** Which column holds well-known text; null: none does. */
export function wktColumnOf({ headings, records }: RawTable): number | null {
  const at = headings.findIndex((heading) => HEADING.test(heading.trim()))
  return at >= 0 && records.some(({ cells }) => isWkt(String(cells[at] ?? ''))) ? at : null
}

/** The table with the places of one column, which is taken out; see `withWktPlaces`. */
export function placedByWkt(table: RawTable, at: number): RawTable {
  const without = <T>(list: readonly T[]) => list.filter((_, index) => index !== at)
  const records: RawRecord[] = []
  const refused: Issue[] = [...table.refused]
  const issues: Issue[] = [...table.issues]
  for (const record of table.records) {
    const say = (severity: Issue['severity'], code: string, why: string) =>
      issue(severity, code, `Line ${record.line}: ${why}.`, {
        file: table.file,
        line: record.line,
      })
    const text = record.cells[at] ?? null
    const cells = without(record.cells)
    if (text === null) {
      records.push({ ...record, cells })
      continue
    }
    const read = readWkt(String(text))
    if ('fault' in read) {
      refused.push(say('error', read.fault.code, read.fault.why))
      continue
    }
    for (const { code, why } of read.warnings) issues.push(say('warning', code, why))
    records.push({ ...record, cells, geometry: read.geometry, outlineFault: read.outlineFault })
  }
  const tags = table.tags ? { tags: without(table.tags) } : {}
  return { ...table, ...tags, headings: without(table.headings), records, refused, issues }
}
