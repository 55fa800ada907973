import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Chance } from '../chance.ts'
import { daysBefore, WET_MONTHS } from '../clock.ts'
import { roundedPlace } from '../land/exercise-ground.ts'
import type { RoadSort } from '../land/road-plan.ts'
import { directed, type ExerciseRoads, otherEnd, type RoadEdge } from '../land/roads.ts'

/** What is said of a restriction, apart from where it lies: days count back from the planning day. */
type Terms = Pick<
  Restriction,
  'id' | 'name' | 'kind' | 'effect' | 'severity' | 'confidenceShare' | 'source'
> & {
  readonly fromDaysAgo: number
  /** Null: until further notice. */
  readonly toDaysAgo: number | null
  readonly verifiedDaysAgo: number | null
  readonly months?: readonly number[]
}

/** Closed and escort-only ground, wet tracks, bridges, hazards; some over, some still to come. */
export function exerciseRestrictions(roads: ExerciseRoads, chance: Chance): Restriction[] {
  const area = (terms: Terms, centre: LonLat, radiusMetres: number) =>
    restriction(terms, { type: 'area', polygon: blob(centre, radiusMetres, chance) })
  const stretch = (
    terms: Terms,
    ...[sort, near, kilometres]: readonly [RoadSort, LonLat, number]
  ) => {
    const line = roadStretch(roads, nearestEdge(roads, sort, near), kilometres * 1000)
    return restriction(terms, { type: 'segment', line })
  }
  const point = (terms: Terms, sort: RoadSort, near: LonLat) => {
    const position = nearestEdge(roads, sort, near).line[1]!
    return restriction(terms, { type: 'point', position, radiusMetres: 200 })
  }
  return [
    area(closure('closed-northern-hills', 'Northern hills', 3, 41, 1), [-10.12, 8.16], 15_000),
    area(closure('closed-southern-forest', 'Southern forest', 3, 120, 6), [-8.98, 5.42], 17_000),
    area(closure('closed-eastern-bank', 'Eastern bank', 2, 18, 2), [-8.72, 6.62], 13_000),
    area(COMING_CLOSURE, [-9.72, 7.6], 12_000),
    area(hazard('hazard-old-depot', 'Old depot', 0.7, 33), [-10.52, 7.62], 6_500),
    area(hazard('hazard-river-crossing', 'River crossing', 0.55, 71), [-8.62, 5.55], 5_500),
    stretch(escort('escort-border-road', 'Border road', 45, null), 'gravel', [-7.95, 6.08], 38),
    stretch(escort('escort-northern-road', 'Northern road', 60, null), 'gravel', [-9.82, 8.32], 30),
    stretch(escort('escort-coast-road', 'Coast road', 40, 64), 'gravel', [-8.65, 4.9], 26),
    stretch(
      wetTrack('wet-track-west', 'Western track', { type: 'speedFactor', factor: 0.4 }),
      'track',
      [-10.9, 7.3],
      24,
    ),
    stretch(
      wetTrack('wet-track-centre', 'Central track', { type: 'footOnly' }),
      'track',
      [-9.2, 6.2],
      28,
    ),
    stretch(
      wetTrack('wet-track-east', 'Eastern track', { type: 'closed' }),
      'track',
      [-7.75, 5.6],
      30,
    ),
    point(
      bridge('bridge-forest-road', 'Bridge on the forest road', 5, null),
      'gravel',
      [-8.62, 5.62],
    ),
    point(bridge('bridge-mine-road', 'Bridge on the mine road', 7, null), 'gravel', [-10.1, 7.2]),
    point(bridge('bridge-river-road', 'Bridge on the river road', 0, 22), 'gravel', [-9.15, 6.75]),
    point(CHECKPOINT, 'paved', [-9.05, 7.22]),
  ]
}

function closure(
  id: string,
  name: string,
  ...[severity, fromDaysAgo, verifiedDaysAgo]: readonly [number, number, number]
): Terms {
  const told = { source: 'JMAC, exercise', confidenceShare: 0.85, toDaysAgo: null }
  const effect = { type: 'closed' as const }
  const label = `${name}, no movement`
  return {
    ...told,
    id,
    name: label,
    kind: 'closedArea',
    effect,
    severity,
    fromDaysAgo,
    verifiedDaysAgo,
  }
}

function hazard(
  id: string,
  name: string,
  ...[confidenceShare, verifiedDaysAgo]: readonly [number, number]
): Terms {
  return {
    id,
    name: `${name}, suspected hazardous area`,
    kind: 'hazard',
    effect: { type: 'closed' },
    severity: 2,
    confidenceShare,
    source: 'Mine action survey, exercise',
    fromDaysAgo: 400,
    toDaysAgo: null,
    verifiedDaysAgo,
  }
}

function escort(
  id: string,
  name: string,
  ...[delayMinutes, toDaysAgo]: readonly [number, number | null]
): Terms {
  return {
    id,
    name: `${name}, escort only`,
    kind: 'escortRoad',
    effect: { type: 'escortOnly', delayMinutes },
    severity: 2,
    confidenceShare: 0.9,
    source: 'Force order, exercise',
    fromDaysAgo: 150,
    toDaysAgo,
    verifiedDaysAgo: 4,
  }
}

function wetTrack(id: string, name: string, effect: Restriction['effect']): Terms {
  return {
    id,
    name: `${name}, wet season`,
    kind: 'seasonalTrack',
    effect,
    severity: 1,
    confidenceShare: 0.75,
    source: 'Engineer reconnaissance, exercise',
    fromDaysAgo: 900,
    toDaysAgo: null,
    verifiedDaysAgo: 52,
    months: WET_MONTHS,
  }
}

function bridge(
  id: string,
  name: string,
  ...[maxTonnes, toDaysAgo]: readonly [number, number | null]
): Terms {
  return {
    id,
    name: maxTonnes > 0 ? `${name}, ${maxTonnes} t` : `${name}, down`,
    kind: 'brokenBridge',
    effect: { type: 'massLimit', maxTonnes },
    severity: 2,
    confidenceShare: 0.95,
    source: 'Engineer reconnaissance, exercise',
    fromDaysAgo: 110,
    toDaysAgo,
    verifiedDaysAgo: 9,
  }
}

const COMING_CLOSURE: Terms = {
  ...closure('closed-election-area', 'Election area', 2, -9, 0),
  toDaysAgo: -23,
  verifiedDaysAgo: null,
}

const CHECKPOINT: Terms = {
  id: 'checkpoint-highway',
  name: 'Highway checkpoint',
  kind: 'checkpoint',
  effect: { type: 'delay', delayMinutes: 15 },
  severity: 1,
  confidenceShare: 0.8,
  source: 'Patrol report, exercise',
  fromDaysAgo: 60,
  toDaysAgo: null,
  verifiedDaysAgo: 1,
}

function restriction(terms: Terms, geometry: Restriction['geometry']): Restriction {
  const { fromDaysAgo, toDaysAgo, verifiedDaysAgo, months, ...rest } = terms
  return {
    ...rest,
    geometry,
    validFrom: daysBefore(fromDaysAgo),
    validTo: toDaysAgo === null ? null : daysBefore(toDaysAgo),
    months: months ? [...months] : null,
    hours: null,
    shockId: null,
    lastVerifiedAt: verifiedDaysAgo === null ? null : daysBefore(verifiedDaysAgo),
  }
}

/** A closed ring of 16 corners, none further in than 0.7 of the radius: never crosses itself. */
function blob([lon, lat]: LonLat, radiusMetres: number, chance: Chance): Polygon {
  const corners = Array.from({ length: 16 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 16
    const reach = (radiusMetres * chance.between(0.7, 1)) / 111_000
    const squeeze = Math.cos((lat * Math.PI) / 180)
    return roundedPlace(lon + (reach * Math.cos(angle)) / squeeze, lat + reach * Math.sin(angle))
  })
  return [[...corners, corners[0]!]]
}

function nearestEdge({ edges }: ExerciseRoads, sort: RoadSort, place: LonLat): RoadEdge {
  let best = edges[0]!
  let least = Number.POSITIVE_INFINITY
  for (const edge of edges) {
    if (edge.sort !== sort) continue
    const metres = metresBetween(edge.line[1]!, place)
    if (metres < least) {
      least = metres
      best = edge
    }
  }
  return best
}

/** A stretch of road of about a length, the edge in its midst, without turning off its class. */
function roadStretch(roads: ExerciseRoads, edge: RoadEdge, metres: number): LonLat[] {
  const forward = walked(roads, edge, { from: edge.b, metres: metres / 2 })
  const backward = walked(roads, edge, { from: edge.a, metres: metres / 2 })
  return [...backward.reverse(), ...edge.line, ...forward]
}

function walked(
  { edgesAt }: ExerciseRoads,
  edge: RoadEdge,
  { from, metres }: { readonly from: number; readonly metres: number },
): LonLat[] {
  const line: LonLat[] = []
  const seen = new Set([edge])
  let node = from
  for (let left = metres - edge.metres / 2; left > 0; ) {
    const ways = edgesAt[node]!.filter((way) => !seen.has(way) && way.sort === edge.sort)
    const next = ways.find(({ name }) => name === edge.name) ?? ways[0]
    if (!next) break
    line.push(...directed(next, node).slice(1))
    for (const way of edgesAt[node]!) seen.add(way)
    node = otherEnd(next, node)
    left -= next.metres
  }
  return line
}
