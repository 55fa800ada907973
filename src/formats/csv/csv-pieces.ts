import { issue, ok, type Result, refuse } from '#core/issue.ts'
import type { ByteSource } from '../byte-source.ts'
import { decodeAs } from '../bytes/decode-text.ts'
import { withoutGuards } from '../marks/formula-guard.ts'
import type { RawTable } from '../raw-table.ts'
import { type CellRow, moreOfTable, tableOfRows } from '../rows/table-of-rows.ts'
import { placedByWkt, wktColumnOf } from '../rows/wkt-column.ts'
import { PieceFault, type TablePieces } from '../table-pieces.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { encodingGuess, fromTop } from './index.ts'
import { readRows } from './read-rows.ts'

/** The browser's and Node's decoder, as it decodes piece by piece. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array, options: { readonly stream: boolean }): string }

/** Bytes that are read at once: some thousand rows. */
const PIECE_BYTES = 2 * 1024 * 1024
/** Where the headings stand is told by so many rows. */
const LEAST_ROWS = 50
/** A row that is longer is a quote that nobody closed. */
const MAX_ROW_LENGTH = 32 * 1024 * 1024

/**
 * A delimited text in pieces of some 2 MB; what `readCsv` says holds. Null: it is in UTF-16, which is
 * read whole.
 */
export async function csvPieces(source: ByteSource): Promise<Result<TablePieces> | null> {
  const head = await source.read(0, PIECE_BYTES)
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return null
  const file = { source, readLength: 0, isUtf8: await isUtf8File(source) }
  for await (const first of piecesOf(file)) {
    if (!first.ok) return first
    return ok({
      first: first.value,
      all: () => sound(file),
      readShare: () => file.readLength / Math.max(1, source.size),
    })
  }
  const message = `${source.name} holds no rows.`
  return refuse(issue('error', 'no-rows', message, { file: source.name }))
}

type OpenFile = {
  readonly source: ByteSource
  readLength: number
  readonly isUtf8: boolean
}

async function* sound(file: OpenFile): AsyncGenerator<RawTable> {
  for await (const piece of piecesOf(file)) {
    if (!piece.ok) throw new PieceFault(piece.issues[0]!)
    yield piece.value
  }
}

async function* piecesOf(file: OpenFile): AsyncGenerator<Result<RawTable>> {
  let dialect: Dialect | null = null
  let first: RawTable | null = null
  let wktColumn: number | null = null
  let line = 1
  let rest = ''
  let waiting: CellRow[] = []
  for await (const { text, isEnd } of textsOf(file)) {
    rest += text
    dialect ??= dialectOf(rest)
    const { rows, length, nextLine } = readRows(rest, dialect, line, isEnd)
    rest = rest.slice(length)
    if (rest.length > MAX_ROW_LENGTH) throw new PieceFault(endlessRow(file, nextLine))
    line = nextLine
    waiting = waiting.length === 0 ? rows : [...waiting, ...rows]
    if (waiting.length < (first || isEnd ? 1 : LEAST_ROWS)) continue
    const more: Result<RawTable> = first
      ? ok(moreOfTable(first, waiting))
      : tableOfRows(aboutOf(file), fromTop(waiting.slice(dialect.skippedLines)))
    waiting = []
    if (!more.ok) {
      yield more
      return
    }
    if (!first) wktColumn = wktColumnOf(more.value)
    first ??= more.value
    const plain = withoutGuards(more.value)
    yield ok(wktColumn === null ? plain : placedByWkt(plain, wktColumn))
  }
}

function aboutOf({ source, isUtf8 }: OpenFile) {
  const issues = isUtf8 ? [] : [encodingGuess(source.name)]
  return { file: source.name, format: 'CSV', lineNoun: 'line', issues } as const
}

function endlessRow({ source }: OpenFile, line: number) {
  const message = `${source.name}: a quote opens on line ${line} and never closes. Close it and import again.`
  return issue('error', 'unbalanced-quote', message, { file: source.name, line })
}

/** Texts of the file one after the other. */
async function* textsOf(
  file: OpenFile,
): AsyncGenerator<{ readonly text: string; readonly isEnd: boolean }> {
  const { source, isUtf8 } = file
  const decoder = new TextDecoder('utf-8', { fatal: false })
  for (let from = 0; from < source.size; from += PIECE_BYTES) {
    const bytes = await source.read(from, from + PIECE_BYTES)
    const isEnd = from + PIECE_BYTES >= source.size
    file.readLength = from + bytes.length
    const text = isUtf8
      ? decoder.decode(bytes, { stream: !isEnd })
      : decodeAs(bytes, 'windows-1252')
    yield { text, isEnd }
  }
}

/** Some 1 GB a second: less than reading everything twice because of one byte near the end. */
async function isUtf8File(source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let from = 0; from < source.size; from += PIECE_BYTES) {
      const bytes = await source.read(from, from + PIECE_BYTES)
      decoder.decode(bytes, { stream: from + PIECE_BYTES < source.size })
    }
    return true
  } catch {
    return false
  }
}
