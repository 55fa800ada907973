import {
  lockedMeasure,
  measureFault,
} from '#core/commands/control-measures/control-measure-guard.ts'
import { geometryFault } from '#core/commands/restrictions/restriction-guard.ts'
import { lockedZone } from '#core/commands/zones/zone-guard.ts'
import {
  type CornerRef,
  closedRing,
  cornersOf,
  withCornerInserted,
  withCornerMoved,
  withCornerRemoved,
} from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Zone } from '#core/records/zone.ts'
import {
  type CornerEdit,
  type InHand,
  withCornerAtMoved,
  withCornerAtRemoved,
  withSideCut,
} from '#core/zoning/shared-corners.ts'
import { measureLines } from '../../layers/control-measures/measure-lines.ts'
import { selectedZone, zonesIn } from '../../layers/zones/zone-list.ts'
import { shapeFault } from '../draw/outline-check.ts'
import type { Bench } from '../tool.ts'

/** A border in hand, and those that share corners with it and go along. */
export type Held = { readonly outline: Polygon; readonly along: InHand }

const ALONE: InHand = new Map()

/** What is moved corner by corner. Whatever its shape, it is held as closed rings. */
export type EditTarget = {
  readonly id: string
  readonly type: 'zone' | 'restriction' | 'measure'
  readonly outline: Polygon
  /** A line or a point: no side goes from its last corner to its first. */
  readonly isOpen: boolean
  readonly leastCorners: number
  readonly tooFew: string
  /** Why it may not be touched; null if it may. */
  readonly refusal: string | null
  /** Its corners with one elsewhere, one more after the one named, or one less; or why not. */
  readonly moved: (held: Held, ref: CornerRef, to: LonLat) => Held | string
  readonly inserted: (held: Held, ref: CornerRef, at: LonLat) => Held | string
  readonly removed: (held: Held, ref: CornerRef) => Held | string
  /** Why it cannot lie there, in a sentence; null if it can. */
  readonly fault: (outline: Polygon) => string | null
  readonly show: (held: Held) => void
  /** Its lines while it is in hand; left out: its outline. */
  readonly linesOf?: (outline: Polygon) => readonly (readonly LonLat[])[]
  readonly letGo: () => void
  readonly keep: (held: Held) => void
  /** Whether what is in hand is still shown. */
  readonly isShown: () => boolean
}

/** The zone, restriction or control measure that is selected; null: none is. */
export function targetOf(bench: Bench): EditTarget | null {
  const { selection, document } = bench.scene()
  if (selection?.type === 'row' && selection.table === 'restrictions') {
    const restriction = document.tables.restrictions.get(selection.id)
    return restriction ? restrictionTarget(bench, restriction) : null
  }
  if (selection?.type === 'row' && selection.table === 'controlMeasures') {
    const measure = document.tables.controlMeasures.get(selection.id)
    return measure ? measureTarget(bench, measure) : null
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
    ...sharedEdits(() => zonesIn(bench.scene()), id),
    fault: shapeFault,
    show: (next) => bench.preview({ zoneId: id, ...next }),
    letGo: () => bench.preview(null),
    keep: ({ outline: next, along }) => bench.actions().onZoneReshaped?.(id, next, { along }),
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
    ...ownEdits(LEAST[geometry.type]),
    refusal: null,
    fault: (outline) => geometryFault(back(outline)),
    show: ({ outline }) => bench.draft({ restrictionId: id, geometry: back(outline) }),
    letGo: () => bench.draft(null),
    keep: ({ outline }) => bench.actions().onRestrictionMoved?.(id, back(outline)),
    isShown: () => bench.scene().draftRestriction !== null,
  }
}

/** A line point by point; of rings the centre, their radii being fields of their sheet. */
function measureTarget(bench: Bench, measure: ControlMeasure): EditTarget {
  const { id, kind, geometry } = measure
  const points = geometry.type === 'line' ? geometry.line : [geometry.centre]
  const back = (outline: Polygon): ControlMeasure['geometry'] => {
    const corners = cornersOf(outline[0])
    if (geometry.type === 'line') return { ...geometry, line: corners }
    return { ...geometry, centre: corners[0] ?? geometry.centre }
  }
  return {
    id,
    type: 'measure',
    outline: [closedRing(points)],
    isOpen: true,
    ...MEASURE_LEAST[geometry.type],
    ...ownEdits(MEASURE_LEAST[geometry.type]),
    refusal: lockedMeasure(measure),
    fault: (outline) =>
      measureFault(bench.scene().document, { ...measure, geometry: back(outline) }),
    linesOf: (outline) => measureLines({ kind, geometry: back(outline) }),
    // The sketch alone shows it in hand: nothing is worked out from where it lies.
    show: () => {},
    letGo: () => {},
    keep: ({ outline }) => bench.actions().onMeasureMoved?.(id, back(outline)),
    isShown: () => false,
  }
}

const MEASURE_LEAST: Readonly<
  Record<ControlMeasure['geometry']['type'], Pick<EditTarget, 'leastCorners' | 'tooFew'>>
> = {
  line: { leastCorners: 2, tooFew: 'A line needs two ends.' },
  rings: { leastCorners: 1, tooFew: 'The centre of rings can be moved, not taken out.' },
}

/** Corners that zones share move, come and go together. */
function sharedEdits(
  zones: () => readonly Zone[],
  id: string,
): Pick<EditTarget, 'moved' | 'inserted' | 'removed'> {
  const inHand = ({ outline, along }: Held): InHand => new Map([...along, [id, outline]])
  const heldOf = (edit: CornerEdit): Held | string => {
    if (!edit.ok) return edit.why
    const outline = edit.outlines.get(id)
    if (!outline) return 'That corner is no longer there.'
    return { outline, along: new Map([...edit.outlines].filter(([each]) => each !== id)) }
  }
  const cornerOf = ({ outline }: Held, { ring, index }: CornerRef) =>
    cornersOf(outline[ring])[index]!
  return {
    moved: (held, ref, to) =>
      heldOf(withCornerAtMoved(zones(), inHand(held), cornerOf(held, ref), to)),
    inserted: (held, ref, at) => {
      const next = held.outline[ref.ring]?.[ref.index + 1] ?? at
      return heldOf(withSideCut(zones(), inHand(held), [cornerOf(held, ref), next], at))
    },
    removed: (held, ref) => heldOf(withCornerAtRemoved(zones(), inHand(held), cornerOf(held, ref))),
  }
}

function ownEdits({
  leastCorners,
  tooFew,
}: Pick<EditTarget, 'leastCorners' | 'tooFew'>): Pick<
  EditTarget,
  'moved' | 'inserted' | 'removed'
> {
  const alone = (outline: Polygon): Held => ({ outline, along: ALONE })
  return {
    moved: ({ outline }, ref, to) => alone(withCornerMoved(outline, ref, to)),
    inserted: ({ outline }, ref, at) => alone(withCornerInserted(outline, ref, at)),
    removed: ({ outline }, ref) => {
      const rest = withCornerRemoved(outline, ref, leastCorners)
      return rest ? alone(rest) : tooFew
    },
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
