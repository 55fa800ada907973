import type { Result } from '#core/issue.ts'
import type { ExportSource } from '#formats/export/layers/layer.ts'
import {
  type Exported,
  type ExportWish,
  exportLayers as exportedLayers,
  type PlannedLayer,
  planExport,
} from '#formats/export/plan-export.ts'

/** What is to leave, and from what. */
export type LayersToExport = ExportSource & { readonly wish: ExportWish }

/** What would leave and what would not, layer by layer; nothing is written. */
export function exportPreview({ wish, ...source }: LayersToExport): readonly PlannedLayer[] {
  return planExport(source, wish).layers
}

/** One file with the layers that may leave. */
export function exportLayers({ wish, ...source }: LayersToExport): Promise<Result<Exported>> {
  return exportedLayers(source, wish)
}
