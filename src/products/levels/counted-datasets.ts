import type { Columns } from '#core/columns/columns.ts'
import type { OperationDocument } from '#core/document.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'
import { wholeOf } from './document-at.ts'

/** Kinds of observations that counts are made of at every level. */
const COUNTED_KINDS: readonly DatasetKind[] = ['incidents', 'patrols', 'surveys']

/**
 * Datasets whose columns a face gives beside the document, so that things can be counted: also those
 * whose rows the readers of the document may not have. Never those of protected incidents.
 */
export function countedDatasets(
  document: OperationDocument,
  kind?: DatasetKind,
): readonly Dataset[] {
  return [...wholeOf(document).tables.datasets.values()].filter(
    (dataset) =>
      COUNTED_KINDS.includes(dataset.kind) &&
      dataset.sensitivity !== 'severe' &&
      (kind === undefined || dataset.kind === kind),
  )
}

/** Of all columns those that pages of a document are made from: its own, and those that are only counted. */
export function pageColumns(
  document: OperationDocument,
  columns: ReadonlyMap<string, Columns>,
): ReadonlyMap<string, Columns> {
  const counted = new Set(countedDatasets(document).map(({ id }) => id))
  const { datasets } = document.tables
  return new Map([...columns].filter(([id]) => datasets.has(id) || counted.has(id)))
}
