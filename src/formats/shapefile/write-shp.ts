import type { ExtentDegrees } from '#core/geo/extent.ts'
import type { LonLat } from '#core/place.ts'
import { extentOfGeometries } from '../geometry/positions-of.ts'
import type { RawGeometry } from '../raw-table.ts'

const CODES = { points: 1, multipoint: 8, lines: 3, polygons: 5 } as const
const HEADER_BYTES = 100
/** Stands in the head of a file without a place. */
const NOWHERE: ExtentDegrees = [0, 0, 0, 0]

/**
 * The .shp and the .shx of geometries of one sort; null is a null shape. Outer rings run clockwise in
 * them, the other way round than elsewhere.
 *
 * @source ESRI Shapefile Technical Description (1998).
 */
export function writeShp(geometries: readonly (RawGeometry | null)[]): {
  readonly shp: Uint8Array
  readonly shx: Uint8Array
} {
  const code = codeOf(geometries)
  const records = geometries.map((geometry) => recordOf(geometry, code))
  const isEmpty = geometries.every((geometry) => geometry === null)
  const extent = isEmpty ? NOWHERE : extentOfGeometries(geometries)
  const size = records.reduce((sum, record) => sum + 8 + record.length, HEADER_BYTES)
  const shp = headed(size, code, extent)
  const shx = headed(HEADER_BYTES + 8 * records.length, code, extent)
  const [shpView, shxView] = [new DataView(shp.buffer), new DataView(shx.buffer)]
  let at = HEADER_BYTES
  records.forEach((record, index) => {
    shxView.setInt32(HEADER_BYTES + 8 * index, at / 2)
    shxView.setInt32(HEADER_BYTES + 8 * index + 4, record.length / 2)
    shpView.setInt32(at, index + 1)
    shpView.setInt32(at + 4, record.length / 2)
    shp.set(record, at + 8)
    at += 8 + record.length
  })
  return { shp, shx }
}

function codeOf(geometries: readonly (RawGeometry | null)[]): number {
  const [first] = geometries.filter((geometry) => geometry !== null)
  if (first?.type !== 'points') return CODES[first?.type ?? 'points']
  const isSingle = (one: RawGeometry | null) => one?.type !== 'points' || one.points.length === 1
  return geometries.every(isSingle) ? CODES.points : CODES.multipoint
}

function headed(size: number, code: number, extent: ExtentDegrees): Uint8Array {
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, size / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, code, true)
  extent.forEach((bound, index) => {
    view.setFloat64(36 + 8 * index, bound, true)
  })
  return bytes
}

function recordOf(geometry: RawGeometry | null, code: number): Uint8Array {
  if (geometry === null) return new Uint8Array(4)
  if (geometry.type === 'points') {
    return code === CODES.points ? pointRecord(geometry.points[0]!) : manyPoints(geometry)
  }
  const parts =
    geometry.type === 'lines'
      ? geometry.lines
      : geometry.polygons.flatMap((polygon) => polygon.map((ring) => [...ring].reverse()))
  return partsRecord(parts, code, extentOfGeometries([geometry]))
}

function pointRecord([lon, lat]: LonLat): Uint8Array {
  const bytes = new Uint8Array(20)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, CODES.points, true)
  view.setFloat64(4, lon, true)
  view.setFloat64(12, lat, true)
  return bytes
}

function manyPoints(geometry: Extract<RawGeometry, { readonly type: 'points' }>): Uint8Array {
  const bytes = new Uint8Array(40 + 16 * geometry.points.length)
  const view = begun(bytes, CODES.multipoint, extentOfGeometries([geometry]))
  view.setInt32(36, geometry.points.length, true)
  putPoints(view, 40, geometry.points)
  return bytes
}

function partsRecord(
  parts: readonly (readonly LonLat[])[],
  code: number,
  extent: ExtentDegrees,
): Uint8Array {
  const points = parts.flat()
  const bytes = new Uint8Array(44 + 4 * parts.length + 16 * points.length)
  const view = begun(bytes, code, extent)
  view.setInt32(36, parts.length, true)
  view.setInt32(40, points.length, true)
  let start = 0
  parts.forEach((part, index) => {
    view.setInt32(44 + 4 * index, start, true)
    start += part.length
  })
  putPoints(view, 44 + 4 * parts.length, points)
  return bytes
}

function begun(bytes: Uint8Array, code: number, extent: ExtentDegrees): DataView {
  const view = new DataView(bytes.buffer)
  view.setInt32(0, code, true)
  extent.forEach((bound, index) => {
    view.setFloat64(4 + 8 * index, bound, true)
  })
  return view
}

function putPoints(view: DataView, start: number, points: readonly LonLat[]): void {
  points.forEach(([lon, lat], index) => {
    view.setFloat64(start + 16 * index, lon, true)
    view.setFloat64(start + 16 * index + 8, lat, true)
  })
}
