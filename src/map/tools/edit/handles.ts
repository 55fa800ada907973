import { type CornerRef, cornersOf } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { distancePixels, type Pixel } from '../tool.ts'

/** What can be gripped on a border: a corner, or the middle of a side, which becomes a corner. */
export type Handle = {
  readonly type: 'corner' | 'middle'
  /** The corner, or the one before the middle. */
  readonly ref: CornerRef
  readonly position: LonLat
  readonly pixel: Pixel
}

export type HandleView = {
  readonly pixelOf: (position: LonLat) => Pixel
  readonly positionOf: (pixel: Pixel) => LonLat
  readonly widthPixels: number
  readonly heightPixels: number
}

const LEAST_SIDE_PIXELS = 34
const GRIP_PIXELS = 11
const MARGIN_PIXELS = 20
const MANY_CORNERS = 250
const CROWDED_PIXELS = 9

/**
 * The handles in view. Sides under 34 pixels have no middle; where there are more than 250 corners,
 * those closer than 9 pixels to the one before are left out until the map is nearer.
 *
 * @param isOpen no side goes from the last corner to the first.
 */
export function handlesOf(outline: Polygon, view: HandleView, isOpen = false): Handle[] {
  const corners = outline.flatMap((ring, ringIndex) =>
    cornersOf(ring).map(
      (position, index): Handle => ({
        type: 'corner',
        ref: { ring: ringIndex, index },
        position,
        pixel: view.pixelOf(position),
      }),
    ),
  )
  const middles = corners.flatMap((corner, i): Handle[] => {
    const { ring, index } = corner.ref
    const isLast = index === (outline[ring]?.length ?? 0) - 2
    const next = isLast ? (isOpen ? null : corners[i - index]) : corners[i + 1]
    if (!next || distancePixels(corner.pixel, next.pixel) < LEAST_SIDE_PIXELS) return []
    const pixel = {
      x: (corner.pixel.x + next.pixel.x) / 2,
      y: (corner.pixel.y + next.pixel.y) / 2,
    }
    return [{ type: 'middle', ref: corner.ref, position: view.positionOf(pixel), pixel }]
  })
  const seen = corners.filter(isIn(view))
  return [
    ...middles.filter(isIn(view)),
    ...(seen.length > MANY_CORNERS ? seen.filter(isApart()) : seen),
  ]
}

/** The handle under a pixel: the nearest corner, or where there is none the nearest middle. */
export function handleAt(handles: readonly Handle[], at: Pixel): Handle | null {
  const near = handles
    .map((handle) => ({ handle, distance: distancePixels(handle.pixel, at) }))
    .filter(({ distance }) => distance <= GRIP_PIXELS)
    .sort(
      (a, b) =>
        Number(a.handle.type === 'middle') - Number(b.handle.type === 'middle') ||
        a.distance - b.distance,
    )
  return near[0]?.handle ?? null
}

function isIn({ widthPixels, heightPixels }: HandleView) {
  return ({ pixel: { x, y } }: Handle) =>
    x > -MARGIN_PIXELS &&
    y > -MARGIN_PIXELS &&
    x < widthPixels + MARGIN_PIXELS &&
    y < heightPixels + MARGIN_PIXELS
}

function isApart() {
  let last: Handle | null = null
  return (handle: Handle) => {
    const isNear = last !== null && distancePixels(last.pixel, handle.pixel) < CROWDED_PIXELS
    if (!isNear) last = handle
    return !isNear
  }
}
