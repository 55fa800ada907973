import type { LonLat } from '#core/place.ts'
import { hasGeometry, type RawRecord } from '../raw-table.ts'
import { type Axis, hemisphereOf, readAxis } from './cells/read-axis.ts'
import { hasDecimalCommas } from './cells/read-number.ts'
import type { Ledger } from './ledger.ts'
import type { FieldSpec, Sheet } from './sheet.ts'
import { isInside, isNear, type Theatre } from './theatre.ts'

/** A record and where it lies. */
export type Located = { readonly record: RawRecord; readonly position: LonLat }

/** The columns that a position may stand in. */
export const POSITION_FIELDS: readonly FieldSpec[] = [
  {
    field: 'latitude',
    aliases: [
      'latitude',
      'lat',
      'lat_dd',
      'coord_y',
      'y',
      'latitud',
      'lat_deg',
      'ycoord',
      'lat_north',
    ],
  },
  {
    field: 'longitude',
    aliases: [
      'longitude',
      'lon',
      'lng',
      'long',
      'lon_dd',
      'coord_x',
      'x',
      'longitud',
      'lon_deg',
      'xcoord',
      'long_west',
    ],
  },
]

/** What a person answered about positions, and the ground they are compared with. */
export type Whereabouts = {
  readonly theatre: Theatre | null
  /** Whether longitude and latitude stand in each other's place, as a person confirmed. */
  readonly isSwapped: boolean
}

/** Whether a table has positions at all: as geometry or in two columns. */
export function hasPositions(sheet: Sheet): boolean {
  return hasGeometry(sheet.table) || (sheet.has('latitude') && sheet.has('longitude'))
}

/**
 * Finds where the records lie. Positions at 0,0, out of range, in swapped order or far from the
 * theatre stay out until somebody has looked; those just beyond the border come in with a warning.
 */
export function locate(sheet: Sheet, ledger: Ledger, whereabouts: Whereabouts): Located[] {
  const read = hasGeometry(sheet.table) ? geometryPosition : columnReader(sheet)
  const located: Located[] = []
  for (const record of sheet.table.records) {
    const found = read(record)
    if ('code' in found) {
      ledger.refuse(record, found.code, found.why)
      continue
    }
    const [lon, lat] = found
    const position: LonLat = whereabouts.isSwapped ? [lat, lon] : [lon, lat]
    if (isPlausible(record, position, ledger, whereabouts)) located.push({ record, position })
  }
  return located
}

type PositionReading = LonLat | { readonly code: string; readonly why: string }

function columnReader(sheet: Sheet): (record: RawRecord) => PositionReading {
  const axisOf = (name: Axis['name']): Axis => ({
    name,
    allowsComma: hasDecimalCommas(sheet.table.records.map((record) => sheet.cell(record, name))),
    hemisphere: hemisphereOf(sheet.mapping.get(name) ?? ''),
  })
  const latitude = axisOf('latitude')
  const longitude = axisOf('longitude')
  return (record) => {
    const lat = readAxis(sheet.cell(record, 'latitude'), latitude)
    if (typeof lat !== 'number') return lat
    const lon = readAxis(sheet.cell(record, 'longitude'), longitude)
    return typeof lon === 'number' ? [lon, lat] : lon
  }
}

/** The point itself, or the middle of the extent of a line or an outline. */
function geometryPosition({ geometry }: RawRecord): PositionReading {
  if (!geometry) return { code: 'geometry-missing', why: 'it has no place on the map' }
  const positions =
    geometry.type === 'points'
      ? geometry.points
      : geometry.type === 'lines'
        ? geometry.lines.flat()
        : geometry.polygons.flat(2)
  const [first] = positions
  if (first && positions.length === 1) return first
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [(west + east) / 2, (south + north) / 2]
}

function isPlausible(
  record: RawRecord,
  position: LonLat,
  ledger: Ledger,
  { theatre }: Whereabouts,
): boolean {
  const [lon, lat] = position
  const shown = `latitude ${Number(lat.toFixed(5))}, longitude ${Number(lon.toFixed(5))}`
  if (Math.abs(lat) > 90) {
    ledger.refuse(record, 'coordinate-range', `${shown} lies outside the globe`)
    return false
  }
  if (lon === 0 && lat === 0) {
    ledger.refuse(record, 'null-island', 'its position is 0, 0, which stands for "none"')
    return false
  }
  if (!theatre || isNear(theatre, position)) {
    if (theatre && theatre.outlines.length > 0 && !isInside(theatre, position)) {
      ledger.warn(record, 'outside-border', `${shown} lies beyond the border of the theatre`)
    }
    return true
  }
  if (Math.abs(lon) <= 90 && isNear(theatre, [lat, lon])) {
    ledger.refuse(
      record,
      'likely-swapped',
      `${shown} lies in the theatre only if the two are swapped; swap them`,
    )
  } else {
    const why = `${shown} lies far outside the theatre; check signs and digits`
    ledger.refuse(record, 'outside-theatre', why)
  }
  return false
}
