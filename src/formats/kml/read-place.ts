import {
  type GeometryFault,
  type GeometryReading,
  readGeometry,
} from '../geometry/read-geometry.ts'
import type { RawGeometry } from '../raw-table.ts'
import { numberIn } from '../xml/number-in.ts'
import { childOf, foundBelow, textOf, type XmlElement } from '../xml/read-xml.ts'

/** GeoJSON names, for the one reader of coordinates. */
type Part = {
  readonly type: 'Point' | 'LineString' | 'Polygon'
  readonly coordinates: unknown
}

const SHAPES = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'Track', 'Model'])

/** Where a placemark lies. Of shapes of several sorts the largest sort is kept, and the rest told. */
export function placeOf(placemark: XmlElement): GeometryReading {
  const shapes = foundBelow(placemark, SHAPES)
  if (shapes.length === 0) {
    const why = 'it has no geometry, so it has no place on the map'
    return { fault: { code: 'geometry-missing', why } }
  }
  const told: GeometryFault[] = shapes.some((shape) => childOf(shape, 'when'))
    ? [{ code: 'track-times', why: UNTIMED }]
    : []
  const parts = shapes.map(partOf)
  const type = (['Polygon', 'LineString', 'Point'] as const).find((sort) =>
    parts.some((part) => part.type === sort),
  )!
  const kept = parts.filter((part) => part.type === type).map(({ coordinates }) => coordinates)
  const reading =
    kept.length === 1 ? readGeometry(type, kept[0]) : readGeometry(`Multi${type}`, kept)
  const otherCount = parts.length - kept.length
  if ('fault' in reading) return reading
  if (otherCount === 0) return { ...reading, warnings: [...reading.warnings, ...told] }
  const why = `${otherCount} of its parts are of another sort than the ${SORTS[type]} and were left out`
  return { ...reading, warnings: [...reading.warnings, ...told, { code: 'geometry-mixed', why }] }
}

const UNTIMED =
  'its times do not go with its positions one by one, so it was read without them and is no patrol'

const SORTS: Readonly<Record<Part['type'], RawGeometry['type']>> = {
  Polygon: 'polygons',
  LineString: 'lines',
  Point: 'points',
}

function partOf(shape: XmlElement): Part {
  switch (shape.name) {
    case 'Point':
      return { type: 'Point', coordinates: positionsOf(textOf(shape, 'coordinates'))[0] ?? [] }
    case 'Polygon':
      return { type: 'Polygon', coordinates: ringsOf(shape) }
    case 'Track':
      return { type: 'LineString', coordinates: trackPositions(shape) }
    case 'Model':
      return { type: 'Point', coordinates: modelOf(shape) }
    default:
      return { type: 'LineString', coordinates: positionsOf(textOf(shape, 'coordinates')) }
  }
}

function ringsOf(polygon: XmlElement): unknown[] {
  const outer = polygon.children.filter(({ name }) => name === 'outerBoundaryIs')
  const inner = polygon.children.filter(({ name }) => name === 'innerBoundaryIs')
  return [...outer, ...inner].flatMap((boundary) =>
    boundary.children
      .filter(({ name }) => name === 'LinearRing')
      .map((ring) => positionsOf(textOf(ring, 'coordinates'))),
  )
}

/** The positions of a track: `lon lat height` each, with blanks between them. */
export function trackPositions(track: XmlElement): unknown[] {
  return track.children
    .filter(({ name }) => name === 'coord')
    .map(({ text }) => text.split(/\s+/).slice(0, 2).map(numberIn))
}

function modelOf(model: XmlElement): unknown[] {
  const location = childOf(model, 'Location')
  return [numberIn(textOf(location, 'longitude')), numberIn(textOf(location, 'latitude'))]
}

/** `lon,lat[,height]` separated by blanks; blanks after the commas belong to the position. */
function positionsOf(text: string): unknown[] {
  const tuples = text
    .replace(/\s*,\s*/g, ',')
    .split(/\s+/)
    .filter(Boolean)
  return tuples.map((tuple) => tuple.split(',').slice(0, 2).map(numberIn))
}
