import { textsOf } from '#core/columns/columns.ts'
import { countiesAmong } from '#core/county-level.ts'
import { type Grid, gridOver } from '#core/geo/grid.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'
import { nearbyCellLocator } from './cells/cell-locator.ts'
import type { Ground, GroundInput } from './ground.ts'
import { gatheredPeople, type People, type PeopleFacts, spreadPeople } from './ground-people.ts'
import { coverRaster } from './reach/off-road/cover-raster.ts'
import { elevationRaster } from './reach/off-road/elevation-raster.ts'
import { waterLines } from './reach/off-road/water-lines.ts'
import { roadNetwork } from './reach/road-network.ts'

/**
 * Lays the grid over the theatre, puts communities and people on it, and makes a graph of the roads.
 * A country of 100,000 km² with 14,000 communities and 3,500 roads takes about a second.
 */
export function groundOf(input: GroundInput): Ground {
  const { waterways = [], landCover = [], elevation = [], waterBarrierMetres } = input
  const areas = countiesAmong(input.areas).sort((a, b) => (a.id < b.id ? -1 : 1))
  const grid = gridOver(
    areas.map(({ outline }) => outline),
    input.gridResolution,
  )
  const communities = [...input.communities].sort((a, b) => (a.id < b.id ? -1 : 1))
  const locate = nearbyCellLocator(grid)
  const communityCell = Int32Array.from(communities, ({ position: [lon, lat] }) => locate(lon, lat))
  const communityAreaIndex = areaIndexOf(communities, communityCell, {
    areas: input.areas,
    counties: areas,
    grid,
  })
  const facts = { areas, communities, grid, communityCell, communityAreaIndex }
  return {
    grid,
    areaIds: areas.map(({ id }) => id),
    areaNames: areas.map(({ name }) => name),
    ...peopleOf(facts, input),
    communityIds: communities.map(({ id }) => id),
    communityNames: communities.map(({ name }) => name),
    communityLonDegrees: Float64Array.from(communities, ({ position }) => position[0]),
    communityLatDegrees: Float64Array.from(communities, ({ position }) => position[1]),
    communityCell,
    communityAreaIndex,
    network: roadNetwork(input.roads, waterLines(waterways, [], waterBarrierMetres)),
    water: waterLines(waterways, landCover, waterBarrierMetres),
    landCover: coverRaster(landCover),
    elevation: elevationRaster(elevation),
  }
}

/** The area that the source names, or the one above it; else the one whose cell holds the community. */
function areaIndexOf(
  communities: readonly Community[],
  communityCell: Int32Array,
  on: { readonly areas: readonly Area[]; readonly counties: readonly Area[]; readonly grid: Grid },
): Int32Array {
  const indexOf = new Map(on.counties.map(({ id }, index) => [id, index]))
  const parentOf = new Map(on.areas.map(({ id, parentId }) => [id, parentId]))
  return Int32Array.from(communities, ({ areaId }, community) => {
    let named = areaId
    for (let step = 0; named !== null && step < 4; step++) {
      const index = indexOf.get(named)
      if (index !== undefined) return index
      named = parentOf.get(named) ?? null
    }
    return on.grid.areaIndex[communityCell[community]!] ?? -1
  })
}

function peopleOf(facts: PeopleFacts, { population }: GroundInput): People {
  if (!population) return spreadPeople(facts)
  return gatheredPeople(facts, {
    cells: textsOf(population, 'cell'),
    peopleCount: population.fields['peopleCount'],
  })
}
