import { type Axis, hemisphereOf, readAxis } from '../cells/read-axis.ts'
import type { FieldSpec } from '../sheet.ts'
import { metresAmongDegrees } from './metre-cells.ts'
import { metrePlacer } from './metre-placer.ts'
import { given, type PositionWay } from './way.ts'

/** Headings of latitude and longitude. */
export const DEGREE_FIELDS: readonly FieldSpec[] = [
  {
    field: 'latitude',
    holds: 'degrees',
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
    holds: 'degrees',
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

/** Latitude and longitude in two columns; plain metres in them as far as it is known how they count. */
export const fromDegrees: PositionWay = {
  isIn: (sheet) => sheet.has('latitude') && sheet.has('longitude'),
  reader: (sheet, surroundings) => {
    const metresOf = metresAmongDegrees(sheet)
    const place = metrePlacer(sheet, surroundings)
    const axisOf = (name: Axis['name']): Axis => ({
      name,
      allowsComma: sheet.habit(name).hasCommas,
      hemisphere: hemisphereOf(sheet.mapping.get(name) ?? ''),
    })
    const latitude = axisOf('latitude')
    const longitude = axisOf('longitude')
    const latitudes = sheet.of('latitude')
    const longitudes = sheet.of('longitude')
    return (record) => {
      const metres = metresOf(record)
      const placed = metres && place(record, metres)
      if (placed && (!('code' in placed) || placed.code !== 'zone-missing')) return placed
      const lat = readAxis(latitudes.cell(record), latitude)
      if (typeof lat !== 'number') return lat
      const lon = readAxis(longitudes.cell(record), longitude)
      return typeof lon === 'number' ? given([lon, lat]) : lon
    }
  },
}
