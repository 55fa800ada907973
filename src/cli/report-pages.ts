import { basename } from 'node:path'
import { operationOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { ImportOutcome, TableFromFile } from '#formats/import/import-tables.ts'
import { previewOf } from '#formats/import/review/preview.ts'
import { reportPage } from '#formats/import/review/report-page.ts'
import { groundSketch } from '#formats/import/review/sketch.ts'
import { writeText } from './files.ts'
import type { FileReport } from './import-report.ts'

/** A finished import, as it is reported. */
type Finished = {
  readonly contents: OperationContents
  readonly outcome: ImportOutcome
  readonly tables: readonly TableFromFile[]
  readonly unread: readonly FileReport[]
  /** UTC ISO. */
  readonly now: string
}

/** Writes a page for each file, called as the file with .html behind it. */
export function writeReports(
  folder: string,
  paths: readonly string[],
  { contents, outcome, tables, unread, now }: Finished,
): void {
  const { name } = operationOf(contents.document)
  const ground = groundSketch([...contents.document.tables.areas.values()])
  for (const file of new Set(paths.map((path) => basename(path)))) {
    const isOf = (table: string) => table === file || table.startsWith(`${file} › `)
    const page = reportPage({
      title: `Import report: ${file}`,
      about: `${dateTimeGroup(now)} · ${name}`,
      issues: unread.filter((report) => report.file === file).flatMap(({ issues }) => issues),
      plans: outcome.plans.filter((plan) => isOf(plan.file)),
      previews: tables
        .filter(({ table }) => isOf(table.file))
        .map(({ table }) => previewOf(table, outcome.plans)),
      ground,
    })
    writeText(folder, `${file}.html`, page)
  }
}
