import { readGeometry } from '../geometry/read-geometry.ts'
import type { RawValue } from '../raw-table.ts'
import type { PlacedRow } from '../rows/table-of-places.ts'
import { foundBelow, type XmlElement } from '../xml/read-xml.ts'
import { trackPositions } from './read-place.ts'

const TRACKS = new Set(['Track'])
const SHAPES = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'Model'])

/** Whether a placemark is nothing but tracks, each of whose positions has its time. */
export function isTimedTrack(placemark: XmlElement): boolean {
  const tracks = foundBelow(placemark, TRACKS)
  return (
    tracks.length > 0 &&
    foundBelow(placemark, SHAPES).length === 0 &&
    tracks.every((track) => {
      const times = timesOf(track)
      return times.length > 0 && times.length === trackPositions(track).length
    })
  )
}

/** Points of a timed track, each with its track, its segment and its instant, and what its placemark says. */
export function fixRows(
  placemark: XmlElement,
  told: ReadonlyMap<string, string>,
  index: number,
): PlacedRow[] {
  const own = [...told].filter(([field]) => !['time', 'start', 'end'].includes(field))
  return foundBelow(placemark, TRACKS).flatMap((track, segment) => {
    const times = timesOf(track)
    return trackPositions(track).map((position, i): PlacedRow => {
      const fields = new Map<string, RawValue>([
        ['track', `${index + 1} ${told.get('name') ?? `Track ${index + 1}`}`],
        ['segment', segment + 1],
        ['time', times[i] || null],
        ...own.filter(([field]) => field !== 'track' && field !== 'segment'),
      ])
      return { fields, place: readGeometry('Point', position) }
    })
  })
}

function timesOf(track: XmlElement): string[] {
  return track.children.filter(({ name }) => name === 'when').map(({ text }) => text)
}
