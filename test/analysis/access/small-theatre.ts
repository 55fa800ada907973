import fc from 'fast-check'
import type { AccessFacts } from '#analysis/access/access-facts.ts'
import type { Ground, RoadNetwork } from '#analysis/ground.ts'
import { groundOf } from '#analysis/ground-of.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { aCommunity, aRestriction } from '#support/build.ts'
import { at, roadColumns } from '../reach/small-roads.ts'

export const NOW = '2026-11-22T12:00:00Z'

export const TRUCK = DEFAULT_VEHICLES.find(({ id }) => id === 'truck-8t')!

const operation: Operation = {
  ...operationOf(newOperation({ id: 'o', name: 'O', planningAt: NOW })),
  season: 'dry',
  maxFootMinutes: 45,
  responseStandardMinutes: 60,
}

/** A square of so many kilometres with a village on every corner of a mesh of roads. */
export function meshGround(sideKilometres: number, lines: readonly (readonly LonLat[])[]): Ground {
  const ring = [
    at(0, 0),
    at(sideKilometres, 0),
    at(sideKilometres, sideKilometres),
    at(0, sideKilometres),
    at(0, 0),
  ]
  const corners = lines.flat()
  return groundOf({
    areas: [
      {
        id: 'a',
        name: 'A',
        level: 1,
        placeCode: null,
        parentId: null,
        aliases: [],
        outline: [[ring]],
        populationCount: 10_000,
      },
    ],
    communities: corners.map((position, i) =>
      aCommunity({ id: `v${i}`, name: `V${i}`, position, areaId: 'a', populationCount: 10 + i }),
    ),
    population: null,
    roads: lines.length > 0 ? [roadColumns(lines.map((line) => ({ line })))] : [],
    gridResolution: 6,
  })
}

/** Facts on a ground, with a truck that starts in one place. */
export function accessFacts(
  ground: Ground,
  parts: Partial<AccessFacts> = {},
  settings: Partial<Operation> = {},
): AccessFacts {
  return {
    ground,
    operation: { ...operation, ...settings },
    restrictions: [],
    landingSites: [],
    vehicle: TRUCK,
    starts: [at(2, 2)],
    ...parts,
  }
}

/** One road of 60 km to the east, a village every 10 km. */
export const ONE_ROAD = meshGround(60, [[2, 12, 22, 32, 42, 52].map((x) => at(x, 2))])

/** The cell of a place so many kilometres to the east on that road. */
export function cellEast(kilometres: number): number {
  const lon = at(kilometres, 2)[0]
  const away = (village: number) => Math.abs(ONE_ROAD.communityLonDegrees[village]! - lon)
  const nearest = [...ONE_ROAD.communityIds.keys()].sort((a, b) => away(a) - away(b))[0]!
  return ONE_ROAD.communityCell[nearest]!
}

/** That road, broken so many kilometres to the east. */
export function breakAt(kilometres: number, parts: Partial<Restriction> = {}): Restriction {
  return aRestriction({
    id: `break-${kilometres}`,
    name: `Break ${kilometres}`,
    geometry: { type: 'point', position: at(kilometres, 2), radiusMetres: 100 },
    effect: { type: 'closed' },
    ...parts,
  })
}

const SIDE = 30
const STEP = 6
const place = fc.tuple(
  fc.integer({ min: 0, max: SIDE / STEP }),
  fc.integer({ min: 0, max: SIDE / STEP }),
)

/** Random roads between points of a mesh 6 km wide: trees, rings and islands. */
export const meshLines = fc.array(
  fc
    .tuple(place, fc.boolean(), fc.integer({ min: 1, max: 4 }))
    .map(([[x, y], isEast, length]) =>
      Array.from({ length: length + 1 }, (_, i) =>
        isEast ? at((x + i) * STEP, y * STEP) : at(x * STEP, (y + i) * STEP),
      ),
    ),
  { minLength: 2, maxLength: 8 },
)

export const meshSide = SIDE

/** A closure, a weak bridge or a wait somewhere on the mesh. */
export const meshRestriction: fc.Arbitrary<Partial<Restriction>> = fc.record({
  geometry: fc.oneof(
    fc.tuple(fc.nat(SIDE), fc.nat(SIDE)).map(([x, y]) => ({
      type: 'point' as const,
      position: at(x, y),
      radiusMetres: 700,
    })),
    fc.tuple(fc.nat(SIDE), fc.nat(SIDE), fc.integer({ min: 2, max: 9 })).map(([x, y, size]) => ({
      type: 'area' as const,
      polygon: [[at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size), at(x, y)]],
    })),
  ),
  effect: fc.constantFrom<Restriction['effect']>(
    { type: 'closed' },
    { type: 'massLimit', maxTonnes: 5 },
    { type: 'delay', delayMinutes: 25 },
    { type: 'speedFactor', factor: 0.4 },
  ),
})

/** A network whose roads lie where they lay, some of which bear no vehicle any more. */
export function networkBarring(network: RoadNetwork, edges: readonly number[]): RoadNetwork {
  const edgeMaxTonnes = network.edgeMaxTonnes.slice()
  for (const edge of edges) edgeMaxTonnes[edge] = 0
  return { ...network, edgeMaxTonnes }
}
