import type { Community } from '#core/records/community.ts'
import { column, pointAt } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'

const CLASSES: Readonly<Record<Community['class'], string>> = {
  capital: 'capital',
  countyCapital: 'county capital',
  districtCapital: 'district capital',
  town: 'town',
  village: 'village',
}

/** Towns and villages. */
export const communitiesLayer: ExportLayer = {
  id: 'communities',
  title: 'Communities',
  tablesOf: (source) => {
    const { areas, communities } = source.contents.document.tables
    return registerTables(
      source,
      { id: 'communities', title: 'Communities', sensitivity: 'low' },
      {
        styledBy: 'place_type',
        columns: [
          ROW_ID,
          column('name', 'text'),
          column('place_type', 'text'),
          column('population', 'number'),
          column('county', 'text'),
          column('adm1_pcode', 'text'),
          column('aliases', 'text'),
        ],
        rows: [...communities.values()].map((community) => ({
          cells: [
            community.id,
            community.name,
            CLASSES[community.class],
            community.populationCount,
            (community.areaId !== null && areas.get(community.areaId)?.name) || null,
            community.areaId,
            community.aliases.join('; ') || null,
          ],
          geometry: pointAt(community.position),
        })),
      },
    )
  },
}
