import type { OperationDocument } from '#core/document.ts'
import type { LonLat } from '#core/place.ts'
import { type BandedOutline, bandedHolds, bandedOutline, isIn } from './banded-outline.ts'

type Extent = readonly [number, number, number, number]

/** The ground that is open while something is imported: what lies far from it is a mistake. */
export type Theatre = {
  /** West, south, east, north in degrees, with a margin for what happens just beyond the border. */
  readonly extentDegrees: Extent
  /** Outlines of the level-1 areas. */
  readonly outlines: readonly BandedOutline[]
}

const MARGIN_DEGREES = 0.25

/** The theatre of a document that has areas; null for one that has none yet. */
export function theatreOf({ tables }: OperationDocument): Theatre | null {
  const all = [...tables.areas.values()]
  const topLevel = Math.min(...all.map(({ level }) => level).filter((level) => level > 0))
  const areas = all.filter(({ level }) => level === topLevel || all.length === 1)
  if (areas.length === 0) return null
  const outlines = areas.map(({ outline }) => bandedOutline(outline))
  const [west, south, east, north] = spanned(outlines.map(({ extent }) => extent))
  const margin = MARGIN_DEGREES
  return { extentDegrees: [west - margin, south - margin, east + margin, north + margin], outlines }
}

/** The smallest extent that holds all of them. */
export function spanned(extents: readonly Extent[]): Extent {
  const side = (index: 0 | 1 | 2 | 3, pick: (a: number, b: number) => number) =>
    extents.reduce((best, extent) => pick(best, extent[index]), extents[0]?.[index] ?? 0)
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
}

/** Whether a position lies in the theatre or not far from it. */
export function isNear({ extentDegrees }: Theatre, position: LonLat): boolean {
  return isIn(extentDegrees, position)
}

/** Whether a position lies within the border of one of the areas. */
export function isInside({ outlines }: Theatre, position: LonLat): boolean {
  return outlines.some((outline) => bandedHolds(outline, position))
}
