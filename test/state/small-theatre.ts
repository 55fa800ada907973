import { type Columns, categoryColumn, textColumn } from '#core/columns/columns.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import {
  aBase,
  aBox,
  aCommunity,
  aDataset,
  anOperation,
  aUnit,
  someIncidents,
} from '#support/build.ts'

const WEST_TOWN: LonLat = [-9.45, 6.55]
const EAST_TOWN: LonLat = [-8.45, 6.6]

/**
 * Two counties with a road from the only base, in the west, to the far east, where the trouble is:
 * a plan has something to move there.
 */
export function smallTheatre(): OperationContents {
  const roads = roadColumns([[-9.5, 6.5], WEST_TOWN, [-9.1, 6.6], [-8.8, 6.55], EAST_TOWN])
  const incidents = someIncidents(
    Array.from({ length: 60 }, (_, i) => [-8.45 + 0.02 * (i % 5), 6.55 + 0.02 * (i % 4)]),
  )
  const document = anOperation({
    areas: [
      { ...countyOf('area-1', 'Alpha County'), outline: [aBox([-9.6, 6.4], 0.6)] },
      { ...countyOf('area-2', 'Bravo County'), outline: [aBox([-9.0, 6.4], 0.6)] },
    ],
    communities: [
      aCommunity({ id: 'west', name: 'West Town', position: WEST_TOWN }),
      aCommunity({
        id: 'middle',
        name: 'Middle Village',
        position: [-8.8, 6.55],
        class: 'village',
        areaId: 'area-2',
        populationCount: 4_000,
      }),
      aCommunity({
        id: 'east',
        name: 'East Town',
        position: EAST_TOWN,
        areaId: 'area-2',
        populationCount: 20_000,
      }),
    ],
    bases: [aBase({ position: WEST_TOWN })],
    units: [aUnit()],
    datasets: [
      aDataset(incidents, { id: 'incidents' }),
      aDataset(roads, { id: 'roads', kind: 'roads', title: 'Roads' }),
    ],
  })
  return {
    document,
    columns: new Map([
      ['incidents', incidents],
      ['roads', roads],
    ]),
  }
}

function countyOf(id: string, name: string) {
  const none = { placeCode: null, parentId: null, aliases: [] }
  return { id, name, level: 1, populationCount: 40_000, ...none }
}

/** One gravel road. */
function roadColumns(line: readonly LonLat[]): Columns {
  return {
    rowCount: 1,
    geometry: {
      type: 'lines',
      positions: Float64Array.from(line.flat()),
      offsets: Uint32Array.from([0, line.length]),
      vertexEpochMinutes: null,
    },
    fields: {
      roadClass: categoryColumn(['gravel']),
      name: textColumn(['Road 1']),
    },
  }
}
