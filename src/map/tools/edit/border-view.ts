import { type CornerRef, cornersOf } from '#core/geo/ring-edits.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Bench } from '../tool.ts'

export function viewOf({ map, pixelOf }: Bench) {
  const { clientWidth, clientHeight } = map.getCanvas()
  return {
    pixelOf,
    positionOf: ({ x, y }: { readonly x: number; readonly y: number }): LonLat => {
      const { lng, lat } = map.unproject([x, y])
      return [lng, lat]
    },
    widthPixels: clientWidth,
    heightPixels: clientHeight,
  }
}

export function positionOf(outline: Polygon | null, { ring, index }: CornerRef): LonLat | null {
  return cornersOf(outline?.[ring])[index] ?? null
}

/** The corner that was chosen, though the border may begin elsewhere now. */
export function foundAgain(
  outline: Polygon | null,
  chosen: CornerRef,
  at: LonLat | null,
): CornerRef | null {
  const isThere = (corner: LonLat | null | undefined) =>
    at !== null && corner?.[0] === at[0] && corner[1] === at[1]
  const now = positionOf(outline, chosen)
  if (at === null || isThere(now)) return now ? chosen : null
  for (const [ring, corners] of (outline ?? []).entries()) {
    const index = cornersOf(corners).findIndex(isThere)
    if (index >= 0) return { ring, index }
  }
  return now ? chosen : null
}

export function middleAfter(
  outline: Polygon | null,
  ref: CornerRef,
  { bench, isOpen }: { readonly bench: Bench; readonly isOpen: boolean },
): LonLat | null {
  const corners = cornersOf(outline?.[ref.ring])
  if (isOpen && ref.index === corners.length - 1) return null
  const [a, b] = [corners[ref.index], corners[(ref.index + 1) % corners.length]]
  if (!a || !b) return null
  const [from, to] = [bench.pixelOf(a), bench.pixelOf(b)]
  return viewOf(bench).positionOf({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
}

export function isSame(a: CornerRef, b: CornerRef | null): boolean {
  return b !== null && a.ring === b.ring && a.index === b.index
}

const EDGE_PIXELS = 40

export function bringIntoView({ map, pixelOf }: Bench, position: LonLat): void {
  const { x, y } = pixelOf(position)
  const { clientWidth, clientHeight } = map.getCanvas()
  const isSeen =
    x > EDGE_PIXELS &&
    y > EDGE_PIXELS &&
    x < clientWidth - EDGE_PIXELS &&
    y < clientHeight - EDGE_PIXELS
  if (!isSeen) map.jumpTo({ center: [position[0], position[1]] })
}
