import type { Sensitivity } from '#core/place.ts'
import type { ExportPreview } from '#jobs/export-layers.ts'

/** What a person has chosen of an export, and what would leave by it. */
export type ExportState = {
  readonly format: string
  readonly audience: Sensitivity
  /** Layers that were taken out by hand. */
  readonly leftOut: ReadonlySet<string>
  /** Null: it is being worked out. */
  readonly preview: ExportPreview | null
  readonly isWriting: boolean
  readonly error: string | null
}

/** For everybody, in one file that holds everything, nothing taken out. */
export const NO_EXPORT: ExportState = {
  format: 'gpkg',
  audience: 'low',
  leftOut: new Set(),
  preview: null,
  isWriting: false,
  error: null,
}

/** Ids of the layers that would leave. */
export function leavingLayers({ preview, leftOut }: ExportState): string[] {
  const leaving = (preview?.layers ?? []).filter(
    ({ layer, leavingCount }) => leavingCount > 0 && !leftOut.has(layer),
  )
  return [...new Set(leaving.map(({ layer }) => layer))]
}
