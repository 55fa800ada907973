import { issue, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import { parseJson } from '../geojson/parse-json.ts'
import type { RawTable, RawValue, SourceFile } from '../raw-table.ts'
import { type CellRow, tableOfRows } from '../rows/table-of-rows.ts'

/** Where web services such as those of ACLED and UCDP put their rows. */
const ROW_KEYS = ['data', 'Data', 'Result', 'results']

/** A list of lists, the headings first, or a list of objects, alone or in the answer of a web service. */
export function readJsonRows({ name: file, bytes }: SourceFile): Result<RawTable> {
  const parsed = parseJson(decodeText(bytes).text, file)
  if (!parsed.ok) return parsed
  const list = listIn(parsed.value)
  const rows = list ? rowsOf(list) : null
  if (!rows) {
    const message = `${file} is a list in JSON, but none of rows. Export it as CSV or GeoJSON.`
    return refuse(issue('error', 'not-rows', message, { file }))
  }
  return tableOfRows({ file, format: 'JSON', lineNoun: 'record', issues: [] }, rows)
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return null
  const own = ROW_KEYS.find((key) => Object.hasOwn(value, key))
  const list = own === undefined ? null : (value as Readonly<Record<string, unknown>>)[own]
  return Array.isArray(list) ? list : null
}

function rowsOf(list: readonly unknown[]): CellRow[] | null {
  if (list.every(Array.isArray)) {
    return list.map((cells, i) => ({ line: i + 1, cells: cells.map(valueIn) }))
  }
  const isObject = (row: unknown): row is object =>
    typeof row === 'object' && row !== null && !Array.isArray(row)
  if (list.length === 0 || !list.every(isObject)) return null
  const headings = [...new Set(list.flatMap((row) => Object.keys(row)))]
  const own = (row: object, key: string): unknown =>
    Object.hasOwn(row, key) ? (row as Readonly<Record<string, unknown>>)[key] : null
  return [
    { line: 0, cells: headings },
    ...list.map((row, i) => ({
      line: i + 1,
      cells: headings.map((key) => valueIn(own(row, key))),
    })),
  ]
}

function valueIn(value: unknown): RawValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return value === null || value === undefined ? null : JSON.stringify(value)
}
