import { ringHolds } from '#core/geo/polygon.ts'
import { doubleArea } from '../geometry/read-geometry.ts'

/** A record as it stands in the file, in the file's own coordinates, written like GeoJSON. */
export type ShpRecord =
  | { readonly number: number; readonly type: string; readonly coordinates: unknown }
  | { readonly number: number; readonly fault: string; readonly why: string }

/** All records that could be found, and the extent that the header states. */
export type ShpFile = {
  readonly records: readonly ShpRecord[]
  /** West, south, east, north in the file's own units. */
  readonly extent: readonly [number, number, number, number]
  /** Whether the last record claims bytes beyond the end, so that those after it are lost in it. */
  readonly isCutByLength: boolean
}

type Point = readonly [number, number]

const HEADER_BYTES = 100

/** Whether bytes begin like a .shp. */
export function isShp(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_BYTES && bytes[2] === 0x27 && bytes[3] === 0x0a && bytes[0] === 0
}

/**
 * Walks the records of a .shp by their own lengths; the .shx is not needed. A record with a length
 * that cannot be ends the walk. Heights and measures are left out.
 *
 * @source ESRI Shapefile Technical Description (1998).
 */
export function readShp(bytes: Uint8Array): ShpFile | null {
  if (!isShp(bytes)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: ShpRecord[] = []
  let isCutByLength = false
  for (let at = HEADER_BYTES; at + 8 <= bytes.length; ) {
    const number = records.length + 1
    const contentBytes = 2 * view.getInt32(at + 4)
    const start = at + 8
    isCutByLength = start + contentBytes > bytes.length
    if (contentBytes < 4 || isCutByLength) {
      const why = `it claims ${contentBytes} bytes where ${bytes.length - start} are left`
      records.push({ number, fault: 'shp-record-length', why })
      break
    }
    records.push(recordOf(new DataView(view.buffer, view.byteOffset + start, contentBytes), number))
    at = start + contentBytes
  }
  const bound = (index: number) => view.getFloat64(36 + 8 * index, true)
  return { records, extent: [bound(0), bound(1), bound(2), bound(3)], isCutByLength }
}

function recordOf(view: DataView, number: number): ShpRecord {
  try {
    return shapeOf(view, number)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { number, fault: 'shp-record-length', why: 'it is shorter than its own counts say' }
  }
}

function shapeOf(view: DataView, number: number): ShpRecord {
  const code = view.getInt32(0, true)
  if (code === 0) {
    const why = 'it has no geometry, so it has no place on the map'
    return { number, fault: 'geometry-missing', why }
  }
  const shape = code % 10
  if (code > 28)
    return { number, fault: 'geometry-type', why: `its shape type ${code} is not read` }
  if (shape === 1) return { number, type: 'Point', coordinates: pointAt(view, 4) }
  if (shape === 8) {
    const points = pointsAt(view, 40, view.getInt32(36, true))
    return { number, type: 'MultiPoint', coordinates: points }
  }
  if (shape !== 3 && shape !== 5) {
    return { number, fault: 'geometry-type', why: `its shape type ${code} is not read` }
  }
  const parts = partsOf(view)
  return shape === 3
    ? { number, type: 'MultiLineString', coordinates: parts }
    : { number, type: 'MultiPolygon', coordinates: polygonsOf(parts) }
}

function pointAt(view: DataView, at: number): Point {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true)]
}

function pointsAt(view: DataView, at: number, count: number): Point[] {
  if (count < 0 || at + 16 * count > view.byteLength)
    throw new RangeError('points beyond the record')
  return Array.from({ length: count }, (_, index) => pointAt(view, at + 16 * index))
}

function partsOf(view: DataView): Point[][] {
  const partCount = view.getInt32(36, true)
  const pointCount = view.getInt32(40, true)
  if (partCount < 0 || 44 + 4 * partCount > view.byteLength) {
    throw new RangeError('parts beyond the record')
  }
  const points = pointsAt(view, 44 + 4 * partCount, pointCount)
  return Array.from({ length: partCount }, (_, index) => {
    const start = view.getInt32(44 + 4 * index, true)
    const end = index + 1 < partCount ? view.getInt32(48 + 4 * index, true) : pointCount
    if (start < 0 || end < start || end > pointCount) throw new RangeError('part out of order')
    return points.slice(start, end)
  })
}

/** Outer rings run clockwise, holes the other way; a hole without a ring about it is a ring itself. */
function polygonsOf(rings: readonly Point[][]): Point[][][] {
  const sound = rings.filter((ring) => ring.length > 3 && doubleArea(ring) !== 0)
  const outers = sound.filter((ring) => doubleArea(ring) < 0).map((ring) => [ring])
  if (outers.length === 0) return sound.map((ring) => [ring])
  for (const hole of sound.filter((ring) => doubleArea(ring) > 0)) {
    const [x, y] = hole[0]!
    const home = outers.filter(([outer]) => ringHolds(outer!, x, y)).at(-1)
    if (home) home.push(hole)
    else outers.push([hole])
  }
  return outers
}
