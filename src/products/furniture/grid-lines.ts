import { fromUtm, toUtm } from '#core/geo/utm.ts'
import type { LonLat } from '#core/place.ts'
import type { ZonePart } from './grid-zones.ts'
import type { PicturePoint } from './map-furniture.ts'
import { type PictureView, shareOf } from './picture-view.ts'

/** A line of the grid within one zone. */
export type GridLine = {
  readonly axis: 'easting' | 'northing'
  /** Northings south of the equator are below zero here. */
  readonly metres: number
  readonly points: readonly PicturePoint[]
}

/** West, south, east, north in metres of the zone. */
export type ZoneMetres = readonly [number, number, number, number]

/** How far a drawn line may lie from the true one. */
const TOLERANCE_PIXELS = 0.25
/** Pieces of a line of which each is looked at for whether it is seen. */
const PIECES = 24
const DEEPEST = 8
const HALVINGS = 40

export function inZone({ zone, turnDegrees }: ZonePart, [lon, lat]: LonLat): [number, number] {
  const { eastingMetres, northingMetres, isSouth } = toUtm([lon - turnDegrees, lat], zone)
  return [eastingMetres, isSouth ? northingMetres - 10_000_000 : northingMetres]
}

function fromZone(
  { zone, turnDegrees }: ZonePart,
  eastingMetres: number,
  northingMetres: number,
): LonLat {
  const [lon, lat] = fromUtm({ zone, isSouth: false, eastingMetres, northingMetres })
  return [lon + turnDegrees, lat]
}

/** Between which metres a part lies. */
export function metresOf(part: ZonePart): ZoneMetres {
  const steps = Array.from({ length: 9 }, (_, i) => i / 8)
  const at = (x: number, y: number) =>
    inZone(part, [
      part.west + x * (part.east - part.west),
      part.south + y * (part.north - part.south),
    ])
  const rim = steps.flatMap((step) => [
    at(step, 0),
    at(step, 1),
    at(0, step),
    at(1, step),
    at(step, 0.5),
  ])
  const eastings = rim.map(([easting]) => easting)
  const northings = rim.map(([, northing]) => northing)
  return [
    Math.min(...eastings),
    Math.min(...northings),
    Math.max(...eastings),
    Math.max(...northings),
  ]
}

/** The lines of one zone at every multiple of the spacing, cut where the part ends. */
export function gridLinesIn(part: ZonePart, view: PictureView, spacingMetres: number): GridLine[] {
  const [west, south, east, north] = metresOf(part)
  const along = (axis: GridLine['axis'], metres: number): GridLine[] => {
    const isEasting = axis === 'easting'
    const [from, to] = isEasting ? [south, north] : [west, east]
    const at = (t: number) => {
      const along = from + t * (to - from)
      return isEasting ? fromZone(part, metres, along) : fromZone(part, along, metres)
    }
    return seenPieces(part, at).map(([start, end]) => ({
      axis,
      metres,
      points: drawn(at, view, start, end),
    }))
  }
  return [
    ...multiples(west, east, spacingMetres).flatMap((metres) => along('easting', metres)),
    ...multiples(south, north, spacingMetres).flatMap((metres) => along('northing', metres)),
  ]
}

export function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  const count = Math.max(0, Math.floor(to / step) - first + 1)
  return Array.from({ length: count }, (_, i) => (first + i) * step)
}

type Curve = (t: number) => LonLat

/** From where to where a curve from 0 to 1 lies within the part. */
function seenPieces(part: ZonePart, at: Curve): (readonly [number, number])[] {
  const isIn = (t: number) => {
    const [lon, lat] = at(t)
    return lon >= part.west && lon <= part.east && lat >= part.south && lat <= part.north
  }
  const edge = (inside: number, outside: number) => {
    let [kept, lost] = [inside, outside]
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (kept + lost) / 2
      if (isIn(middle)) kept = middle
      else lost = middle
    }
    return kept
  }
  const pieces: [number, number][] = []
  let start: number | null = isIn(0) ? 0 : null
  for (let i = 1; i <= PIECES; i++) {
    const [before, t] = [(i - 1) / PIECES, i / PIECES]
    const isSeen = isIn(t)
    if (isSeen && start === null) start = edge(t, before)
    if (!isSeen && start !== null) pieces.push([start, edge(before, t)])
    if (!isSeen) start = null
  }
  if (start !== null) pieces.push([start, 1])
  return pieces.filter(([from, to]) => to > from)
}

/** As few points as the picture needs. */
function drawn(at: Curve, view: PictureView, start: number, end: number): PicturePoint[] {
  const shareAt = (t: number) => shareOf(view, at(t))
  const points: PicturePoint[] = [shareAt(start)]
  const halve = (t0: number, t1: number, a: PicturePoint, b: PicturePoint, depth: number) => {
    const middle = (t0 + t1) / 2
    const m = shareAt(middle)
    if (depth < DEEPEST && (depth === 0 || offPixels(view, a, b, m) > TOLERANCE_PIXELS)) {
      halve(t0, middle, a, m, depth + 1)
      halve(middle, t1, m, b, depth + 1)
    } else points.push(b)
  }
  halve(start, end, shareAt(start), shareAt(end), 0)
  return points
}

/** How far a point lies from the straight line through two others. */
function offPixels(view: PictureView, a: PicturePoint, b: PicturePoint, m: PicturePoint): number {
  const [w, h] = [view.widthPixels, view.heightPixels]
  const [dx, dy] = [(b[0] - a[0]) * w, (b[1] - a[1]) * h]
  const length = Math.hypot(dx, dy)
  if (length === 0) return 0
  return Math.abs((m[0] - a[0]) * w * dy - (m[1] - a[1]) * h * dx) / length
}
