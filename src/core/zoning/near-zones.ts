import { type ExtentDegrees, extentOfPositions } from '../geo/extent.ts'
import type { MultiPolygon } from '../place.ts'
import type { Zone } from '../records/zone.ts'

const MARGIN_DEGREES = 1e-5

/**
 * Zones whose boxes touch one of the given outlines, and the parents of all of them: those whose
 * corners an edit there can change.
 */
export function zonesNear(zones: readonly Zone[], outlines: MultiPolygon): Zone[] {
  const boxes = outlines.map(([ring = []]) => extentOfPositions(ring))
  const near = new Set(
    zones.filter(({ outline: [ring = []] }) => {
      const own = extentOfPositions(ring)
      return boxes.some((box) => meets(own, box))
    }),
  )
  const byId = new Map(zones.map((zone) => [zone.id, zone]))
  for (const zone of near) {
    const parent = byId.get(zone.parentId ?? '')
    if (parent) near.add(parent)
  }
  return zones.filter((zone) => near.has(zone))
}

function meets(one: ExtentDegrees, other: ExtentDegrees): boolean {
  return (
    one[0] <= other[2] + MARGIN_DEGREES &&
    other[0] <= one[2] + MARGIN_DEGREES &&
    one[1] <= other[3] + MARGIN_DEGREES &&
    other[1] <= one[3] + MARGIN_DEGREES
  )
}
