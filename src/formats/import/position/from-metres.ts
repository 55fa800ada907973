import { readPosition } from '#core/geo/read-position.ts'
import type { LonLat } from '#core/place.ts'
import type { RawRecord } from '../../raw-table.ts'
import { plainKey } from '../cells/clean-text.ts'
import type { FieldSpec, Sheet } from '../sheet.ts'
import { isNear, type Theatre } from '../theatre.ts'
import { given, type PositionWay, type Unfound } from './way.ts'

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
  { field: 'utmZone', aliases: ['utm_zone', 'zone_utm', 'grid_zone', 'fuseau', 'huso', 'fuso'] },
]

/** Easting and northing in two columns, the zone in a third or from the theatre. */
export const fromMetres: PositionWay = {
  isIn: (sheet) => sheet.has('easting') && sheet.has('northing'),
  reader: (sheet, { theatre }) => {
    const zoneOf = zoneReader(sheet)
    const around = theatre ? zonesOf(theatre) : []
    return (record) => {
      const [east, north] = [sheet.text(record, 'easting'), sheet.text(record, 'northing')]
      if (east === '' || north === '') {
        return { code: 'coordinate-missing', why: 'it has no easting or no northing' }
      }
      const zone = zoneOf(record)
      if (zone !== '') return inZone(zone, east, north)
      const found = around.flatMap((each) => {
        const placed = inZone(each, east, north)
        return 'position' in placed && theatre && isNear(theatre, placed.position) ? [placed] : []
      })
      const [only] = found
      if (only && found.length === 1) return { ...only, quality: 'guessedZone' }
      return { code: 'zone-missing', why: 'its metres need a UTM zone, such as 29N, in a column' }
    }
  },
}

/** A column "zone" is one of UTM only beside eastings: elsewhere it is anything. */
function zoneReader(sheet: Sheet): (record: RawRecord) => string {
  const loose = sheet.table.headings.findIndex((heading) =>
    ['zone', 'zona'].includes(plainKey(heading)),
  )
  return (record) => {
    const text = sheet.text(record, 'utmZone') || String(record.cells[loose] ?? '').trim()
    return /^\d{1,2}$/.test(text) ? '' : text.replace(/^utm\s*/i, '')
  }
}

function inZone(zone: string, east: string, north: string) {
  const [eastText, northText] = [plainMetres(east), plainMetres(north)]
  const reading = readPosition(`${zone} ${eastText} ${northText}`)
  if (reading.ok) return given(reading.centre)
  const why = reading.why?.replace(/\.$/, '') ?? `"${zone} ${east} ${north}" is no UTM position`
  const unfound: Unfound = { code: 'position-unclear', why }
  return unfound
}

function plainMetres(text: string): string {
  return text.replace(/[ \u00a0\u202f](?=\d{3})/g, '').replace(/ ?m$/i, '')
}

/** Every zone and hemisphere that a theatre has a share in. */
function zonesOf({ extentDegrees: [west, south, east, north] }: Theatre): readonly string[] {
  const zoneAt = (lon: LonLat[0]) => Math.min(60, Math.floor((lon + 180) / 6) + 1)
  const halves = [...(north > 0 ? ['north'] : []), ...(south < 0 ? ['south'] : [])]
  const zones: string[] = []
  for (let zone = zoneAt(west); zone <= zoneAt(east); zone++) {
    zones.push(...halves.map((half) => `${zone} ${half}`))
  }
  return zones
}
