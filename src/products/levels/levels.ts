import type { Sensitivity } from '#core/place.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'

/** How people name a level, on products and in lists. */
export const LEVEL_NAMES: Readonly<Record<ReleaseLevel, string>> = {
  internal: 'Internal',
  partners: 'Partners',
  public: 'Public',
}

/** The highest label of records that a product of the level may tell of. */
export const LEVEL_AUDIENCES: Readonly<Record<ReleaseLevel, Sensitivity>> = {
  internal: 'high',
  partners: 'moderate',
  public: 'low',
}
