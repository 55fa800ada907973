import type { SituationInput } from '../situation.ts'
import { postureOf, unitsInPlace } from './posture.ts'

/**
 * Troops at each place under a scenario, by place id: what units cannot move stays at their base, the
 * rest stands where the posture has it. NaN: units stand there, and nobody knows how strong.
 */
export function troopsByPlace(input: SituationInput): ReadonlyMap<string, number> {
  const strengthOf = new Map(
    input.resourceTypes.map((type) => [type.id, type.isPersonnel ? type.strengthCount : 0]),
  )
  const troops = new Map<string, number>()
  const unknown = new Set<string>()
  const add = (placeId: string, count: number) =>
    troops.set(placeId, (troops.get(placeId) ?? 0) + count)
  for (const { baseId, strengthCount, elements } of unitsInPlace(input)) {
    const movable = elements.reduce(
      (sum, { typeId, count }) => sum + count * (strengthOf.get(typeId) ?? 0),
      0,
    )
    if (strengthCount === null && movable === 0) unknown.add(baseId)
    add(baseId, Math.max(0, (strengthCount ?? 0) - movable))
  }
  for (const [placeId, counts] of postureOf(input).countAt) {
    for (const [typeId, count] of counts) add(placeId, count * (strengthOf.get(typeId) ?? 0))
  }
  for (const placeId of unknown) if (troops.get(placeId) === 0) troops.set(placeId, Number.NaN)
  return troops
}
