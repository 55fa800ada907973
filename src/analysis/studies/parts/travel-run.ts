import { type Vehicle, vehicleNamed } from '#core/records/vehicle.ts'
import { isWetSeason } from '../../reach/conditions.ts'
import { createRouter, type Travel } from '../../reach/router.ts'
import { choiceOf } from '../options.ts'
import type { MethodCard, StudyBlock, StudyChoices, StudyFacts, StudyOption } from '../study.ts'
import { watch } from './sentence-blocks.ts'
import { terrainParameters } from './terrain-words.ts'

export const VEHICLE_OPTION = {
  id: 'vehicle',
  name: 'Vehicle',
  type: 'offered',
  usualName: 'As in the settings',
} as const satisfies StudyOption

export const SEASON_OPTION = {
  id: 'season',
  name: 'Season',
  type: 'choice',
  choices: [
    { id: 'asSet', name: 'As in the settings' },
    { id: 'dry', name: 'Dry' },
    { id: 'wet', name: 'Wet' },
  ],
  usual: 'asSet',
} as const satisfies StudyOption

/** The vehicle of an id that was chosen, or that of the settings. */
export function vehicleChosen(
  chosenId: string,
  { vehicles, operation }: Pick<StudyFacts, 'vehicles' | 'operation'>,
): Vehicle {
  return vehicles.find(({ id }) => id === chosenId) ?? vehicleNamed(vehicles, operation.vehicleId)
}

/** Speeds are known no better than this: minutes are also shown for roads this much slower and faster. */
export const SPEED_SHARE = 0.2

/** Who travels, in which season, and how fast beside what the table of the vehicle says. */
export type Trip = {
  readonly vehicle: Vehicle
  readonly season: 'dry' | 'wet'
  /** Of road and flight speeds; walks keep theirs. Left out: 1. */
  readonly speedFactor?: number
}

/** Travel of several trips in one run of a study, over one router. */
export function travelRun(facts: StudyFacts): (trip: Trip) => Travel {
  const { ground, operation, restrictions, landingSites } = facts
  const router = createRouter(ground)
  return ({ vehicle, season, speedFactor = 1 }) =>
    router.under(
      {
        operation: { ...operation, season },
        vehicle: speedFactor === 1 ? vehicle : withSpeeds(vehicle, speedFactor),
        restrictions,
        landingSites,
      },
      `${season} ${speedFactor} ${vehicle.airKilometresPerHour}`,
    )
}

/** The chosen season, or the one that holds at the planning instant. */
export function seasonChosen(choices: StudyChoices, { operation }: StudyFacts): Trip['season'] {
  const chosen = choiceOf(SEASON_OPTION, choices)
  if (chosen === 'dry' || chosen === 'wet') return chosen
  return isWetSeason(operation) ? 'wet' : 'dry'
}

function withSpeeds(vehicle: Vehicle, factor: number): Vehicle {
  const { roadSpeeds, airKilometresPerHour } = vehicle
  const faster = <T extends object>(byKey: T, scale: (value: T[keyof T]) => unknown): T =>
    Object.fromEntries(Object.entries(byKey).map(([key, value]) => [key, scale(value)])) as T
  return {
    ...vehicle,
    roadSpeeds: faster(roadSpeeds, (bySurface) =>
      faster(bySurface, ({ dryKilometresPerHour, wetKilometresPerHour }) => ({
        dryKilometresPerHour: dryKilometresPerHour * factor,
        wetKilometresPerHour: wetKilometresPerHour * factor,
      })),
    ),
    airKilometresPerHour: airKilometresPerHour && airKilometresPerHour * factor,
  }
}

/** A sentence where there are no roads: all minutes are then on foot. */
export function roadWarnings({ ground }: StudyFacts): StudyBlock[] {
  if (ground.network.nodeLonDegrees.length > 0) return []
  return [
    watch(
      'No roads are on record, so everybody walks straight there or is out of reach. Import roads first.',
    ),
  ]
}

export const NO_POSTS = watch(
  'No unit stands anywhere at the planning instant, so there is nowhere to travel from. Import bases and deployments first.',
)

/** What every study of travel cannot say. */
export const TRAVEL_LIMITS: readonly string[] = [
  'Minutes are to the largest community of a cell, by the roads as recorded and the restrictions in force at the planning instant: no halts, no breakdowns, no darkness.',
  'A way has the same length in both directions but for delays (checkpoint, escort), which are paid on entering their zone.',
  'Out of reach means that no way is on record: it is never counted as far.',
]

/** Restrictions and season, as method cards tell them. */
export function travelParameters(
  { vehicle, season }: Trip,
  { ground, operation }: StudyFacts,
): MethodCard['parameters'] {
  return [
    { name: 'Vehicle', value: vehicle.name },
    { name: 'Season', value: season },
    {
      name: 'Off the road',
      value: `straight × ${operation.footDetourFactor}, at most ${operation.maxFootMinutes} min`,
    },
    ...terrainParameters({ ground, operation }),
    {
      name: 'From … to',
      value: `road speeds ${100 * SPEED_SHARE} % lower and higher, a guess at how well they are known`,
    },
  ]
}
