import type { Columns } from '#core/columns/columns.ts'
import { operationOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Sensitivity } from '#core/place.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'
import { slugOf } from '../../import/cells/clean-text.ts'
import { column, type ExportColumn, type ExportRow, type ExportTable } from '../export-table.ts'

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
  /** Its tables, one a dataset; none where there is nothing. */
  readonly tablesOf: (source: ExportSource) => readonly ExportTable[]
}

/** Columns and rows; what else a table needs is known without looking at them. */
export type TableBody = Pick<ExportTable, 'columns' | 'rows'> & { readonly styledBy?: string }

/** The column of ids that an import takes as they are. */
export const ROW_ID: ExportColumn = column('cg_id', 'text')

/** The table of a register or of decisions; empty where it has no rows. */
export function registerTables(
  { contents }: ExportSource,
  about: { readonly id: string; readonly title: string; readonly sensitivity: Sensitivity },
  { styledBy, ...body }: TableBody,
): readonly ExportTable[] {
  if (body.rows.length === 0) return []
  const { name, sources, isExercise, planningAt } = operationOf(contents.document)
  const unique = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))].join('; ')
  return [
    {
      ...body,
      layer: about.id,
      title: about.title,
      stem: about.id,
      provenance: {
        source: unique([name, ...sources.map(({ title }) => title)]),
        licence: unique(sources.map(({ licence }) => licence)) || 'Terms not stated',
        asOf: planningAt,
        file: null,
      },
      sensitivity: about.sensitivity,
      isExercise,
      styledBy: styledBy ?? null,
    },
  ]
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
        layer: kind,
        title: dataset.title || kind,
        stem: index === 0 ? kind : `${kind}-${index + 1}-${slugOf(dataset.title).slice(0, 30)}`,
        provenance: { source, licence, asOf, file },
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
