import { cleanText, shortened } from '../cells/clean-text.ts'
import { isMissing } from '../cells/read-number.ts'
import type { FieldSpec } from '../sheet.ts'
import { metresIn } from './metre-cells.ts'
import { metrePlacer } from './metre-placer.ts'
import type { PositionWay } from './way.ts'

/** Headings of UTM metres. */
export const METRE_FIELDS: readonly FieldSpec[] = [
  {
    field: 'easting',
    aliases: [
      'easting',
      'eastings',
      'east',
      'utm_e',
      'utm_east',
      'utm_easting',
      'utm_x',
      'x_utm',
      'este',
    ],
  },
  {
    field: 'northing',
    aliases: [
      'northing',
      'northings',
      'north',
      'utm_n',
      'utm_north',
      'utm_northing',
      'utm_y',
      'y_utm',
      'norte',
    ],
  },
  {
    field: 'utmZone',
    aliases: [
      'utm_zone',
      'zone_utm',
      'grid_zone',
      'fuseau',
      'huso',
      'fuso',
      'epsg',
      'epsg_code',
      'srid',
      'srs',
      'crs',
    ],
  },
]

/** Easting and northing in two columns, the zone in a third or as it holds for the table. */
export const fromMetres: PositionWay = {
  isIn: (sheet) => sheet.has('easting') && sheet.has('northing'),
  reader: (sheet, surroundings) => {
    const place = metrePlacer(sheet, surroundings)
    const [easts, norths] = [sheet.of('easting'), sheet.of('northing')]
    return (record) => {
      const [east, north] = [easts.cell(record), norths.cell(record)]
      if (isMissing(east) || isMissing(north)) {
        return { code: 'coordinate-missing', why: 'it has no easting or no northing' }
      }
      const [eastMetres, northMetres] = [metresIn(east), metresIn(north)]
      if (eastMetres !== null && northMetres !== null) {
        return place(record, { eastMetres, northMetres })
      }
      const [axis, text] = eastMetres === null ? ['easting', east] : ['northing', north]
      const why = `${axis} "${shortened(cleanText(text))}" is no number of metres`
      return { code: 'number-unreadable', why }
    }
  },
}
