import { put } from '../../change.ts'
import { deckOf, slidesOf } from '../../decks-of.ts'
import type { OperationDocument } from '../../document.ts'
import { keyBetween, spreadKeys } from '../../order-key.ts'
import type { Slide } from '../../records/slide.ts'
import type { Command } from '../command.ts'
import { rowAt } from '../row-fault.ts'
import { SLIDE_WORDS } from './slide-words.ts'

/** Moves a slide to a place in the order of its deck, counted from 0. */
export const moveSlide: Command<{ readonly id: string; readonly toIndex: number }> = {
  id: 'slide.move',
  title: 'Move slide',

  blocked(document, { id, toIndex }) {
    const slide = document.tables.slides.get(id)
    if (!slide) return 'That slide is no longer there.'
    const { length } = besides(document, slide)
    const isPlace = Number.isInteger(toIndex) && toIndex >= 0 && toIndex < length
    return isPlace ? null : 'There is no such place in the order.'
  },

  change(document, { id, toIndex }) {
    const slide = rowAt(document, 'slides', id)
    const note = `Move slide ${SLIDE_WORDS.nameOf(slide)}`
    const all = besides(document, slide)
    const others = all.filter((other) => other.id !== id)
    if (all[toIndex]?.id === id) return { note, rows: [] }
    const before = others[toIndex - 1]?.orderKey ?? null
    const after = others[toIndex]?.orderKey ?? null
    const orderKey =
      before === null || after === null || before < after ? keyBetween(before, after) : null
    const isBetween =
      orderKey !== null &&
      (before === null || before < orderKey) &&
      (after === null || orderKey < after)
    if (isBetween) return { note, rows: [put(document, 'slides', { ...slide, orderKey })] }
    return { note, rows: renumbered(document, others.toSpliced(toIndex, 0, slide)) }
  },
}

/** The slides of its deck. */
function besides(document: OperationDocument, { deckId }: Slide): readonly Slide[] {
  return slidesOf(document, deckOf(document, deckId))
}

/** Keys that two slides share, or that are not ours, leave no room between them. */
function renumbered(document: OperationDocument, slides: readonly Slide[]) {
  const keys = spreadKeys(slides.length)
  return slides.map((slide, index) => put(document, 'slides', { ...slide, orderKey: keys[index]! }))
}
