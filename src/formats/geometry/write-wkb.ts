import type { LonLat, Polygon } from '#core/place.ts'
import type { RawGeometry } from '../raw-table.ts'
import { partsOf } from './positions-of.ts'

type Pen = { readonly view: DataView; at: number }

const CODES = { points: 1, lines: 2, polygons: 3 } as const
/** A geometry of several parts has the code of one and three. */
const MULTI = 3

/**
 * Well-known binary of a geometry, little end first.
 *
 * @source OGC 06-103r4, §8.
 */
export function wkbOf(geometry: RawGeometry): Uint8Array {
  const parts = partsOf(geometry)
  const code = CODES[geometry.type]
  const isMulti = parts.length !== 1
  const size = parts.reduce((sum, part) => sum + 5 + sizeOf(part, geometry.type), isMulti ? 9 : 0)
  const bytes = new Uint8Array(size)
  const pen: Pen = { view: new DataView(bytes.buffer), at: 0 }
  if (isMulti) {
    head(pen, code + MULTI)
    count(pen, parts.length)
  }
  for (const part of parts) {
    head(pen, code)
    writePart(pen, part, geometry.type)
  }
  return bytes
}

function sizeOf(part: Polygon, type: RawGeometry['type']): number {
  if (type === 'points') return 16
  const rings = part.reduce((sum, ring) => sum + 4 + 16 * ring.length, 0)
  return type === 'lines' ? rings : rings + 4
}

function writePart(pen: Pen, part: Polygon, type: RawGeometry['type']): void {
  if (type === 'polygons') count(pen, part.length)
  for (const ring of part) {
    if (type !== 'points') count(pen, ring.length)
    for (const position of ring) writePosition(pen, position)
  }
}

function head(pen: Pen, code: number): void {
  pen.view.setUint8(pen.at, 1)
  pen.view.setUint32(pen.at + 1, code, true)
  pen.at += 5
}

function count(pen: Pen, value: number): void {
  pen.view.setUint32(pen.at, value, true)
  pen.at += 4
}

function writePosition(pen: Pen, [lon, lat]: LonLat): void {
  pen.view.setFloat64(pen.at, lon, true)
  pen.view.setFloat64(pen.at + 8, lat, true)
  pen.at += 16
}
