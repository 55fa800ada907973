import type { Sensitivity } from '#core/place.ts'
import { RELEASE_LEVELS, type ReleaseLevel } from '#core/records/deck.ts'

/** How people name a level, on products and in lists. */
export const LEVEL_NAMES: Readonly<Record<ReleaseLevel, string>> = {
  internal: 'Internal',
  partners: 'Partners',
  public: 'Public',
}

/** To whom a product of a level may be given, in the words that stand beside the marking. */
export const RELEASE_WORDS: Readonly<Record<ReleaseLevel, string>> = {
  internal: 'Internal: not for release',
  partners: 'Releasable to partners',
  public: 'Releasable to the public',
}

/** The highest label of records that a product of the level may tell of. */
export const LEVEL_AUDIENCES: Readonly<Record<ReleaseLevel, Sensitivity>> = {
  internal: 'high',
  partners: 'moderate',
  public: 'low',
}

/** Whether what is made for one level may be read at another: what is for everybody may be by the staff. */
export function mayBeReadAt(madeFor: ReleaseLevel, level: ReleaseLevel): boolean {
  return RELEASE_LEVELS.indexOf(madeFor) >= RELEASE_LEVELS.indexOf(level)
}

/** Whether readers of a level are others than the staff. */
export function isOutside(level: ReleaseLevel): boolean {
  return level !== 'internal'
}
