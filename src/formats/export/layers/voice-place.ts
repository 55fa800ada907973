import type { ExportCell } from '../export-table.ts'
import type { ExportSource } from './layer.ts'

/** Id and name of the community, then of the area, of rows that lie nowhere finer. */
export function voicePlaceOf({ contents }: ExportSource) {
  const { areas, communities } = contents.document.tables
  return (row: {
    readonly communityId: string | null
    readonly areaId: string | null
  }): readonly ExportCell[] => [
    row.communityId,
    communities.get(row.communityId ?? '')?.name ?? null,
    row.areaId,
    areas.get(row.areaId ?? '')?.name ?? null,
  ]
}
