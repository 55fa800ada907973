import type { Operation } from '#core/records/operation.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { isWetSeason } from '../conditions.ts'
import { minutesPerMetre } from '../travel-graph.ts'

/** Nobody goes further than this over open ground, however fast a vehicle is there. */
export const MAX_OFF_ROAD_METRES = 10_000

/** How fast a traveller goes over open ground, detours counted, and how far. */
export function walkLimit(
  operation: Operation,
  { offRoad }: Pick<Vehicle, 'offRoad'>,
): { readonly minutesPerMetre: number; readonly maxMetres: number } {
  const perMetre =
    operation.footDetourFactor * minutesPerMetre(offRoad.speeds, isWetSeason(operation))
  const longest = operation.maxFootMinutes / perMetre
  const maxMetres = Math.min(MAX_OFF_ROAD_METRES, Number.isFinite(longest) ? longest : 0)
  return { minutesPerMetre: perMetre, maxMetres }
}
