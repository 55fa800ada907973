import type { ExtentDegrees } from '#core/geo/extent.ts'
import { mercatorDegrees } from '#core/geo/mercator.ts'
import { simplifiedLine } from '#core/geo/simplified-line.ts'
import type { LonLat } from '#core/place.ts'
import type { MapFurniture, PicturePoint } from './map-furniture.ts'
import { extentOf, type PictureView } from './picture-view.ts'

/** Room round the theatre in its square. */
const PADDING_SHARE = 0.06
/** A locator is small: a corner that moves it by less is not seen. */
const TOLERANCE_SHARE = 0.006
const LEAST_CORNERS = 4

/** Where the map lies in the theatre; null: it shows all of it, or nobody knows its outline. */
export function locatorOf(
  view: PictureView,
  theatre: {
    readonly extentDegrees: ExtentDegrees
    readonly outline: readonly (readonly LonLat[])[]
  },
): MapFurniture['locator'] {
  const [west, south, east, north] = theatre.extentDegrees
  const seen = extentOf(view)
  const isWhole = seen[0] <= west && seen[1] <= south && seen[2] >= east && seen[3] >= north
  if (isWhole || theatre.outline.length === 0) return null
  const [left, bottom] = mercatorDegrees([west, south])
  const [right, top] = mercatorDegrees([east, north])
  const side = Math.max(right - left, top - bottom) / (1 - 2 * PADDING_SHARE)
  const at = (position: LonLat): PicturePoint => {
    const [x, y] = mercatorDegrees(position)
    return [
      clamped(0.5 + (x - (left + right) / 2) / side),
      clamped(0.5 + ((top + bottom) / 2 - y) / side),
    ]
  }
  const rings = theatre.outline.map((ring) => simplifiedRing(ring, TOLERANCE_SHARE * side))
  return {
    outline: rings.filter((ring) => ring.length >= LEAST_CORNERS).map((ring) => ring.map(at)),
    view: [at([seen[0], seen[3]]), at([seen[2], seen[1]])],
  }
}

/** A closed ring has no ends to be kept: it is thinned in two halves. */
function simplifiedRing(ring: readonly LonLat[], toleranceDegrees: number): LonLat[] {
  const middle = Math.floor(ring.length / 2)
  const first = simplifiedLine(ring.slice(0, middle + 1), toleranceDegrees)
  return [...first, ...simplifiedLine(ring.slice(middle), toleranceDegrees).slice(1)]
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share))
}
