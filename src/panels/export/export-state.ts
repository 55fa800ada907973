import type { Sensitivity } from '#core/place.ts'
import type { PlannedTable } from '#formats/export/plan-export.ts'
import type { ExportPreview } from '#jobs/export-layers.ts'

/** What a person has chosen of an export, and what would leave by it. */
export type ExportState = {
  readonly format: string
  readonly audience: Sensitivity
  /** Ids of tables that were taken out by hand. */
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

/** The tables that would leave. */
export function leavingTables({ preview, leftOut }: ExportState): readonly PlannedTable[] {
  return (preview?.tables ?? []).filter(
    ({ id, leavingCount }) => leavingCount > 0 && !leftOut.has(id),
  )
}
