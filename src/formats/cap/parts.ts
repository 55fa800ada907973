import { type GeometryReading, readGeometry } from '../geometry/read-geometry.ts'
import { numberIn } from '../xml/number-in.ts'
import { textOf, type XmlElement } from '../xml/read-xml.ts'

/** One piece of the ground that an info is about. */
export type AlertPart = {
  /** Null: only a code or a name says where. */
  readonly place: GeometryReading | null
  /** Of a circle. */
  readonly radiusMetres: number | null
  readonly code: string | null
  /** The description, where it may be the name of an area. */
  readonly areaName: string | null
  readonly description: string
}

/** Outlines and circles of the areas of an info; place codes only where an area has neither. */
export function partsOf(info: XmlElement): AlertPart[] {
  return info.children.filter(({ name }) => name === 'area').flatMap(partsOfArea)
}

function partsOfArea(area: XmlElement): AlertPart[] {
  const description = textOf(area, 'areaDesc')
  const drawn = { radiusMetres: null, code: null, areaName: null, description }
  const textsOf = (wanted: string) =>
    area.children.filter(({ name, text }) => name === wanted && text !== '').map(({ text }) => text)
  const polygons = textsOf('polygon').map((text) => [text.split(/\s+/).map(positionIn)])
  const outlines: AlertPart[] =
    polygons.length === 0 ? [] : [{ ...drawn, place: readOutlines(polygons) }]
  const circles = textsOf('circle').map((text) => ({ ...drawn, ...circleIn(text) }))
  const shapes = [...outlines, ...circles]
  return shapes.length > 0 ? shapes : codedParts(area, description)
}

function readOutlines(polygons: readonly unknown[]): GeometryReading {
  return polygons.length === 1
    ? readGeometry('Polygon', polygons[0])
    : readGeometry('MultiPolygon', polygons)
}

/** "lat,lon radius", the radius in kilometres. */
function circleIn(text: string): Pick<AlertPart, 'place' | 'radiusMetres'> {
  const [centre = '', radius = ''] = text.replace(/\s*,\s*/g, ',').split(/\s+/)
  const kilometres = numberIn(radius)
  if (typeof kilometres !== 'number' || kilometres < 0 || kilometres > 20_000) {
    const why = `its circle "${text.slice(0, 40)}" has no radius`
    return { place: { fault: { code: 'coordinate-count', why } }, radiusMetres: null }
  }
  return { place: readGeometry('Point', positionIn(centre)), radiusMetres: kilometres * 1000 }
}

/** Latitude comes first in CAP; what is no number stays text, which the reader of coordinates names. */
function positionIn(text: string): unknown[] {
  return text.split(',').slice(0, 2).map(numberIn).reverse()
}

/** Each code is an area of its own; a name helps where there is at most one. */
function codedParts(area: XmlElement, description: string): AlertPart[] {
  const codes = area.children
    .filter(({ name }) => name === 'geocode')
    .map((geocode) => textOf(geocode, 'value'))
    .filter(Boolean)
  const areaName = codes.length > 1 ? null : description || null
  const part = { place: null, radiusMetres: null, areaName, description }
  if (codes.length > 0) return codes.map((code) => ({ ...part, code }))
  return description === '' ? [] : [{ ...part, code: null }]
}
