import type { Result } from '#core/issue.ts'
import type { ByteSource } from './byte-source.ts'
import { decodeText } from './bytes/decode-text.ts'
import { csvPieces } from './csv/csv-pieces.ts'
import { geojsonPieces } from './geojson/geojson-pieces.ts'
import type { ReadAnswers } from './raw-table.ts'
import { FORMATS, NO_ANSWERS } from './registry.ts'
import type { TablePieces } from './table-pieces.ts'
import { unreadable } from './unreadable.ts'

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
  const bytes = await source.read(0, 4096)
  const head = decodeText(bytes).text
  if (unreadable(bytes, head, source.name)) return null
  const file = { name: source.name, bytes, sidecars: new Map<string, Uint8Array>() }
  const format = FORMATS.find(({ takes }) => takes(file, head))
  return (await IN_PIECES[format?.id ?? '']?.(source, answers)) ?? null
}
