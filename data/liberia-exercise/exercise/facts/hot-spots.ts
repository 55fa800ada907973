import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'

/** Trouble that wanders: where it is at equal steps from the first day to the planning day. */
export type HotSpot = {
  readonly areaNote: string
  readonly way: readonly LonLat[]
  readonly radiusMetres: number
  /** Share of all incidents at the first and at the last day. */
  readonly fromShare: number
  readonly toShare: number
}

/** One in the north that comes down from the border and fades, one in the east that grows. */
export const HOT_SPOTS: readonly HotSpot[] = [
  {
    areaNote: 'north',
    way: [
      [-10.2, 8.3],
      [-10.05, 8.05],
      [-9.85, 7.75],
    ],
    radiusMetres: 30_000,
    fromShare: 0.24,
    toShare: 0.16,
  },
  {
    areaNote: 'east',
    way: [
      [-8.5, 7.2],
      [-8.4, 6.7],
      [-8.0, 6.05],
      [-7.8, 5.8],
    ],
    radiusMetres: 36_000,
    fromShare: 0.14,
    toShare: 0.32,
  },
]

/** Where a hot spot is: 0 at the first day, 1 at the planning day. */
export function hotSpotAt({ way }: HotSpot, progressShare: number): LonLat {
  const along = Math.min(1, Math.max(0, progressShare)) * (way.length - 1)
  const index = Math.min(way.length - 2, Math.floor(along))
  const [a, b] = [way[index]!, way[index + 1]!]
  const t = along - index
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

/** How strongly a hot spot is felt at a place: 1 at its middle, 0.6 at its radius. */
export function hotSpotPull(spot: HotSpot, place: LonLat, progressShare: number): number {
  const share = metresBetween(place, hotSpotAt(spot, progressShare)) / spot.radiusMetres
  return Math.exp((-share * share) / 2)
}
