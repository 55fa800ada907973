import type { Restriction } from '#core/records/restriction.ts'
import { loadClassOf, type Vehicle } from '#core/records/vehicle.ts'
import type { RoadNetwork } from '../ground.ts'

/** The limits that part vehicles of different weight. */
type Limits = { readonly tonnes: readonly number[]; readonly loadClasses: readonly number[] }

/**
 * Which vehicle's travel minutes each vehicle shares, by id: the first one that is as fast everywhere
 * and that every limit stops or lets pass alike.
 */
export function travelKeys(
  vehicles: readonly Vehicle[],
  acting: readonly Restriction[],
  network: Pick<RoadNetwork, 'edgeMaxTonnes'>,
): Map<string, string> {
  const limits: Limits = {
    tonnes: [
      ...acting.flatMap(({ effect }) => (effect.type === 'massLimit' ? [effect.maxTonnes] : [])),
      ...new Set(network.edgeMaxTonnes),
    ],
    loadClasses: acting.flatMap(({ effect }) =>
      effect.type === 'classLimit' ? [effect.maxLoadClass] : [],
    ),
  }
  const first = new Map<string, string>()
  return new Map(
    vehicles.map((vehicle) => {
      const signature = signatureOf(vehicle, limits)
      if (!first.has(signature)) first.set(signature, vehicle.id)
      return [vehicle.id, first.get(signature)!]
    }),
  )
}

function signatureOf(vehicle: Vehicle, { tonnes, loadClasses }: Limits): string {
  const { mode, massTonnes, roadSpeeds, offRoad, airKilometresPerHour, readyMinutes } = vehicle
  const isHeld =
    mode === 'road'
      ? [
          ...tonnes.map((limit) => massTonnes > limit),
          ...loadClasses.map((limit) => loadClassOf(vehicle) > limit),
        ]
      : []
  return JSON.stringify([mode, roadSpeeds, offRoad, airKilometresPerHour, readyMinutes, isHeld])
}
