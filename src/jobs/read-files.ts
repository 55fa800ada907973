import { hashOfBytes } from '#core/canonical-json.ts'
import type { Issue } from '#core/issue.ts'
import type { OperationContents } from '#core/operation-file.ts'
import {
  type ImportOutcome,
  type ImportRun,
  importTables,
  type TableFromFile,
} from '#formats/import/import-tables.ts'
import { groundSketch, type ImportSketch, sketchOf } from '#formats/import/sketch.ts'
import { type MappingTemplate, templateFor } from '#formats/import/template.ts'
import type { RawTable } from '#formats/raw-table.ts'
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

/** The top of a table as it was read, how it is read, and where its rows would lie. */
export type TablePreview = Pick<RawTable, 'file' | 'format' | 'headings'> & {
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
  readonly rowCount: number
  /** The name of the template that it would be read by if nothing else was chosen; null: none fits. */
  readonly template: string | null
  readonly sketch: ImportSketch
}

const PREVIEW_ROWS = 8

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
    previews: tables.map(({ table }) => previewOf(table, outcome, run.templates ?? [])),
    ground: groundSketch([
      ...contents.document.tables.areas.values(),
      ...outcome.plans.flatMap(({ rows }) => rows.areas ?? []),
    ]),
  }
}

function previewOf(
  table: RawTable,
  { plans }: ImportOutcome,
  templates: readonly MappingTemplate[],
): TablePreview {
  const { file, format, headings, records } = table
  const rows = records.slice(0, PREVIEW_ROWS).map(({ cells }) => cells)
  const template = templateFor(table, templates)?.name ?? null
  const plan = plans.find((one) => one.file === file)
  const sketch = sketchOf(plan ?? { rows: {}, batches: [] })
  return { file, format, headings, rows, rowCount: records.length, template, sketch }
}
