import type { Deck, ReleaseLevel } from '#core/records/deck.ts'
import { isOutside } from './levels.ts'

/**
 * A deck as readers of a level are given it. To whom a product goes is for the staff alone; who drafted
 * it goes out only from a deck that was made for these readers, where it says who issues it.
 */
export function deckFor(own: Deck, level: ReleaseLevel): Deck {
  if (!isOutside(level)) return { ...own, level }
  return { ...own, level, distribution: '', author: own.level === level ? own.author : '' }
}
