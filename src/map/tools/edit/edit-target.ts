import { geometryFault } from '#core/commands/restrictions/restriction-guard.ts'
import { lockedZone } from '#core/commands/zones/zone-guard.ts'
import { closedRing, cornersOf } from '#core/geo/ring-edits.ts'
import type { Polygon } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Zone } from '#core/records/zone.ts'
import { selectedZone } from '../../layers/zones/zone-list.ts'
import { shapeFault } from '../outline-check.ts'
import type { Bench } from '../tool.ts'

/** What is moved corner by corner. Whatever its shape, it is held as closed rings. */
export type EditTarget = {
  readonly id: string
  readonly type: 'zone' | 'restriction'
  readonly outline: Polygon
  /** A line or a point: no side goes from its last corner to its first. */
  readonly isOpen: boolean
  readonly leastCorners: number
  readonly tooFew: string
  /** Why it may not be touched; null if it may. */
  readonly refusal: string | null
  /** Why it cannot lie there, in a sentence; null if it can. */
  readonly fault: (outline: Polygon) => string | null
  readonly show: (outline: Polygon) => void
  readonly letGo: () => void
  readonly keep: (outline: Polygon) => void
  /** Whether what is in hand is still shown. */
  readonly isShown: () => boolean
}

/** The zone or the restriction that is selected; null: neither is. */
export function targetOf(bench: Bench): EditTarget | null {
  const { selection, document } = bench.scene()
  if (selection?.type === 'row' && selection.table === 'restrictions') {
    const restriction = document.tables.restrictions.get(selection.id)
    return restriction ? restrictionTarget(bench, restriction) : null
  }
  const zone = selectedZone(bench.scene())
  return zone && zoneTarget(bench, zone)
}

function zoneTarget(bench: Bench, zone: Zone): EditTarget {
  const { id, outline } = zone
  return {
    id,
    type: 'zone',
    outline,
    isOpen: false,
    leastCorners: 3,
    tooFew: 'A zone needs at least three corners.',
    refusal: lockedZone(zone),
    fault: shapeFault,
    show: (next) => bench.preview({ zoneId: id, outline: next }),
    letGo: () => bench.preview(null),
    keep: (next) => bench.actions().onZoneReshaped?.(id, next),
    isShown: () => bench.scene().zonePreview !== null,
  }
}

function restrictionTarget(bench: Bench, { id, geometry }: Restriction): EditTarget {
  const back = (outline: Polygon) => geometryOf(geometry, outline)
  return {
    id,
    type: 'restriction',
    outline: ringsOf(geometry),
    isOpen: geometry.type !== 'area',
    ...LEAST[geometry.type],
    refusal: null,
    fault: (outline) => geometryFault(back(outline)),
    show: (outline) => bench.draft({ restrictionId: id, geometry: back(outline) }),
    letGo: () => bench.draft(null),
    keep: (outline) => bench.actions().onRestrictionMoved?.(id, back(outline)),
    isShown: () => bench.scene().draftRestriction !== null,
  }
}

const LEAST: Readonly<
  Record<Restriction['geometry']['type'], Pick<EditTarget, 'leastCorners' | 'tooFew'>>
> = {
  area: { leastCorners: 3, tooFew: 'An area needs at least three corners.' },
  segment: { leastCorners: 2, tooFew: 'A stretch needs two ends.' },
  point: { leastCorners: 1, tooFew: 'A point can be moved, not taken out corner by corner.' },
}

function ringsOf(geometry: Restriction['geometry']): Polygon {
  switch (geometry.type) {
    case 'area':
      return geometry.polygon
    case 'segment':
      return [closedRing(geometry.line)]
    case 'point':
      return [closedRing([geometry.position])]
  }
}

function geometryOf(before: Restriction['geometry'], outline: Polygon): Restriction['geometry'] {
  const corners = cornersOf(outline[0])
  switch (before.type) {
    case 'area':
      return { ...before, polygon: outline }
    case 'segment':
      return { ...before, line: corners }
    case 'point':
      return { ...before, position: corners[0] ?? before.position }
  }
}
