import type { SituationInput } from '#analysis/situation.ts'
import type { LonLat } from '#core/place.ts'
import { epochMinutesOf, isWithin } from '#core/time/instant.ts'

/** What travel minutes of a scenario follow from. */
export type TravelFacts = Pick<
  SituationInput,
  | 'ground'
  | 'operation'
  | 'bases'
  | 'units'
  | 'vehicles'
  | 'resourceTypes'
  | 'postings'
  | 'restrictions'
  | 'facilities'
> & {
  /** See `communityClassesOf`. */
  readonly communityClasses: Uint8Array
  /** Whose travel it is, a scenario's: what was worked out for it last is brought up to date. */
  readonly lane: string
}

/** Where a helicopter can put down: landing sites in use, and bases. */
export function landingSitesIn({
  facilities,
  bases,
  operation,
}: Pick<TravelFacts, 'facilities' | 'bases' | 'operation'>): LonLat[] {
  const at = epochMinutesOf(operation.planningAt)
  return [
    ...facilities.filter((each) => each.class === 'landingSite' && each.status !== 'closed'),
    ...bases.filter(({ validFrom, validTo }) => isWithin(at, validFrom, validTo)),
  ].map(({ position }) => position)
}
