import type { LonLat } from '#core/place.ts'
import type { RawGeometry } from '../raw-table.ts'
import { coordinatesOf } from './coordinates-of.ts'
import { type GeometryReading, readGeometry } from './read-geometry.ts'

const NAMES: Readonly<Record<string, string>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
}
const WKT = /^(?:SRID=4326;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is
const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`
/** A position with its height and measure, if it has them. */
const POSITION = new RegExp(String.raw`(${NUMBER})\s+(${NUMBER})(?:\s+${NUMBER}){0,2}`, 'gi')
const MAX_CHARACTERS = 20_000_000

/**
 * Well-known text of a geometry, numbers as exact as they are held.
 *
 * @source OGC 06-103r4, §7.
 */
export function wktOf(geometry: RawGeometry): string {
  const { type, coordinates } = coordinatesOf(geometry)
  return `${type.toUpperCase()} ${listText(coordinates, type === 'Point')}`
}

function listText(value: unknown, isBare = false): string {
  const list = value as readonly unknown[]
  if (isBare) return `(${positionText(list as unknown as LonLat)})`
  const parts = list.map((part) => (isPosition(part) ? positionText(part) : listText(part)))
  return `(${parts.join(',')})`
}

function isPosition(value: unknown): value is LonLat {
  return Array.isArray(value) && typeof value[0] === 'number'
}

function positionText([lon, lat]: LonLat): string {
  return `${lon} ${lat}`
}

/** Whether a text begins like well-known text. */
export function isWkt(text: string): boolean {
  return /^\s*(SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\b/i.test(text)
}

/** Reads well-known text in degrees; whatever it turns out to be, nothing throws. */
export function readWkt(text: string): GeometryReading {
  const [, word = '', body = ''] = text.length > MAX_CHARACTERS ? [] : (WKT.exec(text) ?? [])
  const name = NAMES[word.toUpperCase()]
  const nested = name === undefined ? null : nestedOf(body)
  if (name === undefined || nested === null) {
    return { fault: { code: 'wkt-unreadable', why: `"${text.slice(0, 40)}" is no geometry` } }
  }
  return readGeometry(
    name,
    name === 'Point' ? firstOf(nested) : name === 'MultiPoint' ? nested.map(unwrapped) : nested,
  )
}

/** Brackets become lists and positions pairs; what is left must be JSON. */
function nestedOf(body: string): unknown[] | null {
  const text = body.replace(POSITION, '[$1,$2]').replaceAll('(', '[').replaceAll(')', ']')
  try {
    const plain = text
      .replace(/([[,])\+/g, '$1')
      .replace(/([[,]-?)\./g, '$10.')
      .replace(/(\d)\.(?=[\],e])/gi, '$1')
    const value: unknown = JSON.parse(plain)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function firstOf(list: readonly unknown[]): unknown {
  return list[0]
}

/** Points of several may stand in brackets of their own. */
function unwrapped(point: unknown): unknown {
  return Array.isArray(point) && Array.isArray(point[0]) ? point[0] : point
}
