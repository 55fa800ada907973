import type { Result } from '#core/issue.ts'
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

/** The tables of a file of any kind, as `readTables` gives them, binary formats included. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  answers: ReadAnswers = NO_ANSWERS,
): Promise<Result<readonly RawTable[]>> {
  const format = LARGE_FORMATS.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte))
  if (!format) return readTables(name, bytes, answers)
  const read = await format.load()
  return read({ name, bytes, sidecars: new Map() }, answers)
}
