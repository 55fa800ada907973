import { column, pointAt } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

/** Clinics, schools, wells and other places that people go to; their source is a register, no person. */
export const facilitiesLayer: ExportLayer = {
  id: 'facilities',
  title: 'Facilities',
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
          column('last_verified', 'date', { short: 'verified' }),
          column('source', 'text'),
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
            facility.source || null,
          ],
          geometry: pointAt(facility.position),
        })),
      },
    ),
}
