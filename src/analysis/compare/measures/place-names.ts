import type { LonLat } from '#core/place.ts'
import type { SituationInput } from '../../situation.ts'

/** What a place is called, and where it lies. */
export type NamedPlace = { readonly name: string; readonly position: LonLat | null }

/** Bases and communities by id; whatever is neither keeps its id. */
export function placeNames({ bases, ground }: SituationInput): (placeId: string) => NamedPlace {
  const baseOf = new Map(bases.map((base) => [base.id, base]))
  const communityOf = new Map(ground.communityIds.map((id, at) => [id, at]))
  return (placeId) => {
    const base = baseOf.get(placeId)
    if (base) return { name: base.name, position: base.position }
    const at = communityOf.get(placeId)
    if (at === undefined) return { name: placeId, position: null }
    const { communityNames, communityLonDegrees, communityLatDegrees } = ground
    return {
      name: communityNames[at]!,
      position: [communityLonDegrees[at]!, communityLatDegrees[at]!],
    }
  }
}
