import { textColumn, textsIn } from '#core/columns/columns.ts'
import { canonicalJson, hashOfText } from './canonical-json.ts'
import type { Column, Columns, Geometry } from './columns/columns.ts'
import { columnsFault } from './columns/kinds.ts'
import {
  type OperationDocument,
  SCHEMA_VERSION,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type Tables,
} from './document.ts'
import { type Issue, issue, ok, type Result, refuse } from './issue.ts'
import { readableSlide, writtenSlide } from './newer-slides.ts'
import { withOnePosture } from './one-posture.ts'
import { HandedOver } from './records/handed-over.ts'
import { upgrade } from './upgrade.ts'

/** A document with the columns of its datasets: all there is of an operation. */
export type OperationContents = {
  readonly document: OperationDocument
  readonly columns: ReadonlyMap<string, Columns>
  /** What left it, as far as the file that it came in tells; left out: nothing. */
  readonly handedOver?: readonly HandedOver[]
}

const FORMAT = 'commonground-operation'

/**
 * One plain JSON text, sorted, that opens again to an identical document. Missing numbers are null.
 * Columns of a dataset that no row names any more are left out.
 */
export function writeOperationFile({
  document,
  columns,
  handedOver = [],
}: OperationContents): string {
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, writtenRows(document.tables, name)]),
  )
  const datasets = Object.fromEntries(
    [...columns]
      .filter(([id]) => document.tables.datasets.has(id))
      .map(([id, batch]) => [id, plainColumns(batch)]),
  )
  const body = {
    format: FORMAT,
    schemaVersion: SCHEMA_VERSION,
    id: document.id,
    tables,
    datasets,
    handedOver: handedOver.length === 0 ? undefined : handedOver,
  }
  const text = canonicalJson(body)
  return `${text.slice(0, -1)},"zSha256":"${hashOfText(text)}"}\n`
}

/**
 * Reads an operation file. A damaged or newer file is refused with the reason; older ones are
 * brought up to date.
 */
export function readOperationFile(text: string, file: string): Result<OperationContents> {
  const fail = (code: string, message: string) =>
    refuse<never>(issue('error', code, message, { file }))
  const body = parseObject(text)
  if (!body) return fail('not-json', `${file} is not a whole JSON file; ask for it again.`)
  if (body['format'] !== FORMAT) {
    return fail(
      'not-an-operation',
      `${file} is not a Commonground operation; import it as data instead.`,
    )
  }
  const version = body['schemaVersion']
  if (typeof version !== 'number' || version > SCHEMA_VERSION) {
    return fail(
      'newer-version',
      `${file} was written by a newer Commonground (format ${String(version)}); update this one to open it.`,
    )
  }
  if (!isIntact(text, body)) {
    return fail(
      'damaged',
      `${file} was damaged or changed by hand: its checksum does not fit. Open another copy.`,
    )
  }
  return readBody(upgrade(body, version), file)
}

function readBody(body: Record<string, unknown>, file: string): Result<OperationContents> {
  const issues: Issue[] = []
  const tables = readTables(body['tables'], file, issues)
  const columns = new Map<string, Columns>()
  for (const [id, plain] of Object.entries(asRecord(body['datasets']))) {
    const dataset = tables.datasets.get(id)
    const batch = dataset ? columnsOf(asRecord(plain)) : null
    const fault = dataset && batch ? columnsFault(dataset.kind, batch) : 'nothing names it'
    if (batch && !fault) columns.set(id, batch)
    else
      issues.push(
        issue('error', 'bad-dataset', `Dataset ${id} cannot be read: ${fault}.`, { file }),
      )
  }
  for (const { id, title } of tables.datasets.values()) {
    if (!columns.has(id)) {
      issues.push(
        issue('error', 'missing-dataset', `The data of "${title}" is not in the file.`, { file }),
      )
    }
  }
  if (typeof body['id'] !== 'string' || !tables.operation.has('operation')) {
    issues.push(
      issue('error', 'no-settings', `${file} has no settings row; it cannot be opened.`, { file }),
    )
  }
  const handedOver = HandedOver.array().safeParse(body['handedOver'] ?? [])
  if (!handedOver.success) {
    const message = `The list of what left the operation in ${file} cannot be read.`
    issues.push(issue('error', 'bad-handover', message, { file }))
  }
  if (issues.length > 0) return refuse(...issues)
  const { scenarios, mended } = withOnePosture(tables.scenarios)
  const document = { id: String(body['id']), tables: { ...tables, scenarios } }
  const told = mended ? [issue('warning', 'posture', `${file}: ${mended}`, { file })] : []
  if (!handedOver.data?.length) return ok({ document, columns }, told)
  return ok({ document, columns, handedOver: handedOver.data }, told)
}

function readTables(plain: unknown, file: string, issues: Issue[]): Tables {
  const source = asRecord(plain)
  const tables: Record<string, Map<string, unknown>> = {}
  for (const name of TABLE_NAMES) {
    const rows = new Map<string, unknown>()
    const list = source[name]
    for (const [index, row] of (Array.isArray(list) ? list : []).entries()) {
      const parsed = TABLES[name].safeParse(name === 'slides' ? readableSlide(row) : row)
      if (parsed.success) rows.set(parsed.data.id, parsed.data)
      else {
        const [first] = parsed.error.issues
        const field = first?.path.join('.') ?? ''
        const message = `Row ${index + 1} of ${name} cannot be read: ${field}: ${first?.message ?? ''}.`
        issues.push(issue('error', 'bad-row', message, { file, line: index, field }))
      }
    }
    tables[name] = rows
  }
  return tables as unknown as Tables
}

function isIntact(text: string, body: Record<string, unknown>): boolean {
  const hash = body['zSha256']
  if (typeof hash !== 'string') return false
  const ending = `,"zSha256":"${hash}"}`
  const trimmed = text.trimEnd()
  return trimmed.endsWith(ending) && hashOfText(`${trimmed.slice(0, -ending.length)}}`) === hash
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function writtenRows(tables: Tables, name: TableName): unknown[] {
  if (name !== 'slides') return sortedRows(tables[name])
  return [...tables.slides.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(writtenSlide)
}

function sortedRows(rows: ReadonlyMap<string, { readonly id: string }>): unknown[] {
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function plainColumns({ rowCount, geometry, fields }: Columns): unknown {
  return {
    rowCount,
    geometry: Object.fromEntries(
      Object.entries(geometry).map(([key, value]) => [
        key,
        ArrayBuffer.isView(value) ? plainNumbers(value as Float64Array) : value,
      ]),
    ),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, column]) => [name, plainColumn(column)]),
    ),
  }
}

function plainColumn(column: Column): unknown {
  if (column.type === 'number') return { type: 'number', values: plainNumbers(column.values) }
  if (column.type === 'category') return { ...column, codes: [...column.codes] }
  return { type: 'text', values: textsIn(column) }
}

function plainNumbers(values: Float64Array | Uint32Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value))
}

function columnsOf(plain: Record<string, unknown>): Columns | null {
  const rowCount = plain['rowCount']
  const geometry = geometryOf(asRecord(plain['geometry']))
  if (typeof rowCount !== 'number' || !geometry) return null
  const fields: Record<string, Column> = {}
  for (const [name, column] of Object.entries(asRecord(plain['fields']))) {
    const read = columnOf(asRecord(column))
    if (!read) return null
    fields[name] = read
  }
  return { rowCount, geometry, fields }
}

function geometryOf(plain: Record<string, unknown>): Geometry | null {
  if (plain['type'] === 'none') return { type: 'none' }
  const positions = numbersFrom(plain['positions'])
  if (!positions) return null
  if (plain['type'] === 'points') return { type: 'points', positions }
  const offsets = numbersFrom(plain['offsets'])
  if (plain['type'] !== 'lines' || !offsets) return null
  return {
    type: 'lines',
    positions,
    offsets: Uint32Array.from(offsets),
    vertexEpochMinutes: numbersFrom(plain['vertexEpochMinutes']),
  }
}

function columnOf(plain: Record<string, unknown>): Column | null {
  const { type, values, codes, labels } = plain as {
    type?: unknown
    values?: unknown
    codes?: unknown
    labels?: unknown
  }
  if (type === 'number') {
    const read = numbersFrom(values)
    return read && { type, values: read }
  }
  if (type === 'text') return isTexts(values) ? textColumn(values) : null
  const read = numbersFrom(codes)
  return type === 'category' && read && isTexts(labels)
    ? { type, codes: Int32Array.from(read), labels }
    : null
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

function numbersFrom(value: unknown): Float64Array | null {
  if (!Array.isArray(value)) return null
  const numbers = new Float64Array(value.length)
  for (let i = 0; i < value.length; i++) {
    const entry: unknown = value[i]
    if (entry !== null && typeof entry !== 'number') return null
    numbers[i] = entry ?? Number.NaN
  }
  return numbers
}
