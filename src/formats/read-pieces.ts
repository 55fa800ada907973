import type { Result } from '#core/issue.ts'
import type { ByteSource } from './byte-source.ts'
import { csvPieces } from './csv/csv-pieces.ts'
import { geojsonPieces } from './geojson/geojson-pieces.ts'
import type { ReadAnswers } from './raw-table.ts'
import { formatOf, NO_ANSWERS, XML_HEAD_BYTES } from './registry.ts'
import type { TablePieces } from './table-pieces.ts'

/** Smaller files are read whole: it is simpler, and they fit into memory many times over. */
export const LARGE_FILE_BYTES = 16 * 1024 * 1024

/** By the id of a format: those that can be read piece by piece. */
const IN_PIECES: Readonly<
  Record<string, (source: ByteSource, answers: ReadAnswers) => Promise<Result<TablePieces> | null>>
> = { csv: csvPieces, geojson: geojsonPieces }

/** A large file piece by piece; null where it is small, or of a format that must be read whole. */
export async function readPieces(
  source: ByteSource,
  answers: ReadAnswers = NO_ANSWERS,
): Promise<Result<TablePieces> | null> {
  if (source.size < LARGE_FILE_BYTES) return null
  const bytes = await source.read(0, XML_HEAD_BYTES)
  const format = formatOf({ name: source.name, bytes, sidecars: new Map() })
  if (!format.ok) return null
  return (await IN_PIECES[format.value.id]?.(source, answers)) ?? null
}
