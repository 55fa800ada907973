import { ROAD_CLASSES, ROAD_SURFACES, type RoadClass, type RoadSurface } from '../records/road.ts'
import type { Speeds, Vehicle } from '../records/vehicle.ts'

type Pair = readonly [dry: number, wet: number]

/** Side roads are narrower, bent and worse kept: a share of the speed of a through road. */
const CLASS_SHARES: Readonly<Record<RoadSurface, Readonly<Record<RoadClass, number>>>> = {
  paved: { primary: 1, secondary: 1, local: 0.85, track: 0.7 },
  gravel: { primary: 1, secondary: 1, local: 0.85, track: 0.7 },
  earth: { primary: 1.25, secondary: 1.25, local: 1, track: 1 },
}

/** Speeds for every class and surface. */
export function roadSpeedsEverywhere(
  speedsOn: (surface: RoadSurface, roadClass: RoadClass) => Speeds,
): Vehicle['roadSpeeds'] {
  const bySurface = (roadClass: RoadClass) =>
    Object.fromEntries(
      ROAD_SURFACES.map((surface) => [surface, speedsOn(surface, roadClass)]),
    ) as Record<RoadSurface, Speeds>
  return Object.fromEntries(
    ROAD_CLASSES.map((roadClass) => [roadClass, bySurface(roadClass)]),
  ) as Record<RoadClass, Record<RoadSurface, Speeds>>
}

/** From those of a through road on paved ground and on gravel, and of a track on earth. */
function roadSpeedsFrom(bySurface: Readonly<Record<RoadSurface, Pair>>): Vehicle['roadSpeeds'] {
  return roadSpeedsEverywhere((surface, roadClass) => {
    const [dry, wet] = bySurface[surface]
    const share = CLASS_SHARES[surface][roadClass]
    return speedsOf([Math.round(dry * share), Math.round(wet * share)])
  })
}

function speedsOf([dryKilometresPerHour, wetKilometresPerHour]: Pair): Speeds {
  return { dryKilometresPerHour, wetKilometresPerHour }
}

const WALKING: Pair = [4, 3]
const ON_FOOT: Vehicle['offRoad'] = { by: 'foot', speeds: speedsOf(WALKING) }

function onWheels(
  named: Pick<Vehicle, 'id' | 'name' | 'massTonnes' | 'orderKey'>,
  bySurface: Parameters<typeof roadSpeedsFrom>[0],
  offRoad: Vehicle['offRoad'] = ON_FOOT,
): Vehicle {
  const roadSpeeds = roadSpeedsFrom(bySurface)
  const shared = { loadClass: null, airKilometresPerHour: null, readyMinutes: 0 }
  return { ...named, ...shared, mode: 'road', roadSpeeds, offRoad }
}

/**
 * What a force usually travels by. Speeds are working values for a planner to change: unpaved
 * mission roads are slower than the tables of AccessMod say, and three times slower in the rains
 * (Logistics Cluster road assessments 2012–2013; analysis.md §5.1).
 */
export const DEFAULT_VEHICLES: readonly Vehicle[] = [
  {
    id: 'foot',
    name: 'On foot',
    mode: 'foot',
    massTonnes: 0,
    loadClass: 0,
    roadSpeeds: roadSpeedsEverywhere(() => speedsOf(WALKING)),
    offRoad: ON_FOOT,
    airKilometresPerHour: null,
    readyMinutes: 0,
    orderKey: 'a',
  },
  onWheels(
    { id: 'vehicle-4x4', name: '4×4, 3 t', massTonnes: 3, orderKey: 'b' },
    { paved: [60, 50], gravel: [40, 25], earth: [20, 8] },
  ),
  onWheels(
    { id: 'truck-8t', name: 'Truck, 8 t', massTonnes: 8, orderKey: 'c' },
    { paved: [60, 50], gravel: [40, 25], earth: [20, 8] },
  ),
  onWheels(
    { id: 'truck-12t', name: 'Truck, 12 t', massTonnes: 12, orderKey: 'd' },
    { paved: [50, 40], gravel: [30, 15], earth: [12, 4] },
  ),
  onWheels(
    { id: 'apc', name: 'APC, 18 t', massTonnes: 18, orderKey: 'e' },
    { paved: [50, 45], gravel: [35, 20], earth: [20, 9] },
    { by: 'vehicle', speeds: speedsOf([10, 4]) },
  ),
  onWheels(
    { id: 'plant-20t', name: 'Engineer plant, 20 t', massTonnes: 20, orderKey: 'f' },
    { paved: [40, 35], gravel: [25, 12], earth: [10, 3] },
  ),
  {
    id: 'helicopter',
    name: 'Helicopter',
    mode: 'air',
    massTonnes: 0,
    loadClass: 0,
    roadSpeeds: roadSpeedsEverywhere(() => speedsOf(WALKING)),
    offRoad: ON_FOOT,
    airKilometresPerHour: 220,
    readyMinutes: 20,
    orderKey: 'g',
  },
]
