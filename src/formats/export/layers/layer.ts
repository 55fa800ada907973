import type { Columns } from '#core/columns/columns.ts'
import { operationOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Sensitivity } from '#core/place.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'
import {
  column,
  type ExportCell,
  type ExportColumn,
  type ExportRow,
  type ExportTable,
} from '../export-table.ts'

/** What an export is made from. */
export type ExportSource = {
  readonly contents: OperationContents
  /** Whose decisions leave; null: none do. */
  readonly scenarioId: string | null
}

/** A thing that can leave. A new one is a file and a line in the registry. */
export type ExportLayer = {
  readonly id: string
  /** In the plural, as a heading: "Community projects". */
  readonly title: string
  /** What people report in its rows, "an incident"; who reported it never leaves. */
  readonly reported?: string
  /** Whether its rows are decisions of one course of action. */
  readonly isDecided?: true
  /** Its tables, one a dataset; none where there is nothing. */
  readonly tablesOf: (source: ExportSource) => readonly ExportTable[]
}

/** Columns and rows; what else a table needs is known without looking at them. */
export type TableBody = Pick<ExportTable, 'columns' | 'rows'> & { readonly styledBy?: string }

/** The column of ids that an import takes as they are. */
export const ROW_ID: ExportColumn = column('cg_id', 'text')

/**
 * The table of a register or of decisions; empty where it has no rows. Its sources are those that rows of
 * this very table came from, or the operation itself; it is as new as the newest of them says, or as the
 * last row that was verified.
 *
 * @param about the id is the name of the table in the document.
 */
export function registerTables(
  { contents }: ExportSource,
  about: { readonly id: string; readonly title: string; readonly sensitivity: Sensitivity },
  { styledBy, ...body }: TableBody,
): readonly ExportTable[] {
  if (body.rows.length === 0) return []
  const { name, sources, isExercise } = operationOf(contents.document)
  const own = sources.filter(({ tables }) => tables?.includes(about.id))
  const unique = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))]
  const titles = unique(own.map(({ title }) => title))
  return [
    {
      ...body,
      id: about.id,
      layer: about.id,
      title: about.title,
      stem: about.id,
      provenance: {
        sources: titles.length > 0 ? titles : [name],
        licence: unique(own.map(({ licence }) => licence)).join('; ') || 'Terms not stated',
        asOf: newestOf([...own.map(({ asOf }) => asOf), ...verifiedIn(body)]),
        files: own.filter(({ isFileName }) => isFileName).map(({ title }) => title),
      },
      sensitivity: about.sensitivity,
      isExercise,
      styledBy: styledBy ?? null,
    },
  ]
}

function verifiedIn({ columns, rows }: TableBody): ExportCell[] {
  const at = columns.findIndex(({ role }) => role === 'verifiedAt')
  return rows.map(({ cells }) => cells[at] ?? null)
}

function newestOf(instants: readonly ExportCell[]): string | null {
  const known = instants.filter((instant) => typeof instant === 'string')
  return known.reduce<string | null>(
    (newest, at) => (newest === null || Date.parse(at) > Date.parse(newest) ? at : newest),
    null,
  )
}

/** A table for each dataset of a kind, under its own label and provenance. */
export function datasetTables(
  { contents: { document, columns } }: ExportSource,
  kind: DatasetKind,
  bodyOf: (columns: Columns, dataset: Dataset) => TableBody,
): readonly ExportTable[] {
  const isExercise = operationOf(document).isExercise
  const datasets = [...document.tables.datasets.values()].filter((one) => one.kind === kind)
  return datasets.flatMap((dataset, index): ExportTable[] => {
    const batch = columns.get(dataset.id)
    if (!batch || batch.rowCount === 0) return []
    const { source, licence, asOf, file, sensitivity } = dataset
    const { styledBy, ...body } = bodyOf(batch, dataset)
    return [
      {
        ...body,
        id: dataset.id,
        layer: kind,
        title: dataset.title || kind,
        stem: index === 0 ? kind : `${kind}-${index + 1}`,
        provenance: {
          sources: source === '' ? [] : [source],
          licence,
          asOf,
          files: file === null ? [] : [file],
        },
        sensitivity,
        isExercise: isExercise || dataset.isExercise,
        styledBy: styledBy ?? null,
      },
    ]
  })
}

/** A row for each of a batch, by its position in it. */
export function rowsOf(
  { rowCount }: Columns,
  rowAt: (row: number) => ExportRow,
): readonly ExportRow[] {
  return Array.from({ length: rowCount }, (_, row) => rowAt(row))
}
