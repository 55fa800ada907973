import { addSlide } from '#core/commands/slides/add-slide.ts'
import { duplicateSlide } from '#core/commands/slides/duplicate-slide.ts'
import { moveSlide } from '#core/commands/slides/move-slide.ts'
import { moveSlideToDeck } from '#core/commands/slides/move-slide-to-deck.ts'
import { removeSlide } from '#core/commands/slides/remove-slide.ts'
import type { Slide } from '#core/records/slide.ts'
import { useRoom, useRun } from '#ui/room.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import { newSlide } from './new-slide.ts'

/** What can be done with the chosen slide of a deck. */
export type SlideActs = {
  /** Of the chosen slide; −1: none. */
  readonly index: number
  readonly count: number
  readonly move: (by: -1 | 1) => void
  readonly moveTo: (deckId: string) => void
  readonly duplicate: () => void
  readonly remove: () => void
  readonly add: (kind: Slide['kind']) => void
}

export function useSlideActs(
  slides: readonly Slide[],
  selectedId: string | null,
  onSelect: (id: string) => void,
): SlideActs {
  const { documents, screen, newId, tell } = useRoom()
  const { shownLayerIds } = useBriefing()
  const run = useRun()
  const index = slides.findIndex(({ id }) => id === selectedId)
  const selected = slides[index]
  /** The next slide is chosen once this one has left the deck. */
  const leaving = (isDone: boolean) => {
    const next = slides[index + 1] ?? slides[index - 1]
    if (isDone && next) onSelect(next.id)
  }
  return {
    index,
    count: slides.length,
    move: (by) => {
      const toIndex = index + by
      if (selected && toIndex >= 0 && toIndex < slides.length) {
        run(moveSlide, { id: selected.id, toIndex })
      }
    },
    moveTo: (deckId) => {
      if (selected) leaving(run(moveSlideToDeck, { id: selected.id, deckId }))
    },
    duplicate: () => {
      const id = newId()
      if (selected && run(duplicateSlide, { id: selected.id, newId: id })) onSelect(id)
    },
    remove: () => {
      if (selected) leaving(run(removeSlide, { id: selected.id }))
    },
    add: (kind) => {
      const slide = newSlide({
        id: newId(),
        kind,
        document: documents.getState().document,
        screen: screen.getState(),
        shownLayerIds: shownLayerIds(),
      })
      if (slide === null) return tell('There is no COA to show yet.')
      if (run(addSlide, { slide })) onSelect(slide.id)
    },
  }
}
