import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import { type CoordinateSystem, systemOfName } from '../geometry/coordinate-system.ts'
import { readGeometry, type ToDegrees } from '../geometry/read-geometry.ts'
import { MEMBERS_KEY, type Stated, statedInMembers, withStated } from '../marks/stated.ts'
import {
  type RawRecord,
  type RawTable,
  type RawValue,
  type ReadAnswers,
  type SourceFile,
  tooManyColumns,
} from '../raw-table.ts'
import { parseJson } from './parse-json.ts'

type Members = Readonly<Record<string, unknown>>

/** Stands before each feature of a GeoJSON text sequence (RFC 8142). */
export const RECORD_SEPARATOR = '\u001e'

/** Features with their properties as columns; a fault in one feature leaves the others alone. */
export function readGeojson(file: SourceFile, answers: ReadAnswers): Result<RawTable> {
  const fail = (code: string, message: string) =>
    refuse<never>(issue('error', code, message, { file: file.name }))
  const text = decodeText(file.bytes).text.replaceAll(RECORD_SEPARATOR, '')
  const parsed = isSequence(text) ? sequence(text, file.name) : parseJson(text, file.name)
  if (!parsed.ok) return parsed
  const features = featuresOf(parsed.value)
  if (!features) {
    return fail(
      'not-geojson',
      `${file.name} is JSON, but no GeoJSON: it has no features. Export it as GeoJSON.`,
    )
  }
  if (features.length === 0) return fail('no-rows', `${file.name} holds no feature.`)
  const stated = crsName(parsed.value)
  const system: CoordinateSystem = systemOfName(answers.crs ?? stated ?? 'CRS84')
  if (system === 'unknown') {
    return fail(
      'crs-unknown',
      `${file.name} names a coordinate system that is not known here ("${answers.crs ?? stated}"); export it in WGS 84.`,
    )
  }
  const table = readFeatures(file.name, features, system)
  const told = statedBy(parsed.value)
  return table.ok ? ok(withStated(table.value, told), table.issues) : table
}

/** Whether features stand one a line. */
export function isSequence(text: string): boolean {
  return /^\s*\{[^\n]*\}\s*\n\s*\{\s*"/.test(text.slice(0, 100_000))
}

function sequence(text: string, file: string): Result<unknown> {
  const features: unknown[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const parsed = parseJson(line, file)
    if (!parsed.ok) return parsed
    features.push(parsed.value)
  }
  return ok({ type: 'FeatureCollection', features })
}

function membersOf(value: unknown): Members | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as Members) : null
}

function own(members: Members | null, key: string): unknown {
  return members && Object.hasOwn(members, key) ? members[key] : undefined
}

function featuresOf(value: unknown): readonly unknown[] | null {
  const root = membersOf(value)
  const type = own(root, 'type')
  const features = own(root, 'features')
  if (type === 'FeatureCollection') return Array.isArray(features) ? features : null
  if (type === 'Feature') return [value]
  return own(root, 'coordinates') === undefined ? null : [{ type: 'Feature', geometry: value }]
}

/** What a file of ours says of its source and label. */
export function statedBy(value: unknown): Stated | null {
  return statedInMembers(own(membersOf(value), MEMBERS_KEY))
}

/** The coordinate system that a collection names; null where it names none. */
export function crsName(value: unknown): string | null {
  const crs = membersOf(own(membersOf(value), 'crs'))
  if (!crs) return null
  const name = own(membersOf(own(crs, 'properties')), 'name')
  return typeof name === 'string' ? name.slice(0, 80) : 'without a name'
}

/** Makes records of features; the columns are those that the first of them have. */
export type FeatureReading = {
  readonly headings: readonly string[]
  /** @param firstLine number of the first of these features, counted from 0. */
  readonly tableOf: (features: readonly unknown[], firstLine: number) => RawTable
}

/** Reads features with the columns that some of them have. */
export function featureReading(
  file: string,
  some: readonly unknown[],
  toDegrees: ToDegrees | null,
): Result<FeatureReading> {
  const headings = headingsOf(some)
  const excess = tooManyColumns(file, headings.size)
  if (excess) return refuse(excess)
  const names = [...headings.keys()]
  return ok({
    headings: names,
    tableOf: (features, firstLine) => {
      const reading: Reading = { file, headings, refused: [], issues: [] }
      const records = features.flatMap(
        (feature, index) => recordOf(reading, feature, firstLine + index, toDegrees) ?? [],
      )
      const { refused, issues } = reading
      const about = { file, format: 'GeoJSON', lineNoun: 'feature' } as const
      return { ...about, headings: names, records, refused, issues }
    },
  })
}

type Reading = {
  readonly file: string
  readonly headings: ReadonlyMap<string, number>
  readonly refused: Issue[]
  readonly issues: Issue[]
}

function readFeatures(
  file: string,
  features: readonly unknown[],
  toDegrees: ToDegrees | null,
): Result<RawTable> {
  const reading = featureReading(file, features, toDegrees)
  return reading.ok ? ok(reading.value.tableOf(features, 0)) : reading
}

/** Names of the members of features, each once. */
export function headingsOf(features: readonly unknown[]): Map<string, number> {
  const headings = new Map<string, number>()
  const add = (heading: string) => {
    if (!headings.has(heading)) headings.set(heading, headings.size)
  }
  for (const feature of features) {
    const members = membersOf(feature)
    if (own(members, 'id') !== undefined) add('id')
    for (const key of Object.keys(membersOf(own(members, 'properties')) ?? {})) add(key)
  }
  return headings
}

function recordOf(
  { file, headings, refused, issues }: Reading,
  feature: unknown,
  line: number,
  toDegrees: ToDegrees | null,
): RawRecord | null {
  const say = (severity: Issue['severity'], code: string, why: string) =>
    issue(severity, code, `Feature ${line}: ${why}.`, { file, line })
  const drop = (code: string, why: string) => {
    refused.push(say('error', code, why))
    return null
  }
  const members = membersOf(feature)
  if (own(members, 'type') !== 'Feature') return drop('feature-type', 'it is no GeoJSON feature')
  const geometry = membersOf(own(members, 'geometry'))
  if (!geometry)
    return drop('geometry-missing', 'it has no geometry, so it has no place on the map')
  const read = readGeometry(own(geometry, 'type'), own(geometry, 'coordinates'), toDegrees)
  if ('fault' in read) return drop(read.fault.code, read.fault.why)
  for (const { code, why } of read.warnings) issues.push(say('warning', code, why))
  const { geometry: place, outlineFault } = read
  return { line, cells: cellsOf(members, headings), geometry: place, outlineFault }
}

function cellsOf(members: Members | null, headings: ReadonlyMap<string, number>): RawValue[] {
  const cells = new Array<RawValue>(headings.size).fill(null)
  const properties = membersOf(own(members, 'properties')) ?? {}
  const id = headings.get('id')
  if (id !== undefined) cells[id] = cellValue(own(members, 'id') ?? null)
  for (const key of Object.keys(properties)) {
    const value = cellValue(own(properties, key))
    const index = headings.get(key)
    if (index !== undefined && value !== null) cells[index] = value
  }
  return cells
}

function cellValue(value: unknown): RawValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : JSON.stringify(value)
}
