import type { Ground } from '#analysis/ground.ts'
import { NO_WATER } from '#analysis/reach/off-road/water-lines.ts'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { operationOf } from '#core/document.ts'
import { gridOver } from '#core/geo/grid.ts'
import { newOperation } from '#core/new-operation.ts'
import type { Base } from '#core/records/base.ts'
import type { Community } from '#core/records/community.ts'
import type { Posting } from '#core/records/posting.ts'
import { candidatePlaces } from '#planner/candidate-places.ts'
import type { OperationProblemInput } from '#planner/operation/operation-problem.ts'
import { aBase, aCommunity, aPosting, aUnit } from '#support/build.ts'

export const NOW = '2026-11-22T12:00:00Z'

/** Some 30 cells in one county, 1,000 people and one village each; the first is a town. */
export function ground(): Ground {
  const ring = [
    [-9.6, 6.4],
    [-9.2, 6.4],
    [-9.2, 6.8],
    [-9.6, 6.8],
    [-9.6, 6.4],
  ] as const
  const grid = gridOver([[[ring]]], 6)
  const people = new Float64Array(grid.cells.length).fill(1000)
  return {
    grid,
    areaIds: ['LR-A'],
    areaNames: ['Alpha County'],
    areaPeopleCount: Float64Array.from([1000 * grid.cells.length]),
    peopleCount: people,
    communityIds: grid.cells.map((_, cell) => `v-${String(cell).padStart(3, '0')}`),
    communityNames: grid.cells.map((_, cell) => `Village ${cell}`),
    communityLonDegrees: grid.lonDegrees,
    communityLatDegrees: grid.latDegrees,
    communityCell: Int32Array.from(grid.cells.keys()),
    communityAreaIndex: grid.areaIndex,
    communityPeopleCount: people,
    network: roadNetwork([]),
    water: NO_WATER,
    landCover: null,
    elevation: null,
  }
}

export function community(on: Ground, cell: number): Community {
  return aCommunity({
    id: on.communityIds[cell]!,
    name: on.communityNames[cell]!,
    position: [on.grid.lonDegrees[cell]!, on.grid.latDegrees[cell]!],
    class: cell === 0 ? 'town' : 'village',
    areaId: 'LR-A',
    populationCount: 1000,
  })
}

export function base(on: Ground, parts: Partial<Base> = {}): Base {
  return aBase({ position: [on.grid.lonDegrees[0]!, on.grid.latDegrees[0]!], ...parts })
}

export function posting(parts: Partial<Posting>): Posting {
  return aPosting({ scenarioId: 's-1', placeId: 'v-020', ...parts })
}

/** Travel by the straight line at 12 km/h and 1° = 111 km: far cells are out of reach. */
export function minutesOf(on: Ground, places: OperationProblemInput['places']): Float32Array {
  const count = on.grid.cells.length
  return Float32Array.from({ length: places.length * count }, (_, at) => {
    const [lon, lat] = places[Math.floor(at / count)]!.position
    const east = (on.grid.lonDegrees[at % count]! - lon) * 111
    const north = (on.grid.latDegrees[at % count]! - lat) * 111
    return Math.sqrt(east * east + north * north) * 5
  })
}

export function input(parts: Partial<OperationProblemInput> = {}): OperationProblemInput {
  const on = ground()
  const operation = operationOf(newOperation({ id: 'test', name: 'Test', planningAt: NOW }))
  const score = new Float64Array(on.grid.cells.length).fill(4)
  const bases = parts.bases ?? [base(on)]
  const postings = parts.postings ?? []
  const places = candidatePlaces({
    ground: on,
    operation,
    bases,
    communities: on.grid.cells.map((_, cell) => community(on, cell)),
    needScore: score,
    requiredPlaceIds: new Set(postings.map(({ placeId }) => placeId)),
  })
  const minutes = minutesOf(on, places)
  return {
    ground: on,
    operation,
    need: { score, lowest: score.map(() => 2), highest: score.map(() => 8) },
    resourceTypes: DEFAULT_RESOURCE_TYPES,
    bases,
    units: [aUnit()],
    sites: [],
    postings,
    places,
    minutes: { 'truck-8t': minutes, 'vehicle-4x4': minutes, 'plant-20t': minutes },
    travelKeys: {},
    ...parts,
  }
}
