import { issue, type Result } from '#core/issue.ts'
import { type ByteSource, byteRuns } from '../byte-source.ts'
import { decodeAs, isUtf16 } from '../bytes/decode-text.ts'
import { withoutGuards } from '../marks/formula-guard.ts'
import type { RawTable } from '../raw-table.ts'
import { type CellRow, moreOfTable, tableOfRows } from '../rows/table-of-rows.ts'
import { placedByWkt, wktColumnOf } from '../rows/wkt-column.ts'
import { openPieces, PieceFault, type TablePieces } from '../table-pieces.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { encodingGuess, fromTop } from './index.ts'
import { readRows } from './read-rows.ts'

/** The browser's and Node's decoder, as it decodes piece by piece. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array, options: { readonly stream: boolean }): string }

/** Where the headings stand is told by so many rows. */
const LEAST_ROWS = 50
/** A row that is longer is a quote that nobody closed. */
const MAX_ROW_LENGTH = 32 * 1024 * 1024

/**
 * A delimited text in pieces of some 2 MB; what `readCsv` says holds. Null: it is in UTF-16, which is
 * read whole.
 */
export async function csvPieces(source: ByteSource): Promise<Result<TablePieces> | null> {
  if (isUtf16(await source.read(0, 2))) return null
  const file = { source, isUtf8: await isUtf8File(source) }
  return openPieces(source, (tell) => piecesOf(file, tell), 'rows')
}

type OpenFile = { readonly source: ByteSource; readonly isUtf8: boolean }

async function* piecesOf(
  file: OpenFile,
  tell: (readLength: number) => void,
): AsyncGenerator<RawTable> {
  let dialect: Dialect | null = null
  let first: RawTable | null = null
  let wktColumn: number | null = null
  let line = 1
  let rest = ''
  let waiting: CellRow[] = []
  for await (const { text, isEnd } of textsOf(file, tell)) {
    rest += text
    dialect ??= dialectOf(rest)
    const { rows, length, nextLine } = readRows(rest, dialect, line, isEnd)
    rest = rest.slice(length)
    if (rest.length > MAX_ROW_LENGTH) throw new PieceFault(endlessRow(file, nextLine))
    line = nextLine
    waiting = waiting.length === 0 ? rows : [...waiting, ...rows]
    if (waiting.length < (first || isEnd ? 1 : LEAST_ROWS)) continue
    const table: RawTable = first
      ? moreOfTable(first, waiting)
      : firstOf(file, waiting.slice(dialect.skippedLines))
    waiting = []
    if (!first) wktColumn = wktColumnOf(table)
    first ??= table
    const plain = withoutGuards(table)
    yield wktColumn === null ? plain : placedByWkt(plain, wktColumn)
  }
}

function firstOf(file: OpenFile, rows: readonly CellRow[]): RawTable {
  const table = tableOfRows(aboutOf(file), fromTop(rows))
  if (!table.ok) throw new PieceFault(table.issues[0]!)
  return table.value
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
  { source, isUtf8 }: OpenFile,
  tell: (readLength: number) => void,
): AsyncGenerator<{ readonly text: string; readonly isEnd: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: false })
  for await (const { bytes, to, isEnd } of byteRuns(source)) {
    tell(to)
    const text = isUtf8
      ? decoder.decode(bytes, { stream: !isEnd })
      : decodeAs(bytes, 'windows-1252')
    yield { text, isEnd }
  }
}

/** Looked at beforehand: the rows would else be read twice because of one byte near the end. */
async function isUtf8File(source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const { bytes, isEnd } of byteRuns(source)) decoder.decode(bytes, { stream: !isEnd })
    return true
  } catch {
    return false
  }
}
