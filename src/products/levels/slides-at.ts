import type { RowOf } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { FrozenPage } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { isOutside, mayBeReadAt } from './levels.ts'
import type { RuleFacts } from './table-rules.ts'

/** In place of a headline that speaks of a plan. */
export const NOT_RELEASED = 'Not for readers of this briefing'

/** Whether a slide of a released document shows what its readers may not know: see `slideAt`. */
export function isWithheld({ headline }: Pick<Slide, 'headline'>, level: ReleaseLevel): boolean {
  return isOutside(level) && headline === NOT_RELEASED
}

/** The page that a slide keeps, where it was made for readers of the level or for more; null: it has none. */
export function keptPage(
  { frozen }: Pick<Slide, 'frozen'>,
  level: ReleaseLevel,
): FrozenPage | null {
  return frozen && mayBeReadAt(frozen.level, level) ? frozen : null
}

/** A deck whose readers are these, or more; to whom it goes is told to the staff alone. */
export function deckAt(deck: RowOf<'decks'>, { level }: RuleFacts): RowOf<'decks'> | null {
  return mayBeReadAt(deck.level, level) ? { ...deck, distribution: '' } : null
}

/**
 * A slide of a released deck, without what the speaker says. One that shows a plan keeps its place, so
 * that it can be told that something is missing, and none of its words; a text speaks of the plan that
 * it was written for, so it is one as much as a map. One that was frozen for fewer
 * readers is live again.
 */
export function slideAt(slide: RowOf<'slides'>, facts: RuleFacts): RowOf<'slides'> | null {
  const { level, isDeckReleased, releasedScenarioIds } = facts
  if (!isDeckReleased(slide.deckId)) return null
  const { frozen: _, comparedIds, ...live } = slide
  const told = {
    ...live,
    notes: '',
    body: slide.kind === 'text' ? slide.body : '',
    ...(comparedIds
      ? { comparedIds: comparedIds.filter((id) => releasedScenarioIds.has(id)) }
      : {}),
  }
  const shownIds = [told.scenarioId, told.againstScenarioId].filter((id) => id !== null)
  const isOfPlan = slide.kind === 'decision' || !shownIds.every((id) => releasedScenarioIds.has(id))
  if (isOfPlan) return { ...told, headline: NOT_RELEASED, body: '' }
  const kept = keptPage(slide, level)
  return kept ? { ...told, frozen: kept } : told
}
