import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { deckOf, decksInOrder, slidesOf } from '#core/decks-of.ts'
import type { Slide } from '#core/records/slide.ts'
import { PAGE_KINDS } from '#products/pages/registry.ts'
import { useDocument, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { MenuButton } from '#ui/widgets/menu-button.tsx'
import { DeckHead } from './deck-head.tsx'
import { NewDeck } from './new-deck.tsx'
import { SlideRows } from './slide-rows.tsx'
import { type SlideActs, useSlideActs } from './use-slide-acts.ts'

type DeckListProps = {
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
  readonly onSettings: () => void
  /** Below the slides. */
  readonly children: ReactNode
}

/** The left paper: which deck, its slides in order, chosen, moved, added and taken out. */
export function DeckList({ selectedId, onSelect, onSettings, children }: DeckListProps) {
  const document = useDocument((state) => state.document)
  const deckId = useScreen((state) => state.deckId)
  const [isNewOpen, setIsNewOpen] = useState(false)
  const slides = slidesOf(document, deckOf(document, deckId))
  const acts = useSlideActs(slides, selectedId, onSelect)
  return (
    <div className="paper" data-side="left">
      <DeckHead onNew={() => setIsNewOpen(true)} onSettings={onSettings} />
      <DeckTools acts={acts} />
      <div className="paper-body">
        {slides.length === 0 ? <NoSlides onNew={() => setIsNewOpen(true)} /> : null}
        <SlideRows
          slides={slides}
          selectedId={selectedId}
          onSelect={onSelect}
          onKey={(event) => heard(event, acts)}
        />
        {children}
      </div>
      {isNewOpen ? <NewDeck onClose={() => setIsNewOpen(false)} /> : null}
    </div>
  )
}

/** Keys in the list of slides; true: it was one of them. */
function heard(event: KeyboardEvent, acts: SlideActs): boolean {
  const isBare = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (event.key === 'Delete' && isBare) acts.remove()
  else if (event.key === 'ArrowUp' && event.altKey) acts.move(-1)
  else if (event.key === 'ArrowDown' && event.altKey) acts.move(1)
  else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) acts.duplicate()
  else return false
  return true
}

function DeckTools({ acts }: { readonly acts: SlideActs }) {
  const { index, count } = acts
  const isNone = index < 0
  return (
    <div className="deck-tools">
      <MenuButton
        text="Add slide"
        label="what kind"
        actions={PAGE_KINDS.map(({ id, title }) => ({ id, name: title }))}
        onAction={(kind: Slide['kind']) => acts.add(kind)}
      />
      <span className="deck-buttons">
        <Button
          look="icon"
          label="Move up (Alt ↑)"
          isDisabled={index <= 0}
          onPress={() => acts.move(-1)}
        >
          <ArrowUp size={15} />
        </Button>
        <Button
          look="icon"
          label="Move down (Alt ↓)"
          isDisabled={isNone || index === count - 1}
          onPress={() => acts.move(1)}
        >
          <ArrowDown size={15} />
        </Button>
        <Button
          look="icon"
          label="Duplicate slide (Ctrl D)"
          isDisabled={isNone}
          onPress={acts.duplicate}
        >
          <Copy size={14} />
        </Button>
        <Button look="icon" label="Remove slide (Del)" isDisabled={isNone} onPress={acts.remove}>
          <Trash2 size={14} />
        </Button>
        <MoveToDeck acts={acts} />
      </span>
    </div>
  )
}

/** Other decks that the slide could be in; nothing where there are none. */
function MoveToDeck({ acts }: { readonly acts: SlideActs }) {
  const document = useDocument((state) => state.document)
  const openId = deckOf(
    document,
    useScreen((state) => state.deckId),
  ).id
  const others = decksInOrder(document).filter(({ id }) => id !== openId)
  if (others.length === 0) return null
  return (
    <MenuButton
      label="Move slide to another deck"
      isDisabled={acts.index < 0}
      actions={others.map(({ id, name }) => ({ id, name: `Move to ${name}` }))}
      onAction={acts.moveTo}
    />
  )
}

function NoSlides({ onNew }: { readonly onNew: () => void }) {
  return (
    <div className="section">
      <p className="empty">
        A slide is a live view with a headline that says what it shows. Set the map as it shall be
        seen and press Add view at the top, or begin with a template.
      </p>
      <Button look="text" onPress={onNew}>
        Begin with a template
      </Button>
    </div>
  )
}
