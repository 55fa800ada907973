import type { LonLat, Polygon } from '#core/place.ts'
import { remembered } from '../../remembered.ts'
import type { RestrictionLook, ShownRestriction } from './shown-restrictions.ts'

/** A line of a restriction: a stretch of road, or one ring of an area's outline. */
export type RestrictionLine = {
  readonly shown: ShownRestriction
  readonly line: readonly LonLat[]
  readonly isOutline: boolean
}

/** What is drawn of the restrictions; a picked index points into `lines`, `signs` or `supposedPoints`. */
export type RestrictionParts = {
  /** Areas by how they are filled: hatched, dotted, or with a tint. */
  readonly fills: Readonly<Record<FillPart, readonly ShownRestriction[]>>
  readonly lines: readonly RestrictionLine[]
  /** Closed roads, which bear ticks. */
  readonly closedRoads: readonly RestrictionLine[]
  /** All of them: each has a pictogram in its middle. */
  readonly signs: readonly ShownRestriction[]
  /** Points that a shock supposes, which have a ring of their own. */
  readonly supposedPoints: readonly ShownRestriction[]
}
export const FILL_PARTS = ['hatched', 'dotted', 'tinted'] as const
export type FillPart = (typeof FILL_PARTS)[number]

const FILL_OF: Readonly<Record<RestrictionLook, FillPart>> = {
  closed: 'hatched',
  hazard: 'dotted',
  escort: 'tinted',
  seasonal: 'tinted',
  bridge: 'tinted',
  limited: 'tinted',
  supposed: 'tinted',
}

/** Sorts restrictions into what is drawn together; those not in force are only outlined and tinted. */
export const restrictionParts = remembered(
  (shown: readonly ShownRestriction[]): RestrictionParts => {
    const areas = shown.filter(({ restriction }) => restriction.geometry.type === 'area')
    const fillOf = ({ look, isInForce }: ShownRestriction) => (isInForce ? FILL_OF[look] : 'tinted')
    const lines = shown.flatMap(linesOf)
    const points = shown.filter(({ restriction }) => restriction.geometry.type === 'point')
    return {
      fills: {
        hatched: areas.filter((each) => fillOf(each) === 'hatched'),
        dotted: areas.filter((each) => fillOf(each) === 'dotted'),
        tinted: areas.filter((each) => fillOf(each) === 'tinted'),
      },
      lines,
      closedRoads: lines.filter(
        ({ isOutline, shown: { look, isInForce } }) => !isOutline && look === 'closed' && isInForce,
      ),
      signs: shown,
      supposedPoints: points.filter(({ look }) => look === 'supposed'),
    }
  },
)

function linesOf(shown: ShownRestriction): RestrictionLine[] {
  const { geometry } = shown.restriction
  if (geometry.type === 'point') return []
  if (geometry.type === 'segment') return [{ shown, line: geometry.line, isOutline: false }]
  return geometry.polygon.map((line) => ({ shown, line, isOutline: true }))
}

/** The outline of an area. */
export function outlineOf({ restriction: { geometry } }: ShownRestriction): Polygon {
  return geometry.type === 'area' ? geometry.polygon : []
}

/** What a deck layer's index stands for, by the part of its id. */
export function shownAt(
  parts: RestrictionParts,
  part: string | null,
  index: number,
): ShownRestriction | null {
  if (part === 'lines') return parts.lines[index]?.shown ?? null
  if (part === 'signs') return parts.signs[index] ?? null
  if (part === 'supposed') return parts.supposedPoints[index] ?? null
  return null
}
