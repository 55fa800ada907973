import { hashOfBytes } from '#core/canonical-json.ts'
import type { Issue } from '#core/issue.ts'
import type { OperationContents } from '#core/operation-file.ts'
import {
  type ImportOutcome,
  type ImportRun,
  importTables,
  type TableFromFile,
} from '#formats/import/import-tables.ts'
import type { RawTable } from '#formats/raw-table.ts'
import { readFile } from '#formats/read-file.ts'
import type { JobContext } from './job.ts'

/** Files that were dropped, and the operation they are to come into. */
export type FilesToRead = {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly contents: OperationContents
  readonly run: ImportRun
  /** `EPSG:32629` for files that do not state their coordinate system. */
  readonly crs: string | null
}

/** What the files would bring in; nothing is changed yet. */
export type FilesRead = {
  readonly outcome: ImportOutcome
  /** What there is to say of whole files, such as that one cannot be read. */
  readonly issues: readonly Issue[]
  /** Headings and first rows of each table, for choosing another kind or mapping. */
  readonly previews: readonly TablePreview[]
}

/** The top of a table as it was read. */
export type TablePreview = Pick<RawTable, 'file' | 'format' | 'headings'> & {
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
  readonly rowCount: number
}

const PREVIEW_ROWS = 8

/** Reads files and works out what they would bring into an operation. */
export async function readFiles(
  { files, contents, run, crs }: FilesToRead,
  { progress }: JobContext,
): Promise<FilesRead> {
  const tables: TableFromFile[] = []
  const issues: Issue[] = []
  for (const [index, { name, bytes }] of files.entries()) {
    const read = await readFile(name, bytes, { crs })
    const fileHash = hashOfBytes(bytes)
    if (read.ok) for (const table of read.value) tables.push({ table, fileHash })
    issues.push(...read.issues)
    progress((0.6 * (index + 1)) / files.length)
  }
  return {
    outcome: importTables(contents, tables, run),
    issues,
    previews: tables.map(({ table }) => previewOf(table)),
  }
}

function previewOf({ file, format, headings, records }: RawTable): TablePreview {
  const rows = records.slice(0, PREVIEW_ROWS).map(({ cells }) => cells)
  return { file, format, headings, rows, rowCount: records.length }
}
