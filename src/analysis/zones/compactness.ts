import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'

/**
 * Polsby–Popper compactness, 4π × area ÷ perimeter²: 1 for a circle, towards 0 for a thread
 * (Polsby and Popper, "The third criterion", Yale Law & Policy Review 9, 1991). NaN without an area.
 */
export function compactness(outline: Polygon): number {
  const area = areaSquareKilometres([outline])
  let kilometres = 0
  for (const ring of outline) {
    for (let i = 1; i < ring.length; i++) {
      const [[lonA, latA], [lonB, latB]] = [ring[i - 1]!, ring[i]!]
      kilometres += metresBetweenDegrees(lonA, latA, lonB, latB) / 1000
    }
  }
  return kilometres > 0 && area > 0
    ? Math.min(1, (4 * Math.PI * area) / kilometres ** 2)
    : Number.NaN
}
