import { hashOfBytes } from '#core/canonical-json.ts'
import { type Issue, ok, type Result } from '#core/issue.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { sourceOfBlob } from '#formats/byte-source.ts'
import {
  type ImportOutcome,
  type ImportRun,
  importTables,
  type TableFromFile,
} from '#formats/import/import-tables.ts'
import { previewOf, type TablePreview } from '#formats/import/review/preview.ts'
import { groundSketch, type ImportSketch } from '#formats/import/review/sketch.ts'
import { readFile } from '#formats/read-file.ts'
import { readPieces } from '#formats/read-pieces.ts'
import { PieceFault } from '#formats/table-pieces.ts'
import type { JobContext } from './job.ts'

/** A file as the browser hands it over: nothing of it is read before it is asked for. */
export type FileToRead = { readonly name: string; readonly content: Blob }

/** Files that were dropped, and the operation they are to come into. */
export type FilesToRead = {
  readonly files: readonly FileToRead[]
  /** Its columns may be those of `columnsForReading`. */
  readonly contents: OperationContents
  readonly run: ImportRun
  /** Coordinate system by file, such as `EPSG:32629`, where a file does not state it. */
  readonly systems: ReadonlyMap<string, string>
}

/** What the files would bring in; nothing is changed yet. */
export type FilesRead = {
  readonly outcome: ImportOutcome
  /** What there is to say of whole files, such as that one cannot be read. */
  readonly issues: readonly Issue[]
  /** Headings and first rows of each table, for choosing another kind or mapping. */
  readonly previews: readonly TablePreview[]
  /** Outlines of the widest areas that there would be then, coarsened. */
  readonly ground: ImportSketch['lines']
}

/** How far the bar is when all files are open and those in pieces still have to be read. */
const OPENING_SHARE = 0.3

/** Reads files and works out what they would bring into an operation. */
export async function readFiles(
  { files, contents, run, systems }: FilesToRead,
  { progress }: JobContext,
): Promise<FilesRead> {
  const tables: TableFromFile[] = []
  const issues: Issue[] = []
  for (const [index, file] of files.entries()) {
    const read = await tablesOf(file, systems.get(file.name) ?? null)
    if (read.ok) tables.push(...read.value)
    issues.push(...read.issues)
    progress((OPENING_SHARE * (index + 1)) / files.length)
  }
  const { outcome, faults } = await planned(contents, tables, {
    ...run,
    progress: (share) => progress(OPENING_SHARE + (1 - OPENING_SHARE) * share),
  })
  issues.push(...faults)
  return {
    outcome,
    issues,
    previews: tables.map(({ table }) => previewOf(table, outcome.plans, run.templates ?? [])),
    ground: groundSketch([
      ...contents.document.tables.areas.values(),
      ...outcome.plans.flatMap(({ rows }) => rows.areas ?? []),
    ]),
  }
}

async function tablesOf(
  { name, content }: FileToRead,
  crs: string | null,
): Promise<Result<readonly TableFromFile[]>> {
  const pieces = await readPieces(sourceOfBlob(name, content), { crs })
  if (pieces) {
    if (!pieces.ok) return pieces
    return ok([{ table: pieces.value.first, fileHash: null, pieces: pieces.value }])
  }
  const bytes = new Uint8Array(await content.arrayBuffer())
  const read = await readFile(name, bytes, { crs })
  if (!read.ok) return read
  const fileHash = hashOfBytes(bytes)
  return ok(
    read.value.map((table) => ({ table, fileHash })),
    read.issues,
  )
}

/** A file that cannot be read to its end is named, and the others are read without it. */
async function planned(
  contents: OperationContents,
  tables: readonly TableFromFile[],
  run: ImportRun,
): Promise<{ readonly outcome: ImportOutcome; readonly faults: readonly Issue[] }> {
  try {
    return { outcome: await importTables(contents, tables, run), faults: [] }
  } catch (error) {
    if (!(error instanceof PieceFault)) throw error
    const { file } = error.issue
    const others = tables.filter(({ table }) => table.file !== file)
    const { outcome, faults } = await planned(contents, others, run)
    return { outcome, faults: [error.issue, ...faults] }
  }
}
