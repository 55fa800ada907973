import { cellCorners } from '#core/geo/grid.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Scene } from '../scene.ts'

/** Where the selected thing lies: a point to ring, or borders to follow. */
export type SelectionMark =
  | { readonly type: 'point'; readonly position: LonLat }
  | { readonly type: 'outline'; readonly lines: readonly (readonly LonLat[])[] }

type Marked = Pick<
  Scene,
  'selection' | 'document' | 'columns' | 'ground' | 'plan' | 'zonePreview' | 'draftRestriction'
>

/** The mark of what is selected in a scene; null: nothing, or nothing with a place. */
export function selectionMark(scene: Marked): SelectionMark | null {
  const { selection, ground, plan } = scene
  if (!selection) return null
  switch (selection.type) {
    case 'row':
      return rowMark(scene, selection.table, selection.id)
    case 'observation':
      return observationMark(scene, selection.datasetId, selection.row)
    case 'cell': {
      const cell = ground?.grid.cells[selection.cell]
      return cell ? outline([[...cellCorners(cell), cellCorners(cell)[0]!]]) : null
    }
    case 'suggestion':
      return placeMark(scene, plan?.postings[selection.index]?.placeId)
  }
}

function rowMark(scene: Marked, table: string, id: string): SelectionMark | null {
  const { tables } = scene.document
  switch (table) {
    case 'communities':
    case 'bases':
      return placeMark(scene, id)
    case 'projects':
      return point(tables.projects.get(id)?.position)
    case 'facilities':
      return point(tables.facilities.get(id)?.position)
    case 'units':
      return placeMark(scene, tables.units.get(id)?.baseId)
    case 'postings':
      return placeMark(scene, tables.postings.get(id)?.placeId)
    case 'sites':
      return placeMark(scene, tables.sites.get(id)?.placeId)
    case 'areas':
      return outline(tables.areas.get(id)?.outline.flat())
    case 'zones':
      return scene.zonePreview?.zoneId === id ? null : outline(tables.zones.get(id)?.outline)
    case 'restrictions':
      return scene.draftRestriction?.id === id ? null : restrictionMark(scene, id)
    default:
      return null
  }
}

function restrictionMark({ document }: Marked, id: string): SelectionMark | null {
  const geometry = document.tables.restrictions.get(id)?.geometry
  if (!geometry) return null
  if (geometry.type === 'point') return point(geometry.position)
  return outline(geometry.type === 'area' ? geometry.polygon : [geometry.line])
}

function observationMark(
  { columns }: Marked,
  datasetId: string,
  row: number,
): SelectionMark | null {
  const geometry = columns.get(datasetId)?.geometry
  if (!geometry || geometry.type === 'none') return null
  const at = (index: number): LonLat => [
    geometry.positions[2 * index]!,
    geometry.positions[2 * index + 1]!,
  ]
  if (geometry.type === 'points') {
    return row < geometry.positions.length / 2 ? point(at(row)) : null
  }
  const from = geometry.offsets[row] ?? 0
  const to = geometry.offsets[row + 1] ?? from
  return outline([Array.from({ length: to - from }, (_, i) => at(from + i))])
}

function placeMark({ document }: Marked, placeId: string | undefined): SelectionMark | null {
  const { bases, communities } = document.tables
  return point((bases.get(placeId ?? '') ?? communities.get(placeId ?? ''))?.position)
}

function point(position: LonLat | undefined): SelectionMark | null {
  return position ? { type: 'point', position } : null
}

function outline(
  lines: Polygon | readonly (readonly LonLat[])[] | undefined,
): SelectionMark | null {
  return lines?.some(({ length }) => length > 1) ? { type: 'outline', lines } : null
}
