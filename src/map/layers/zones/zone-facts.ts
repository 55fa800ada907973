import { decimal, grouped } from '#core/figures.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { Zone } from '#core/records/zone.ts'
import type { Facts } from '../layer-type.ts'

const KINDS: Readonly<Record<Zone['kind'], string>> = {
  sector: 'Sector',
  aor: 'Area of responsibility',
  patrolBox: 'Patrol box',
}

/** Name, kind and size of a zone. */
export function zoneFacts({ id, name, kind, outline, isLocked }: Zone): Facts {
  const area = areaSquareKilometres([outline])
  const cornerCount = outline.reduce((sum, ring) => sum + ring.length - 1, 0)
  return {
    title: name,
    about: KINDS[kind],
    rows: [
      { label: 'Area', value: `${area < 100 ? decimal(area) : grouped(area)} km²` },
      { label: 'Corners', value: grouped(cornerCount) },
      { label: 'Border', value: isLocked ? 'locked' : 'can be moved' },
    ],
    warning: null,
    selection: { type: 'row', table: 'zones', id },
  }
}
