import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import type { GeometryReading } from '../geometry/read-geometry.ts'
import { type RawRecord, type RawTable, type RawValue, tooManyColumns } from '../raw-table.ts'

/** What a record says of itself, by heading, and where it lies or why that cannot be told. */
export type PlacedRow = {
  readonly fields: ReadonlyMap<string, RawValue>
  /** Null: it has no position of its own, though its fields may name its area. */
  readonly place: GeometryReading | null
}

/** A table of records with places, counted from 0; its headings are all that any of them has. */
export function tableOfPlaces(
  about: Pick<RawTable, 'file' | 'format' | 'lineNoun'> & { readonly issues: readonly Issue[] },
  rows: readonly PlacedRow[],
): Result<RawTable> {
  const { file, lineNoun } = about
  const headings = [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))]
  const excess = tooManyColumns(file, headings.length)
  if (excess) return refuse(excess)
  const noun = `${lineNoun.slice(0, 1).toUpperCase()}${lineNoun.slice(1)}`
  const records: RawRecord[] = []
  const refused: Issue[] = []
  const issues = [...about.issues]
  rows.forEach(({ fields, place }, line) => {
    const say = (severity: Issue['severity'], code: string, why: string) =>
      issue(severity, code, `${noun} ${line}: ${why}.`, { file, line })
    const cells = headings.map((heading) => fields.get(heading) ?? null)
    if (place === null) {
      records.push({ line, cells, geometry: null, outlineFault: null })
      return
    }
    if ('fault' in place) {
      refused.push(say('error', place.fault.code, place.fault.why))
      return
    }
    for (const { code, why } of place.warnings) issues.push(say('warning', code, why))
    const { geometry, outlineFault } = place
    records.push({ line, cells, geometry, outlineFault })
  })
  return ok({ ...about, headings, records, refused, issues })
}

/** A value of a binary format as a cell: texts, numbers and truth stay, dates become ISO text. */
export function cellOf(value: unknown): RawValue {
  if (typeof value === 'string') return value.replaceAll('\0', '')
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (value === null || value === undefined || ArrayBuffer.isView(value)) return null
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part))
}
