import type { SituationInput } from '#analysis/situation.ts'

/** What travel minutes of a scenario follow from. */
export type TravelFacts = Pick<
  SituationInput,
  | 'ground'
  | 'operation'
  | 'bases'
  | 'units'
  | 'resourceTypes'
  | 'postings'
  | 'restrictions'
  | 'facilities'
> & {
  /** See `communityClassesOf`. */
  readonly communityClasses: Uint8Array
}
