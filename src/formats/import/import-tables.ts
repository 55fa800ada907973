import { applyChange, type Change } from '#core/change.ts'
import type { Columns } from '#core/columns/columns.ts'
import { addRows, type RowLists } from '#core/commands/add-rows.ts'
import { documentOf, type OperationDocument, type TableName } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { RawTable } from '../raw-table.ts'
import type { TablePieces } from '../table-pieces.ts'
import { guessKind } from './guess-kind.ts'
import { type ImportChoice, NO_CHOICE } from './import-choice.ts'
import type { ImportContext } from './kind.ts'
import { protectedAmong } from './kinds/protected-again.ts'
import { IMPORT_KINDS } from './kinds/registry.ts'
import { planImport, planPieces } from './plan-import.ts'
import type { ImportPlan } from './plan-reading.ts'
import { settledSettings } from './settle-operation.ts'
import { choiceOfTemplate, type MappingTemplate, templateFor } from './template.ts'
import { theatreOf } from './theatre.ts'

/** A table and the hash of the file it came from. */
export type TableFromFile = {
  /** All of it; of a file in pieces the first. */
  readonly table: RawTable
  readonly fileHash: string | null
  /** Null or left out: the table is whole. */
  readonly pieces?: TablePieces | null
}

/** What holds for all tables of one import. */
export type ImportRun = {
  /** UTC ISO: when the import happens. */
  readonly now: string
  /** For every table that nothing else is chosen for. */
  readonly choice?: ImportChoice
  /** By the name of the table, over any template. */
  readonly choices?: ReadonlyMap<string, ImportChoice>
  readonly templates?: readonly MappingTemplate[]
  /**
   * Whether the planning instant and the incident window may be set to suit the data, where nothing
   * could be planned yet: without areas or without any dataset.
   */
  readonly mayChoosePlanningAt?: boolean
  /** Is told how much of all files in pieces was read, from 0 to 1. */
  readonly progress?: (share: number) => void
}

/** What several tables bring in together. */
export type ImportOutcome = {
  /** One a table, in the order in which they were worked in. */
  readonly plans: readonly ImportPlan[]
  /** All of it as one change, so that one undo takes it out again; null if nothing came in. */
  readonly change: Change | null
  /** Columns of the new datasets, by id. */
  readonly columns: ReadonlyMap<string, Columns>
}

/**
 * Works tables into an operation in the order in which they build on each other, whatever order they
 * came in: areas first, then who lives there, then what happened. Nothing is changed; the caller
 * commits the change and stores the columns.
 *
 * @throws PieceFault where a file in pieces cannot be read on.
 */
export async function importTables(
  contents: OperationContents,
  tables: readonly TableFromFile[],
  run: ImportRun,
): Promise<ImportOutcome> {
  let document = contents.document
  const plans: ImportPlan[] = []
  const columns = new Map<string, Columns>()
  const progress = progressOf(tables, run)
  for (const entry of inOrder(tables.map((one) => chosen(one, run)))) {
    const held = { document, columns: new Map([...contents.columns, ...columns]) }
    const protectedBefore = protectedAmong(contents, held)
    const plan = await planOf(entry, { document, protectedBefore, now: run.now }, progress)
    plans.push(plan)
    for (const id of plan.replacedDatasetIds) columns.delete(id)
    for (const { dataset, columns: batch } of plan.batches) columns.set(dataset.id, batch)
    document = withRows(withoutDatasets(document, plan.replacedDatasetIds), rowsOf(plan))
  }
  if (plans.every(({ rowsAccepted }) => rowsAccepted === 0)) return { plans, change: null, columns }
  const settled = settledSettings(
    { before: contents, after: { document, columns: new Map([...contents.columns, ...columns]) } },
    { tables: tables.map(({ table }) => table), plans, now: run.now },
    (run.mayChoosePlanningAt ?? false) && isYetUnplanned(contents.document),
  )
  const rows = newRows(contents.document, withRows(document, settled))
  const replacedDatasetIds = [...contents.document.tables.datasets.keys()].filter(
    (id) => !document.tables.datasets.has(id),
  )
  return {
    plans,
    change: addRows.change(contents.document, { note: noteOf(plans), rows, replacedDatasetIds }),
    columns,
  }
}

function isYetUnplanned({ tables }: OperationDocument): boolean {
  return tables.areas.size === 0 || tables.datasets.size === 0
}

/** The operation with an import in it: for the command line, where there is no undo. */
export function contentsAfter(
  contents: OperationContents,
  outcome: ImportOutcome,
): OperationContents {
  if (!outcome.change) return contents
  return {
    ...contents,
    document: applyChange(contents.document, outcome.change),
    columns: new Map([...contents.columns, ...outcome.columns]),
  }
}

function planOf(
  { table, fileHash, pieces, choice }: ChosenTable,
  into: Pick<ImportContext, 'document' | 'protectedBefore' | 'now'>,
  progress: (file: string, share: number) => void,
): ImportPlan | Promise<ImportPlan> {
  const theatre = theatreOf(into.document)
  const context = { ...into, theatre, isSwapped: choice.isSwapped ?? false, fileHash }
  if (!pieces) return planImport(table, context, choice)
  return planPieces(pieces, context, choice, (share) => progress(table.file, share))
}

function progressOf(tables: readonly TableFromFile[], run: ImportRun) {
  const shares = new Map(
    tables.filter(({ pieces }) => pieces).map(({ table }): [string, number] => [table.file, 0]),
  )
  return (file: string, share: number) => {
    shares.set(file, share)
    run.progress?.([...shares.values()].reduce((sum, one) => sum + one, 0) / shares.size)
  }
}

type ChosenTable = TableFromFile & { readonly choice: ImportChoice }

/** What was chosen for a table by hand, by its sender's template, or for all of them, in that order. */
function chosen(entry: TableFromFile, run: ImportRun): ChosenTable {
  const byHand = run.choices?.get(entry.table.file)
  const template = byHand ? null : templateFor(entry.table, run.templates ?? [])
  const byTemplate = template ? choiceOfTemplate(template) : null
  return { ...entry, choice: byHand ?? byTemplate ?? run.choice ?? NO_CHOICE }
}

function inOrder(tables: readonly ChosenTable[]): ChosenTable[] {
  const keyed = tables.map((entry) => {
    const guess = guessKind(entry.table, entry.choice)
    const place = guess ? IMPORT_KINDS.indexOf(guess.kind) : IMPORT_KINDS.length
    return { entry, place, rank: guess?.kind.rank?.(guess.sheet) ?? 0 }
  })
  return keyed
    .sort(
      (a, b) =>
        a.place - b.place || a.rank - b.rank || (a.entry.table.file < b.entry.table.file ? -1 : 1),
    )
    .map(({ entry }) => entry)
}

function rowsOf({ rows, batches }: ImportPlan): RowLists {
  return { ...rows, datasets: batches.map(({ dataset }) => dataset) }
}

function withRows(document: OperationDocument, rows: RowLists): OperationDocument {
  const added = documentOf(document.id, rows).tables
  const names = (Object.keys(rows) as TableName[]).filter((name) => added[name].size > 0)
  const tables = Object.fromEntries(
    names.map((name) => [
      name,
      new Map<string, unknown>([...document.tables[name], ...added[name]]),
    ]),
  )
  return { ...document, tables: { ...document.tables, ...tables } }
}

function withoutDatasets(document: OperationDocument, ids: readonly string[]): OperationDocument {
  if (ids.length === 0) return document
  const datasets = new Map(document.tables.datasets)
  for (const id of ids) datasets.delete(id)
  return { ...document, tables: { ...document.tables, datasets } }
}

function newRows(before: OperationDocument, after: OperationDocument): RowLists {
  const names = Object.keys(after.tables) as TableName[]
  const lists = names.map((name) => {
    const earlier: ReadonlyMap<string, unknown> = before.tables[name]
    return [name, [...after.tables[name].values()].filter((row) => earlier.get(row.id) !== row)]
  })
  return Object.fromEntries(lists.filter(([, list]) => list!.length > 0)) as RowLists
}

function noteOf(plans: readonly ImportPlan[]): string {
  const files = plans.filter(({ rowsAccepted }) => rowsAccepted > 0).map(({ file }) => file)
  const shown = files.slice(0, 3).join(', ')
  return files.length <= 3 ? `Import ${shown}` : `Import ${shown} and ${files.length - 3} more`
}
