import type { Columns } from '#core/columns/columns.ts'
import type { Dataset, DatasetKind } from '#core/records/dataset.ts'
import type { Scene } from '../scene.ts'

/** A dataset with what it holds. */
export type HeldDataset = { readonly dataset: Dataset; readonly columns: Columns }

/** The datasets of a kind whose columns are there, in the document's order. */
export function heldDatasets(
  { document, columns }: Pick<Scene, 'document' | 'columns'>,
  kind: DatasetKind,
): HeldDataset[] {
  return [...document.tables.datasets.values()].flatMap((dataset) => {
    const held = dataset.kind === kind ? columns.get(dataset.id) : undefined
    return held ? [{ dataset, columns: held }] : []
  })
}

/** The part of a deck layer's id after the type's id; null: it is not of that type, or has none. */
export function partOf(deckLayerId: string, typeId: string): string | null {
  return deckLayerId.startsWith(`${typeId}/`) ? deckLayerId.slice(typeId.length + 1) : null
}
