import { type GeometryReading, readGeometry, type ToDegrees } from './read-geometry.ts'

type Cursor = { readonly view: DataView; at: number; depth: number }

const NAMES = [
  '',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const

/**
 * Reads a geometry in well-known binary, ISO or PostGIS, with or without heights and measures. A
 * length that the bytes do not bear out is a fault, never an endless loop.
 *
 * @source OGC 06-103r4, §8.
 */
export function readWkb(bytes: Uint8Array, toDegrees: ToDegrees | null): GeometryReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const { name, coordinates } = geometryAt({ view, at: 0, depth: 0 })
    return readGeometry(name, coordinates, toDegrees)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { fault: { code: 'geometry-damaged', why: 'its geometry is damaged' } }
  }
}

function geometryAt(cursor: Cursor): { readonly name: string; readonly coordinates: unknown } {
  if (cursor.depth > 4) throw new RangeError('nested too deep')
  const isLittle = cursor.view.getUint8(cursor.at) === 1
  const code = cursor.view.getUint32(cursor.at + 1, isLittle)
  cursor.at += 5
  const plain = code & 0x1fffffff
  const hasZ = (code & 0x80000000) !== 0 || Math.floor(plain / 1000) % 2 === 1
  const hasM = (code & 0x40000000) !== 0 || Math.floor(plain / 1000) >= 2
  if ((code & 0x20000000) !== 0) cursor.at += 4
  const type = plain % 1000
  const size = 2 + Number(hasZ) + Number(hasM)
  const position = () => {
    const x = cursor.view.getFloat64(cursor.at, isLittle)
    const y = cursor.view.getFloat64(cursor.at + 8, isLittle)
    cursor.at += 8 * size
    return [x, y]
  }
  const list = <T>(leastBytes: number, read: () => T): T[] => {
    const count = cursor.view.getUint32(cursor.at, isLittle)
    cursor.at += 4
    if (count * leastBytes > cursor.view.byteLength - cursor.at) throw new RangeError('too long')
    return Array.from({ length: count }, read)
  }
  const line = () => list(8 * size, position)
  const part = () => {
    cursor.depth++
    const found = geometryAt(cursor)
    cursor.depth--
    return found.coordinates
  }
  const name = NAMES[type] ?? String(type)
  switch (name) {
    case 'Point': {
      const [x, y] = position()
      return { name, coordinates: Number.isNaN(x) && Number.isNaN(y) ? [] : [x, y] }
    }
    case 'LineString':
      return { name, coordinates: line() }
    case 'Polygon':
      return { name, coordinates: list(4, line) }
    case 'MultiPoint':
    case 'MultiLineString':
    case 'MultiPolygon':
      return { name, coordinates: list(9, part) }
    default:
      return { name, coordinates: null }
  }
}
