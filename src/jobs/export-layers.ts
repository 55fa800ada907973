import type { Result } from '#core/issue.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import type { ExportSource } from '#formats/export/layers/layer.ts'
import {
  type Exported,
  type ExportWish,
  exportLayers as exportedLayers,
  type PlannedTable,
  planExport,
} from '#formats/export/plan-export.ts'

/** What is to leave, and from what. */
export type LayersToExport = ExportSource & { readonly wish: ExportWish }

/** What could leave, and in which formats; nothing is written. */
export type ExportPreview = {
  readonly tables: readonly PlannedTable[]
  readonly formats: readonly { readonly id: string; readonly name: string }[]
}

/** What of the wished layers would leave and what would not. */
export function exportPreview({ wish, ...source }: LayersToExport): ExportPreview {
  return {
    tables: planExport(source, wish).planned,
    formats: EXPORT_FORMATS.map(({ id, name }) => ({ id, name })),
  }
}

/** One file with the layers that may leave. */
export function exportLayers({ wish, ...source }: LayersToExport): Promise<Result<Exported>> {
  return exportedLayers(source, wish)
}
