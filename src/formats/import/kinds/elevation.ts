import { numberColumn } from '#core/columns/columns.ts'
import { grouped } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import type { ImportKind } from '../kind.ts'
import { hasPositions, locatorOf, POSITION_FIELDS } from '../locate.ts'
import { batchOf } from '../provenance.ts'
import { isNear } from '../theatre.ts'
import { gridOfHeights, type Height } from './heights-grid.ts'

/** What no ground on Earth reaches, and 9999 and its like stand for "none". */
const LOWEST_METRES = -500
const HIGHEST_METRES = 9000
/** Columns beside position and height: more, and the table is about something else. */
const MOST_OTHERS = 1

/** How high the ground lies: it says how steep a walk off the road is. */
export const elevationKind: ImportKind = {
  id: 'elevation',
  title: 'elevation',
  fields: [
    ...POSITION_FIELDS,
    {
      field: 'height',
      aliases: [
        'elevation_m',
        'elevation',
        'elev_m',
        'elev',
        'height_m',
        'height',
        'altitude_m',
        'altitude',
        'dem',
        'z',
      ],
    },
  ],
  needs: ['height'],
  fit: (sheet) => {
    const { format, headings, records } = sheet.table
    if (format === 'Esri grid') return 1
    if (!sheet.has('height') || !hasPositions(sheet)) return 0
    if (records.some(({ geometry }) => geometry !== null && geometry.type !== 'points')) return 0
    const others = headings.length - sheet.mapping.size
    return others <= MOST_OTHERS ? 0.9 : 0
  },
  read(sheet, ledger, context) {
    const { theatre } = context
    const locator = locatorOf(sheet, ledger, { ...context, theatre: null })
    const heights: Height[] = []
    for (const record of sheet.table.records) {
      const place = locator.place(record)
      if (!place) continue
      const metres = sheet.number(record, 'height')
      if (metres === null) {
        const why = () =>
          `"${sheet.line(record, 'height').slice(0, 40)}" is no height; write metres above the sea`
        ledger.refuse(record, 'elevation-unread', why)
      } else if (metres < LOWEST_METRES || metres > HIGHEST_METRES) {
        const why = () => `${metres} m is no height of any ground; write metres above the sea`
        ledger.refuse(record, 'elevation-impossible', why)
      } else if (theatre && !isNear(theatre, place.position)) {
        ledger.skip(
          record,
          'elevation-elsewhere',
          'it lies away from the theatre and is not needed',
        )
      } else heights.push({ position: place.position, metres })
    }
    locator.tell()
    if (heights.length === 0) return { acceptedCount: 0, rows: {}, batches: [] }
    const { squares, cellDegrees, joinedCount } = gridOfHeights(heights)
    if (joinedCount < squares.length / 2) {
      const count = `${grouped(joinedCount)} of ${grouped(squares.length)}`
      const sentence = `${sheet.table.file}: slopes can be told at ${count} squares alone, since the others have no heights beside them, and walks count as level there; bring in a closer grid of heights.`
      ledger.tell('warning', 'elevation-sparse', sentence)
    }
    const middles = squares.map(({ position }): LonLat => position)
    const batch = batchOf(
      { kind: 'elevation', title: 'Elevation', sensitivity: 'low', asOfEpochMinutes: null },
      {
        rowCount: squares.length,
        geometry: { type: 'points', positions: Float64Array.from(middles.flat()) },
        fields: {
          metres: numberColumn(squares.map(({ metres }) => metres)),
          cellDegrees: numberColumn(squares.map(() => cellDegrees)),
        },
      },
      { sheet, context },
    )
    return { acceptedCount: heights.length, rows: {}, batches: [batch] }
  },
}
