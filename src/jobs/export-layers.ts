import type { Result } from '#core/issue.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import type { ExportSource } from '#formats/export/layers/layer.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import {
  type Exported,
  type ExportWish,
  exportLayers as exportedLayers,
  type PlannedLayer,
  planExport,
} from '#formats/export/plan-export.ts'

/** What is to leave, and from what. */
export type LayersToExport = ExportSource & { readonly wish: ExportWish }

/** What could leave, and in which formats; nothing is written. */
export type ExportPreview = {
  readonly layers: readonly PlannedLayer[]
  readonly formats: readonly { readonly id: string; readonly name: string }[]
}

/** What of every layer would leave and what would not, whatever layers are wished for. */
export function exportPreview({ wish, ...source }: LayersToExport): ExportPreview {
  const layers = EXPORT_LAYERS.map(({ id }) => id)
  return {
    layers: planExport(source, { ...wish, layers }).layers,
    formats: EXPORT_FORMATS.map(({ id, name }) => ({ id, name })),
  }
}

/** One file with the layers that may leave. */
export function exportLayers({ wish, ...source }: LayersToExport): Promise<Result<Exported>> {
  return exportedLayers(source, wish)
}
