import { closedRing, cornersOf } from '../geo/ring-edits.ts'
import { positionKey } from '../geo/same-position.ts'
import { simplifiedLine } from '../geo/simplified-line.ts'
import type { LonLat } from '../place.ts'
import type { Zone } from '../records/zone.ts'
import type { InHand } from './shared-corners.ts'

type Bordered = Pick<Zone, 'id' | 'outline'>

/**
 * The border of a zone with fewer corners, and the same for every zone that shares a stretch of it:
 * stretches between corners where borders part are simplified once for all. What a locked zone shares
 * stays as it is.
 *
 * @param toleranceDegrees of longitude, on the plane of web maps.
 */
export function withSimplifiedBorder(
  zones: readonly Zone[],
  id: string,
  toleranceDegrees: number,
): InHand {
  const zone = zones.find((each) => each.id === id)
  if (!zone) return new Map()
  const dropped = new Set<string>()
  const own = new Set(zone.outline.flat().map(positionKey))
  const ends = partings(zones, (key) => own.has(key))
  const locked = new Set(
    zones
      .filter(({ isLocked }) => isLocked)
      .flatMap(({ outline }) => outline.flat().map(positionKey)),
  )
  for (const ring of zone.outline) {
    for (const stretch of stretchesOf(cornersOf(ring), ends)) {
      const inner = stretch.slice(1, -1)
      if (inner.some((corner) => locked.has(positionKey(corner)))) continue
      const kept = new Set(simplifiedLine(stretch, toleranceDegrees).map(positionKey))
      for (const corner of inner)
        if (!kept.has(positionKey(corner))) dropped.add(positionKey(corner))
    }
  }
  return withoutCorners(zones, dropped)
}

/**
 * Every stretch that two of these zones share with fewer corners, the same for both; where one of them
 * ends alone, as at coast and frontier, nothing moves.
 *
 * @param toleranceOf of a zone by id, in degrees of longitude on the plane of web maps; a stretch has
 *   the lesser one of its two zones.
 */
export function withSharedBordersSimplified(
  zones: readonly Bordered[],
  toleranceOf: (id: string) => number,
): InHand {
  const ends = partings(zones)
  const shared = new Map<string, { readonly count: number; readonly tolerance: number }>()
  const stretches = zones.flatMap(({ id, outline }) =>
    outline.flatMap((ring) =>
      stretchesOf(cornersOf(ring), ends).map((stretch) => {
        const name = nameOf(stretch)
        const { count, tolerance } = shared.get(name) ?? { count: 0, tolerance: toleranceOf(id) }
        shared.set(name, { count: count + 1, tolerance: Math.min(tolerance, toleranceOf(id)) })
        return { name, stretch }
      }),
    ),
  )
  const dropped = new Set<string>()
  for (const { name, stretch } of stretches) {
    const { count, tolerance } = shared.get(name)!
    if (count !== 2 || tolerance === 0) continue
    const kept = new Set(simplifiedLine(stretch, tolerance).map(positionKey))
    for (const corner of stretch)
      if (!kept.has(positionKey(corner))) dropped.add(positionKey(corner))
  }
  return withoutCorners(zones, dropped)
}

/** The same whichever way round it is run through. */
function nameOf(stretch: readonly LonLat[]): string {
  const keys = stretch.map(positionKey)
  return [keys.join(), keys.toReversed().join()].sort()[0]!
}

function withoutCorners(zones: readonly Bordered[], dropped: ReadonlySet<string>): InHand {
  if (dropped.size === 0) return new Map()
  return new Map(
    zones.flatMap((each) => {
      const after = each.outline.map((ring) => {
        const corners = cornersOf(ring)
        const rest = corners.filter((corner) => !dropped.has(positionKey(corner)))
        return rest.length === corners.length ? ring : closedRing(rest)
      })
      const isChanged = after.some((ring, i) => ring !== each.outline[i])
      return isChanged && after.every((ring) => ring.length >= 4) ? [[each.id, after] as const] : []
    }),
  )
}

/** Corners where more than two sides of all borders meet, each side counted once. */
function partings(
  zones: readonly Bordered[],
  isAsked: (key: string) => boolean = () => true,
): ReadonlySet<string> {
  const sides = new Map<string, Set<string>>()
  const add = (from: string, to: string) => {
    if (!isAsked(from)) return
    const known = sides.get(from)
    if (known) known.add(to)
    else sides.set(from, new Set([to]))
  }
  for (const ring of zones.flatMap(({ outline }) => outline)) {
    const keys = ring.map(positionKey)
    for (let i = 0; i + 1 < keys.length; i++) {
      add(keys[i]!, keys[i + 1]!)
      add(keys[i + 1]!, keys[i]!)
    }
  }
  return new Set([...sides].filter(([, to]) => to.size !== 2).map(([key]) => key))
}

/** A ring in stretches from parting to parting; one without any is cut at its ends and half-way. */
function stretchesOf(corners: readonly LonLat[], ends: ReadonlySet<string>): LonLat[][] {
  const at = corners.flatMap((corner, i) => (ends.has(positionKey(corner)) ? [i] : []))
  const cuts = at.length > 0 ? at : [0]
  if (cuts.length === 1) cuts.push((cuts[0]! + (corners.length >> 1)) % corners.length)
  cuts.sort((a, b) => a - b)
  return cuts.map((from, i) => {
    const to = cuts[i + 1] ?? cuts[0]! + corners.length
    return Array.from({ length: to - from + 1 }, (_, k) => corners[(from + k) % corners.length]!)
  })
}
