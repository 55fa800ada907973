import type { OperationDocument } from '#core/document.ts'
import { extentOf, polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat, MultiPolygon } from '#core/place.ts'

type Extent = readonly [number, number, number, number]

/** The ground that is open while something is imported: what lies far from it is a mistake. */
export type Theatre = {
  /** West, south, east, north in degrees, with a margin for what happens just beyond the border. */
  readonly extentDegrees: Extent
  /** Outlines of the level-1 areas with their extents. */
  readonly outlines: readonly { readonly extent: Extent; readonly outline: MultiPolygon }[]
}

const MARGIN_DEGREES = 0.25

/** The theatre of a document that has areas; null for one that has none yet. */
export function theatreOf({ tables }: OperationDocument): Theatre | null {
  const all = [...tables.areas.values()]
  const topLevel = Math.min(...all.map(({ level }) => level).filter((level) => level > 0))
  const areas = all.filter(({ level }) => level === topLevel || all.length === 1)
  if (areas.length === 0) return null
  const outlines = areas.map(({ outline }) => ({ extent: extentOf(outline), outline }))
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

/** Whether a position lies within the border of one of the areas; 14,000 positions take 0.1 s. */
export function isInside({ outlines }: Theatre, position: LonLat): boolean {
  return outlines.some(
    ({ extent, outline }) =>
      isIn(extent, position) &&
      outline.some((polygon) => polygonHolds(polygon, position[0], position[1])),
  )
}

function isIn([west, south, east, north]: Extent, [lon, lat]: LonLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}
