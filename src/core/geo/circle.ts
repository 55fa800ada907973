import type { LonLat, Ring } from '../place.ts'
import { positionAlong } from './bearing.ts'
import { closedRing } from './ring-edits.ts'

/** A circle as a ring of corners, counter-clockwise from north; each lies exactly on the circle. */
export function circleRing(centre: LonLat, radiusMetres: number, cornerCount = 64): Ring {
  return closedRing(
    Array.from({ length: cornerCount }, (_, i) =>
      positionAlong(centre, {
        bearingDegrees: 360 - (360 * i) / cornerCount,
        metres: radiusMetres,
      }),
    ),
  )
}
