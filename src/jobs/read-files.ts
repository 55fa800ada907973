import { hashOfBytes } from '#core/canonical-json.ts'
import type { Issue } from '#core/issue.ts'
import type { OperationContents } from '#core/operation-file.ts'
import {
  type ImportOutcome,
  type ImportRun,
  importTables,
  type TableFromFile,
} from '#formats/import/import-tables.ts'
import { previewOf, type TablePreview } from '#formats/import/review/preview.ts'
import { groundSketch, type ImportSketch } from '#formats/import/review/sketch.ts'
import { readFile } from '#formats/read-file.ts'
import type { JobContext } from './job.ts'

/** Files that were dropped, and the operation they are to come into. */
export type FilesToRead = {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
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

/** Reads files and works out what they would bring into an operation. */
export async function readFiles(
  { files, contents, run, systems }: FilesToRead,
  { progress }: JobContext,
): Promise<FilesRead> {
  const tables: TableFromFile[] = []
  const issues: Issue[] = []
  for (const [index, { name, bytes }] of files.entries()) {
    const read = await readFile(name, bytes, { crs: systems.get(name) ?? null })
    const fileHash = hashOfBytes(bytes)
    if (read.ok) for (const table of read.value) tables.push({ table, fileHash })
    issues.push(...read.issues)
    progress((0.6 * (index + 1)) / files.length)
  }
  const outcome = importTables(contents, tables, run)
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
