import type { ResourceType } from '#core/records/resource-type.ts'
import type { Restriction } from '#core/records/restriction.ts'

/** Types that meet the same roads: they share their travel minutes. */
export type TravelClass = {
  /** `foot`, `vehicle`, `vehicle over 10 t`. */
  readonly key: string
  readonly mode: ResourceType['mode']
  readonly tonnes: number
}

/**
 * How each type travels, by its id. Vehicles differ only where a mass limit in force lets one pass
 * and stops the other.
 */
export function travelClasses(
  types: readonly Pick<ResourceType, 'id' | 'mode' | 'vehicleTonnes'>[],
  inForce: readonly Restriction[],
): Map<string, TravelClass> {
  const limits = inForce.flatMap(({ effect }) =>
    effect.type === 'massLimit' ? [effect.maxTonnes] : [],
  )
  return new Map(
    types.map(({ id, mode, vehicleTonnes: tonnes }) => {
      const exceeded = limits.filter((limit) => limit < tonnes)
      const heaviest = exceeded.reduce((most, limit) => Math.max(most, limit), 0)
      const isStopped = mode === 'vehicle' && exceeded.length > 0
      return [id, { key: isStopped ? `vehicle over ${heaviest} t` : mode, mode, tonnes }]
    }),
  )
}
