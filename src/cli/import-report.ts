import type { Issue } from '#core/issue.ts'
import type { ImportOutcome } from '#formats/import/import-tables.ts'
import { IMPORT_KINDS } from '#formats/import/kinds/registry.ts'
import type { Question } from '#formats/import/question.ts'
import { textTable } from './text-table.ts'
import type { Terminal } from './verb.ts'

/** What became of one file, or of one layer of a zip. */
export type FileReport = {
  readonly file: string
  /** Null: it could not be read at all. */
  readonly format: string | null
  readonly kind: string | null
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRefused: number
  readonly issues: readonly Issue[]
  /** Heading by field. */
  readonly mapping: Readonly<Record<string, string>>
  /** What the file leaves open. */
  readonly questions: readonly Question[]
}

/** One report a table, in the order in which they were worked in. */
export function fileReports({ plans }: ImportOutcome): FileReport[] {
  return plans.map(
    ({ rows: _rows, batches: _batches, replacedDatasetIds: _ids, mapping, ...plan }) => ({
      ...plan,
      mapping: Object.fromEntries(mapping),
    }),
  )
}

/**
 * Prints the counts as a table, then what was refused or is doubtful, folded by kind of fault, and the
 * questions with their options.
 */
export function printReports(reports: readonly FileReport[], terminal: Terminal): void {
  const heading = ['file', 'format', 'kind', 'read', 'came in', 'refused']
  const rows = reports.map((report) => [
    report.file,
    report.format ?? '–',
    report.kind ?? '–',
    report.rowsRead,
    report.rowsAccepted,
    report.rowsRefused,
  ])
  terminal.print(textTable([heading, ...rows]))
  for (const { file, issues, questions } of reports) {
    for (const line of foldedIssues(issues)) terminal.warn(`${file}: ${line}`)
    if (issues.some(({ code }) => KIND_OPEN.has(code))) {
      terminal.warn(`  --as KIND  ${IMPORT_KINDS.map(({ id }) => id).join(', ')}`)
    }
    for (const question of questions) {
      terminal.warn(question.sentence)
      const shown = question.options.filter(
        ({ id }, index) => index < OPTIONS_SHOWN || id === question.chosen,
      )
      for (const { id, label } of shown) {
        const mark = id === question.chosen ? ' (holds now)' : ''
        terminal.warn(`  --answer ${question.id}=${id}  ${label}${mark}`)
      }
      const more = question.options.length - shown.length
      if (more > 0) terminal.warn(`  ${more} more answers are allowed; --json lists them all.`)
    }
  }
}

/** More answers than these are no help on a terminal. */
const OPTIONS_SHOWN = 8

/** What is said of a file whose kind a person may have to choose. */
const KIND_OPEN = new Set(['kind-unknown', 'kind-guessed'])

/** One sentence a code: the first of its kind, and how many more there are. */
export function foldedIssues(issues: readonly Issue[]): string[] {
  const byCode = new Map<string, Issue[]>()
  for (const found of issues) {
    const key = `${found.severity} ${found.code}`
    const alike = byCode.get(key) ?? []
    alike.push(found)
    byCode.set(key, alike)
  }
  return [...byCode].map(([key, [first, ...more]]) => {
    const rest = more.length > 0 ? ` (and ${more.length} more like it)` : ''
    return `${key}: ${first?.message ?? ''}${rest}`
  })
}
