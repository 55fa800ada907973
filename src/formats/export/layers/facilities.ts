import { column, pointAt } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** Clinics, schools, wells and other places that people go to; who reported them never leaves. */
export const facilitiesLayer: ExportLayer = {
  id: 'facilities',
  title: 'Facilities',
  reported: 'a facility',
  tablesOf: (source) =>
    registerTables(
      source,
      { id: 'facilities', title: 'Facilities', sensitivity: 'low' },
      {
        styledBy: 'facility_type',
        columns: [
          ROW_ID,
          column('facility', 'text'),
          column('facility_type', 'text', { short: 'amenity' }),
          column('status', 'text'),
          column('capacity', 'number'),
          column('aliases', 'text'),
          column('last_verified', 'date', { short: 'verified', role: 'verifiedAt' }),
        ],
        rows: [...source.contents.document.tables.facilities.values()].map((facility) => ({
          cells: [
            facility.id,
            facility.name,
            facility.class === 'landingSite' ? 'landing site' : facility.class,
            facility.status,
            facility.capacityCount,
            facility.aliases.join('; ') || null,
            facility.lastVerifiedAt,
          ],
          geometry: pointAt(facility.position),
        })),
      },
    ),
}
