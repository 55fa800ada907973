import { duplicateDeck } from '#core/commands/decks/duplicate-deck.ts'
import { removeDeck } from '#core/commands/decks/remove-deck.ts'
import { deckOf, decksInOrder, slidesOf } from '#core/decks-of.ts'
import { counted } from '#core/figures.ts'
import type { Deck } from '#core/records/deck.ts'
import { LEVEL_NAMES } from '#products/levels/levels.ts'
import { useDocument, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { MenuButton } from '#ui/widgets/menu-button.tsx'
import { Pick } from '#ui/widgets/pick.tsx'

/** Which deck is open, and what can be done with a deck as a whole. */
export function DeckHead(props: {
  readonly onNew: () => void
  /** Opens the paper with what is set for it. */
  readonly onSettings: () => void
}) {
  const document = useDocument((state) => state.document)
  const deckId = useScreen((state) => state.deckId)
  const deck = deckOf(document, deckId)
  const decks = decksInOrder(document)
  const { screen } = useRoom()
  const act = useDeckActions(deck, props)
  return (
    <div className="paper-head deck-head">
      <h2 className="visually-hidden">Briefing</h2>
      <div className="paper-head-row">
        <Pick
          label="Deck"
          choices={decks.map((each) => ({
            id: each.id,
            name: each.name,
            note: `${LEVEL_NAMES[each.level]} · ${slidesOf(document, each).length}`,
          }))}
          value={deck.id}
          onChange={(id) => screen.setState({ deckId: id })}
        />
        <MenuButton
          label="Decks"
          actions={[
            { id: 'new', name: 'New deck …' },
            { id: 'duplicate', name: 'Duplicate this deck' },
            { id: 'settings', name: 'Rename, and for whom it is …' },
            { id: 'remove', name: 'Delete this deck', isDisabled: decks.length < 2 },
          ]}
          onAction={act}
        />
      </div>
      <DeckAbout deck={deck} />
    </div>
  )
}

/** For whom it is, how many slides, and how long it runs by itself. */
function DeckAbout({ deck }: { readonly deck: Deck }) {
  const document = useDocument((state) => state.document)
  const slides = slidesOf(document, deck)
  const seconds = slides.reduce((sum, { dwellSeconds }) => sum + dwellSeconds, 0)
  return (
    <p className="paper-about">
      <span className="deck-level" data-level={deck.level}>
        {LEVEL_NAMES[deck.level]}
      </span>{' '}
      {slides.length === 0
        ? 'No slides yet'
        : `${counted(slides.length, 'slide')}, ${minutesText(seconds)} if it runs by itself`}
    </p>
  )
}

type DeckAction = 'new' | 'duplicate' | 'settings' | 'remove'

function useDeckActions(
  deck: Deck,
  props: { readonly onNew: () => void; readonly onSettings: () => void },
): (action: DeckAction) => void {
  const { documents, screen, newId, tell } = useRoom()
  const run = useRun()
  const duplicate = () => {
    const id = newId()
    const slides = slidesOf(documents.getState().document, deck)
    const slideIds = slides.map(() => newId())
    if (run(duplicateDeck, { id: deck.id, newId: id, slideIds })) screen.setState({ deckId: id })
  }
  const remove = () => {
    if (!run(removeDeck, { id: deck.id })) return
    screen.setState({ deckId: null })
    tell(`${deck.name} and its slides were deleted.`, {
      name: 'Undo',
      act: () => documents.getState().undo(),
    })
  }
  const acts = { new: props.onNew, settings: props.onSettings, duplicate, remove }
  return (action) => acts[action]()
}

/** "45 s", "4 min 20 s" */
export function minutesText(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
