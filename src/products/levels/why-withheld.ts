import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import { LEVEL_NAMES } from './levels.ts'
import { isWithheld } from './slides-at.ts'

/** Why a page or slide does not leave for readers of a level, in a sentence; null: it does. */
export function whyWithheld(told: Pick<Slide, 'headline'>, level: ReleaseLevel): string | null {
  if (!isWithheld(told, level)) return null
  return `It shows a COA or a decision, which stays with the staff: not for ${LEVEL_NAMES[level]}.`
}
