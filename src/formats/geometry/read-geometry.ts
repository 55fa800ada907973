import { isSamePosition } from '#core/geo/same-position.ts'
import type { LonLat, MultiPolygon, Polygon, Ring } from '#core/place.ts'
import type { RawGeometry } from '../raw-table.ts'
import { outlineFault } from './outline-fault.ts'

/** What is wrong with, or odd about, one geometry: a stable code and a clause for a sentence. */
export type GeometryFault = { readonly code: string; readonly why: string }

/** A geometry that can be used, with what was mended or is doubtful; or why it cannot. */
export type GeometryReading =
  | {
      readonly geometry: RawGeometry
      readonly warnings: readonly GeometryFault[]
      readonly outlineFault: string | null
    }
  | { readonly fault: GeometryFault }

/** Turns a file's coordinates into degrees; null where it cannot. */
export type ToDegrees = (x: number, y: number) => readonly [number, number] | null

type Reader = { readonly toDegrees: ToDegrees | null; readonly warnings: GeometryFault[] }

class Unfit extends Error {
  readonly fault: GeometryFault
  constructor(code: string, why: string) {
    super(why)
    this.fault = { code, why }
  }
}

/**
 * Reads the coordinates of a GeoJSON geometry, whatever they turn out to be. Positions that repeat
 * the one before are dropped, open rings are closed, heights are left out.
 *
 * @param toDegrees null: the numbers are degrees already.
 */
export function readGeometry(
  type: unknown,
  coordinates: unknown,
  toDegrees: ToDegrees | null = null,
): GeometryReading {
  const reader: Reader = { toDegrees, warnings: [] }
  try {
    const geometry = geometryOf(reader, type, coordinates)
    const doubt = geometry.type === 'polygons' ? outlineFault(geometry.polygons) : null
    const warnings = doubt ? [...reader.warnings, doubt] : reader.warnings
    return { geometry, warnings, outlineFault: doubt?.code ?? null }
  } catch (error) {
    if (error instanceof Unfit) return { fault: error.fault }
    throw error
  }
}

function geometryOf(reader: Reader, type: unknown, coordinates: unknown): RawGeometry {
  switch (type) {
    case 'Point':
      return { type: 'points', points: [position(reader, coordinates)] }
    case 'MultiPoint':
      return { type: 'points', points: some(coordinates).map((point) => position(reader, point)) }
    case 'LineString':
      return { type: 'lines', lines: linesOf(reader, [coordinates]) }
    case 'MultiLineString':
      return { type: 'lines', lines: linesOf(reader, some(coordinates)) }
    case 'Polygon':
      return { type: 'polygons', polygons: [polygonOf(reader, coordinates)] }
    case 'MultiPolygon':
      return { type: 'polygons', polygons: polygonsOf(reader, coordinates) }
    default:
      throw new Unfit(
        'geometry-type',
        `its geometry "${String(type).slice(0, 40)}" is none we know`,
      )
  }
}

function position({ toDegrees }: Reader, value: unknown): LonLat {
  if (!Array.isArray(value))
    throw new Unfit('coordinate-type', 'its position is not a list of numbers')
  const [x, y] = value as unknown[]
  if (value.length === 0)
    throw new Unfit('geometry-empty', 'it has no geometry: its list of coordinates is empty')
  if (Array.isArray(x))
    throw new Unfit('coordinate-nesting', 'its position is a list inside a list')
  if (value.length === 1) throw new Unfit('coordinate-count', 'its position has only one number')
  if (typeof x !== 'number' || typeof y !== 'number') {
    throw new Unfit('coordinate-type', 'its position holds something that is no number')
  }
  const degrees = toDegrees ? toDegrees(x, y) : ([x, y] as const)
  if (degrees && Math.abs(degrees[0]) <= 180 && Math.abs(degrees[1]) <= 90) return degrees
  throw outOfRange(x, y)
}

function outOfRange(x: number, y: number): Unfit {
  const size = Math.max(Math.abs(x), Math.abs(y))
  if (size > 1000 && size < 1e8) {
    return new Unfit('coordinate-projected', `${x}, ${y} looks like metres, not degrees`)
  }
  return new Unfit('coordinate-range', `${x}, ${y} lies outside longitude ±180 and latitude ±90`)
}

function some(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unfit('coordinate-type', 'its coordinates are not a list')
  if (value.length === 0)
    throw new Unfit('geometry-empty', 'it has no geometry: its list of coordinates is empty')
  return value
}

function path(reader: Reader, value: unknown): LonLat[] {
  const positions = some(value).map((point) => position(reader, point))
  return positions.filter((point, i) => i === 0 || !isSamePosition(point, positions[i - 1]!))
}

function linesOf(reader: Reader, parts: readonly unknown[]): LonLat[][] {
  const lines = parts
    .filter((part) => !Array.isArray(part) || part.length > 0)
    .map((part) => path(reader, part))
    .filter((line) => line.length > 1)
  if (lines.length === 0) throw new Unfit('geometry-empty', 'its line has no length')
  return lines
}

function polygonsOf(reader: Reader, value: unknown): MultiPolygon {
  return some(value).map((polygon) => polygonOf(reader, polygon))
}

function polygonOf(reader: Reader, value: unknown): Polygon {
  return wound(some(value).map((ring) => ringOf(reader, ring)))
}

/**
 * A polygon whose outer ring runs counter-clockwise and whose holes run clockwise, so that an outline is
 * the same whichever program wrote it. A bow tie, which runs both ways, stays as it is.
 *
 * @source RFC 7946 §3.1.6.
 */
export function wound(polygon: Polygon): Polygon {
  return polygon.map((ring, index) => {
    const area = doubleArea(ring)
    return area === 0 || area > 0 === (index === 0) ? ring : [...ring].reverse()
  })
}

function ringOf(reader: Reader, value: unknown): Ring {
  const given = some(value)
  const corners = path(reader, given)
  if (given.length < 3) throw new Unfit('ring-too-short', `its ring has ${given.length} positions`)
  const [first] = corners
  if (first && !isSamePosition(first, corners.at(-1)!)) {
    corners.push(first)
    reader.warnings.push({ code: 'ring-closed', why: 'its ring was open and has been closed' })
  }
  if (corners.length < 4 || isFlat(corners)) {
    throw new Unfit('ring-degenerate', 'its ring encloses no area')
  }
  return corners
}

/** Whether all corners lie on one line; a bow tie is not flat, though its areas cancel out. */
function isFlat(ring: readonly LonLat[]): boolean {
  const [a, b] = ring
  return ring.every((corner) => doubleArea([a!, b!, corner, a!]) === 0)
}

/** Twice the signed area of a closed ring in square degrees; positive runs counter-clockwise. */
export function doubleArea(ring: readonly LonLat[]): number {
  const [lon0, lat0] = ring[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [lonA, latA] = ring[i - 1]!
    const [lonB, latB] = ring[i]!
    sum += (lonA - lon0) * (latB - lat0) - (lonB - lon0) * (latA - lat0)
  }
  return sum
}
