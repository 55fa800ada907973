import { basename } from 'node:path'
import { hashOfBytes } from '#core/canonical-json.ts'
import { operationOf } from '#core/document.ts'
import type { Issue } from '#core/issue.ts'
import { newOperation } from '#core/new-operation.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { instantOf } from '#core/time/instant.ts'
import { readDate } from '#formats/import/cells/read-date.ts'
import {
  contentsAfter,
  type ImportOutcome,
  importTables,
  type TableFromFile,
} from '#formats/import/import-tables.ts'
import { IMPORT_KINDS } from '#formats/import/kinds/registry.ts'
import { readFile } from '#formats/read-file.ts'
import { argumentsOf } from '../arguments.ts'
import { bytesOf, readOperation, writeOperation } from '../files.ts'
import { type FileReport, fileReports, printReports } from '../import-report.ts'
import { writeReports } from '../report-pages.ts'
import { Refusal, type Terminal, type Verb } from '../verb.ts'

const OPTIONS = {
  out: { type: 'string' },
  into: { type: 'string' },
  as: { type: 'string' },
  at: { type: 'string' },
  map: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
  name: { type: 'string' },
  crs: { type: 'string' },
  swap: { type: 'boolean', default: false },
  report: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const USAGE = `import FILE… --out OPERATION        start an operation from data files
import FILE… --into OPERATION       add them to one (written back, or to --out)

  --as KIND     what the files hold, where it cannot be told: ${IMPORT_KINDS.map(({ id }) => id).join(', ')}
  --map F=H     read field F from the column headed H; may be repeated
  --answer Q=O  answer question Q of an earlier report with option O, such as date-order=day-first
  --at DATE     the planning instant, such as 2012-03-01
  --name NAME   the name of a new operation
  --crs CODE    the coordinate system of files that do not state it, such as EPSG:32629; the
                projection of columns in metres too
  --swap        latitude and longitude stand in each other's place
  --report DIR  write a page for each file: what came in, and every row that stayed out
  --json        print the report as JSON

The order of the files does not matter. Good rows come in and bad ones are named. The exit code is 0
if anything came in, and 2 if nothing did or a file could not be written.`

/** Reads data files into a new operation or one that is there. */
export const importVerb: Verb = {
  name: 'import',
  summary: 'read data files into an operation',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals: paths } = argumentsOf(args, OPTIONS)
    const out = values.out ?? values.into
    if (paths.length === 0) throw new Refusal('Name at least one file to import.')
    if (!out)
      throw new Refusal('Say where the operation goes with --out, or into which one with --into.')
    const choice = {
      kind: kindNamed(values.as),
      mapping: pairsFrom('--map', 'FIELD=HEADING', values.map ?? []),
      answers: answersFrom(values.answer ?? [], values.crs),
      isSwapped: values.swap,
    }
    const start = values.into ? readOperation(values.into) : freshOperation(values, out, terminal)
    const { tables, unread } = await readAll(paths, values.crs ?? null)
    const outcome = await importTables(start, tables, {
      now: terminal.now(),
      choice,
      mayChoosePlanningAt: !values.at,
    })
    const contents = withInstant(contentsAfter(start, outcome), values.at)
    if (outcome.change) writeOperation(out, contents)
    const reports = [...fileReports(outcome), ...unread]
    if (values.report !== undefined) {
      writeReports(values.report, paths, { contents, outcome, tables, unread, now: terminal.now() })
    }
    if (values.json)
      terminal.print(JSON.stringify(summaryOf(reports, outcome, contents, out), null, 1))
    else printReports(reports, terminal)
    return concluded(outcome, contents, { out, isJson: values.json, terminal })
  },
}

async function readAll(
  paths: readonly string[],
  crs: string | null,
): Promise<{
  readonly tables: readonly TableFromFile[]
  readonly unread: readonly FileReport[]
}> {
  const tables: TableFromFile[] = []
  const unread: FileReport[] = []
  for (const path of paths) {
    const bytes = bytesOf(path)
    const file = basename(path)
    const read = await readFile(file, bytes, { crs })
    const fileHash = hashOfBytes(bytes)
    if (read.ok) for (const table of read.value) tables.push({ table, fileHash })
    if (!read.ok || read.issues.length > 0) unread.push(unreadReport(file, read.issues))
  }
  return { tables, unread }
}

function unreadReport(file: string, issues: readonly Issue[]): FileReport {
  return {
    file,
    format: null,
    kind: null,
    rowsRead: 0,
    rowsAccepted: 0,
    rowsRefused: 0,
    issues,
    mapping: {},
    questions: [],
  }
}

function freshOperation(
  { name, at }: { readonly name?: string | undefined; readonly at?: string | undefined },
  out: string,
  { now, newId }: Terminal,
): OperationContents {
  const stem = basename(out).replace(/(\.operation)?(\.json)?(\.gz)?$/i, '')
  const document = newOperation({
    id: newId(),
    name: name?.trim() || stem || 'New operation',
    planningAt: at ? instantNamed(at) : now(),
  })
  return { document, columns: new Map() }
}

function withInstant(contents: OperationContents, at: string | undefined): OperationContents {
  if (!at) return contents
  const operation = { ...operationOf(contents.document), planningAt: instantNamed(at) }
  const tables = { ...contents.document.tables, operation: new Map([[operation.id, operation]]) }
  return { ...contents, document: { ...contents.document, tables } }
}

function instantNamed(text: string): string {
  const date = readDate(text)
  if ('code' in date) throw new Refusal(`--at: ${date.why}; write it as 2012-03-01.`)
  return instantOf(date.epochMinutes)
}

function kindNamed(text: string | undefined): string | null {
  if (text === undefined || IMPORT_KINDS.some(({ id }) => id === text)) return text ?? null
  throw new Refusal(`--as: "${text}" is none of ${IMPORT_KINDS.map(({ id }) => id).join(', ')}.`)
}

/** The system of files that do not state it is also that of metres in columns. */
function answersFrom(pairs: readonly string[], crs: string | undefined) {
  const answers = pairsFrom('--answer', 'QUESTION=OPTION', pairs)
  return crs === undefined ? answers : new Map([['projection', crs.toUpperCase()], ...answers])
}

function pairsFrom(
  option: string,
  form: string,
  pairs: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new Refusal(`${option}: "${pair}" is not ${form}.`)
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

function summaryOf(
  files: readonly FileReport[],
  outcome: ImportOutcome,
  { document }: OperationContents,
  out: string,
) {
  const rows = Object.entries(document.tables).map(([name, table]) => [name, table.size])
  const { planningAt, theatreName, extentDegrees, incidentWindowDays } = operationOf(document)
  return {
    files,
    out: outcome.change ? out : null,
    operation: { id: document.id, planningAt, theatreName, extentDegrees, incidentWindowDays },
    rows: Object.fromEntries(rows),
  }
}

function concluded(
  { change }: ImportOutcome,
  { document }: OperationContents,
  {
    out,
    isJson,
    terminal,
  }: { readonly out: string; readonly isJson: boolean; readonly terminal: Terminal },
): number {
  if (!change) {
    terminal.warn(`Nothing came in; ${out} was not written.`)
    return 2
  }
  if (!isJson) {
    const { planningAt, incidentWindowDays } = operationOf(document)
    terminal.print(
      `Written to ${out}. Planning instant ${planningAt}; incidents count for ${incidentWindowDays} days.`,
    )
  }
  return 0
}
