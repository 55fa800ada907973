import { type Issue, ok, type Result, refuse } from '#core/issue.ts'
import { gunzip, isGzip } from './bytes/gunzip.ts'
import { isZip, unzip } from './bytes/unzip.ts'
import type { RawTable, ReadAnswers, SourceFile } from './raw-table.ts'
import { NO_ANSWERS, readTables } from './registry.ts'

type Reader = (file: SourceFile, answers: ReadAnswers) => Promise<Result<readonly RawTable[]>>

/** A binary format with a reader that is large, and therefore fetched when such a file comes. */
type LargeFormat = {
  readonly id: string
  readonly begins: readonly number[]
  readonly load: () => Promise<Reader>
}

/** Told by their first bytes. A new one is a folder and a line here. */
const LARGE_FORMATS: readonly LargeFormat[] = [
  {
    id: 'geopackage',
    begins: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
    load: async () => (await import('./geopackage/index.ts')).readGeopackage,
  },
  {
    id: 'geoparquet',
    begins: [0x50, 0x41, 0x52, 0x31],
    load: async () => (await import('./geoparquet/index.ts')).readGeoparquet,
  },
  {
    id: 'flatgeobuf',
    begins: [0x66, 0x67, 0x62, 0x03],
    load: async () => (await import('./flatgeobuf/index.ts')).readFlatgeobuf,
  },
]

const LARGE_NAMES = /\.(gpkg|parquet|fgb)$/i

/**
 * The tables of a file of any kind, as `readTables` gives them, binary formats included, also gzipped
 * or in a zip beside others.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  answers: ReadAnswers = NO_ANSWERS,
): Promise<Result<readonly RawTable[]>> {
  if (isZip(bytes)) return readZipped(name, bytes, answers)
  const plain = isGzip(bytes) ? gunzip(bytes, name) : ok(bytes)
  if (!plain.ok) return plain
  const read = await readLarge({ name, bytes: plain.value, sidecars: new Map() }, answers)
  return read ?? readTables(name, plain.value, answers)
}

/** Null: it is in no large format. */
async function readLarge(
  file: SourceFile,
  answers: ReadAnswers,
): Promise<Result<readonly RawTable[]> | null> {
  const format = LARGE_FORMATS.find(({ begins }) =>
    begins.every((byte, i) => file.bytes[i] === byte),
  )
  return format ? (await format.load())(file, answers) : null
}

async function readZipped(
  name: string,
  bytes: Uint8Array,
  answers: ReadAnswers,
): Promise<Result<readonly RawTable[]>> {
  const large = unzip(bytes, name, (entry) => LARGE_NAMES.test(entry))
  if (!large.ok) return large
  if (large.value.length === 0) return readTables(name, bytes, answers)
  const tables: RawTable[] = []
  const issues: Issue[] = []
  const add = (read: Result<readonly RawTable[]>) => {
    if (read.ok) tables.push(...read.value)
    issues.push(...read.issues)
  }
  for (const entry of large.value) {
    const shown = `${name} › ${entry.name.replace(/^.*\//, '')}`
    const file = { name: shown, bytes: entry.bytes, sidecars: new Map() }
    add((await readLarge(file, answers)) ?? readTables(shown, entry.bytes, answers))
  }
  const others = readTables(name, bytes, answers)
  if (others.ok || others.issues.every(({ code }) => code !== 'format-unread')) add(others)
  return tables.length > 0 ? ok(tables, issues) : refuse(...issues)
}
