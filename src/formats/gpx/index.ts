import { issue, ok, type Result, refuse } from '#core/issue.ts'
import { decodeText } from '../bytes/decode-text.ts'
import { type GeometryReading, readGeometry } from '../geometry/read-geometry.ts'
import { statedInNotes, together, withStated } from '../marks/stated.ts'
import type { RawTable, RawValue, SourceFile } from '../raw-table.ts'
import { type PlacedRow, tableOfPlaces } from '../rows/table-of-places.ts'
import { numberIn } from '../xml/number-in.ts'
import { childOf, readXml, textOf, type XmlElement } from '../xml/read-xml.ts'

/** Children that are structure, not facts. */
const STRUCTURE = new Set(['trkseg', 'trkpt', 'rtept', 'link', 'extensions'])

/**
 * Waypoints; tracks point by point where their points have times, since then they are patrols, else
 * line by line, as routes are. One table each.
 *
 * @source GPX 1.1 schema, topografix.com.
 */
export function readGpx(file: SourceFile): Result<readonly RawTable[]> {
  const read = readXml(decodeText(file.bytes).text, file.name)
  if (!read.ok) return read
  const named = (name: string) => read.value.children.filter((child) => child.name === name)
  const tracks = named('trk')
  const isTimed = tracks.some((track) =>
    segmentsOf(track).some((points) => points.some((point) => childOf(point, 'time'))),
  )
  const parts: readonly Part[] = [
    { title: 'waypoints', lineNoun: 'point', rows: named('wpt').map(pointRow) },
    isTimed
      ? { title: 'tracks', lineNoun: 'point', rows: tracks.flatMap(trackRows) }
      : { title: 'tracks', lineNoun: 'record', rows: tracks.map(lineRow) },
    { title: 'routes', lineNoun: 'record', rows: named('rte').map(lineRow) },
  ]
  const filled = parts.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) {
    const message = `${file.name} holds no waypoint, track or route.`
    return refuse(issue('error', 'no-rows', message, { file: file.name }))
  }
  const notes = [...statedInNotes(textOf(childOf(read.value, 'metadata'), 'desc')).values()]
  const stated = notes.length === 0 ? null : together(notes)
  const tables: RawTable[] = []
  for (const { title, lineNoun, rows } of filled) {
    const name = filled.length > 1 ? `${file.name} › ${title}` : file.name
    const table = tableOfPlaces({ file: name, format: 'GPX', lineNoun, issues: [] }, rows)
    if (!table.ok) return table
    tables.push(withStated(table.value, stated))
  }
  return ok(tables)
}

type Part = {
  readonly title: string
  readonly lineNoun: RawTable['lineNoun']
  readonly rows: readonly PlacedRow[]
}

function pointRow(point: XmlElement): PlacedRow {
  return { fields: fieldsOf(point), place: pointPlace(point) }
}

function lineRow(line: XmlElement): PlacedRow {
  const segments = line.name === 'rte' ? [namedChildren(line, 'rtept')] : segmentsOf(line)
  const lines = segments.map((points) => points.map(positionOf))
  return { fields: fieldsOf(line), place: readGeometry('MultiLineString', lines) }
}

/** Points of a timed track, each with its track, its segment and its instant. */
function trackRows(track: XmlElement, trackIndex: number): PlacedRow[] {
  const name = childOf(track, 'name')?.text || `Track ${trackIndex + 1}`
  return segmentsOf(track).flatMap((points, segment) =>
    points.map((point): PlacedRow => {
      const own = fieldsOf(point)
      const fields = new Map<string, RawValue>([
        ['track', `${trackIndex + 1} ${name}`],
        ['segment', segment + 1],
        ['time', own.get('time') ?? null],
        ...[...own].filter(([field]) => field !== 'time'),
      ])
      return { fields, place: pointPlace(point) }
    }),
  )
}

function segmentsOf(track: XmlElement): XmlElement[][] {
  return namedChildren(track, 'trkseg').map((segment) => namedChildren(segment, 'trkpt'))
}

function namedChildren({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name)
}

function pointPlace(point: XmlElement): GeometryReading {
  const missing = ['lat', 'lon'].find((name) => (point.attributes.get(name) ?? '').trim() === '')
  if (missing) {
    const why = `it has no ${missing === 'lat' ? 'latitude' : 'longitude'}`
    return { fault: { code: 'coordinate-missing', why } }
  }
  return readGeometry('Point', positionOf(point))
}

function positionOf({ attributes }: XmlElement): unknown[] {
  return ['lon', 'lat'].map((name) => numberIn(attributes.get(name) ?? ''))
}

/** The texts of its children, and of those in its extensions, by name. */
function fieldsOf(element: XmlElement): Map<string, RawValue> {
  const fields = new Map<string, RawValue>()
  const add = ({ name, text, children }: XmlElement) => {
    if (children.length > 0) for (const child of children) add(child)
    else if (text !== '' && !fields.has(name)) fields.set(name, text)
  }
  for (const child of element.children) if (!STRUCTURE.has(child.name)) add(child)
  const extensions = childOf(element, 'extensions')
  for (const child of extensions?.children ?? []) add(child)
  return fields
}
