import { outlineFault } from '#core/commands/zones/zone-guard.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'

const SMALLEST_SQUARE_KILOMETRES = 0.01

/** Why an outline cannot be a zone, in a sentence; null if it can. */
export function shapeFault(outline: Polygon): string | null {
  const fault = outlineFault(outline)
  if (fault) return fault
  return areaSquareKilometres([outline]) < SMALLEST_SQUARE_KILOMETRES
    ? 'A zone needs at least one hectare of ground. Zoom in to draw a small one.'
    : null
}
