import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Community } from '#core/records/community.ts'
import { slugOf } from '../../derive/gazetteer.ts'
import type { Chance } from '../chance.ts'
import { type ExerciseGround, roundedPlace } from './exercise-ground.ts'
import type { ExerciseRoads } from './roads.ts'
import { createNamer, FIXED_NAMES } from './settlement-names.ts'

/** A community before its people are counted. */
export type Settlement = Omit<Community, 'populationCount' | 'areaId'> & {
  readonly areaId: string
  readonly cell: number
  readonly isFictional: boolean
  /** Size beside the other fictional places of its area. */
  readonly weight: number
}

const FICTIONAL_COUNT = 600
const APART_METRES = 4_500
/** Off the roads, a path of this length at most leads to one. */
const OFF_ROAD_DEGREES = 0.07
const ON_ROAD_SHARE = 0.72
const DISTRICT_CAPITALS_PER_AREA = 2

/** The real towns, and invented villages along the roads and off them. */
export function layOutSettlements(
  ground: ExerciseGround,
  roads: ExerciseRoads,
  chance: Chance,
): Settlement[] {
  const towns = ground.towns.map((town): Settlement => {
    const { id, name, position, areaId, aliases } = town
    const cell = ground.cellInArea(position, areaId)
    return {
      id,
      name,
      position,
      class: town.class,
      areaId,
      aliases,
      cell,
      isFictional: false,
      weight: 0,
    }
  })
  const places = villagePlaces(ground, roads, chance)
  const namer = createNamer(
    chance,
    [...ground.towns, ...ground.areas].flatMap(({ name, aliases }) => [name, ...aliases]),
  )
  const ranks = new Map<string, number>()
  const villages = places.map((position): Settlement => {
    const cell = ground.cellNear(position)
    const areaId = ground.areaOfCell(cell).id
    const rank = ranks.get(areaId) ?? 0
    ranks.set(areaId, rank + 1)
    const isSeat = rank < DISTRICT_CAPITALS_PER_AREA
    const weight = Math.exp(0.75 * chance.bell()) * (isSeat ? 4 : 1)
    const kind = isSeat ? 'districtCapital' : 'village'
    const name = namer()
    return {
      id: '',
      name,
      position,
      class: kind,
      areaId,
      aliases: [],
      cell,
      isFictional: true,
      weight,
    }
  })
  return [
    ...towns,
    ...withFixedNames(villages).map((village) => ({ ...village, id: slugOf(village.name) })),
  ]
}

/** A named place of the drawings is larger than its neighbours. */
const FIXED_WEIGHT = 2.5

function withFixedNames(villages: readonly Settlement[]): Settlement[] {
  const named = [...villages]
  for (const [name, areaId, lon, lat] of FIXED_NAMES) {
    const distance = ({ position }: Settlement) => metresBetween(position, [lon, lat])
    const nearest = named
      .filter((village) => village.areaId === areaId && village.class === 'village')
      .sort((a, b) => distance(a) - distance(b))[0]
    if (nearest) named[named.indexOf(nearest)] = { ...nearest, name, weight: FIXED_WEIGHT }
  }
  return named
}

/** Spread over the areas by the root of people × room, so that empty ones have villages too. */
function villagePlaces(ground: ExerciseGround, roads: ExerciseRoads, chance: Chance): LonLat[] {
  const { places } = roads.lattice
  const cellCount = new Map<string, number>()
  for (let cell = 0; cell < ground.grid.cells.length; cell++) {
    const { id } = ground.areaOfCell(cell)
    cellCount.set(id, (cellCount.get(id) ?? 0) + 1)
  }
  const claims = ground.areas.map(({ id, populationCount }) =>
    Math.sqrt(Math.sqrt(populationCount ?? 1) * (cellCount.get(id) ?? 0)),
  )
  const total = claims.reduce((sum, claim) => sum + claim, 0)
  const wanted = new Map(
    ground.areas.map(({ id }, i) => [id, Math.round((FICTIONAL_COUNT * claims[i]!) / total)]),
  )
  const taken = ground.towns.map(({ position }) => position)
  const found: LonLat[] = []
  for (const node of shuffled(places.length, chance)) {
    const [lon, lat] = places[node]!
    const isOnRoad = roads.edgesAt[node]!.length > 0
    if (chance.next() > (isOnRoad ? ON_ROAD_SHARE : 1 - ON_ROAD_SHARE)) continue
    const stray = isOnRoad ? 0.002 : 0.008
    const place = roundedPlace(
      lon + chance.between(-stray, stray),
      lat + chance.between(-stray, stray),
    )
    if (!ground.isLand(place[0], place[1])) continue
    const { id } = ground.areaOfCell(ground.cellNear(place))
    if ((wanted.get(id) ?? 0) <= 0) continue
    if (!isOnRoad && !isNearRoad(place, roads)) continue
    if ([...taken, ...found].some((other) => metresBetween(other, place) < APART_METRES)) continue
    wanted.set(id, wanted.get(id)! - 1)
    found.push(place)
  }
  return found
}

function isNearRoad([lon, lat]: LonLat, { edges }: ExerciseRoads): boolean {
  return edges.some(
    ({ line }) => Math.hypot(line[1]![0] - lon, line[1]![1] - lat) < OFF_ROAD_DEGREES,
  )
}

function shuffled(count: number, chance: Chance): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const other = chance.below(i + 1)
    const kept = order[i]!
    order[i] = order[other]!
    order[other] = kept
  }
  return order
}
