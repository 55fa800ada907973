import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Page } from '#core/records/page.ts'
import { isOutside, LEVEL_NAMES } from './levels.ts'
import { NOT_RELEASED } from './slides-at.ts'

/** Why a page or slide does not leave for readers of a level, in a sentence; null: it does. See `slideAt`. */
export function whyWithheld(
  { headline }: Pick<Page, 'headline'>,
  level: ReleaseLevel,
): string | null {
  if (!isOutside(level) || headline !== NOT_RELEASED) return null
  return `It shows a COA or a decision, which stays with the staff: not for ${LEVEL_NAMES[level]}.`
}
