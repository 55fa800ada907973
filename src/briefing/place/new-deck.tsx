import { addDeck } from '#core/commands/decks/add-deck.ts'
import { decksInOrder, FIRST_DECK } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { freeName } from '#core/free-name.ts'
import { TEMPLATES } from '#products/templates/registry.ts'
import type { Template } from '#products/templates/template.ts'
import { useRoom } from '#ui/room.tsx'
import { useTold } from '#ui/use-told.ts'
import { Dialog } from '#ui/widgets/dialog.tsx'

/** Nothing in it. */
const EMPTY: Template = {
  id: 'empty',
  title: 'Empty deck',
  about: 'No slides: add views from every place, one by one.',
  make: (_document, newId) => ({
    deck: { ...FIRST_DECK, id: newId(), name: 'New deck' },
    slides: [],
  }),
}

/** Which deck to begin with; a press makes it, as one step. */
export function NewDeck({ onClose }: { readonly onClose: () => void }) {
  const { documents, screen, newId, tell } = useRoom()
  const { told, run } = useTold()
  const make = (template: Template) => {
    const { document } = documents.getState()
    const made = template.make(document, newId)
    const deck = { ...made.deck, name: freeName(made.deck.name, namesOf(document)) }
    if (!run(addDeck, { deck, slides: made.slides })) return
    screen.setState({ deckId: deck.id })
    if (made.told && made.told.length > 0) tell(made.told.join(' '))
    onClose()
  }
  const { document } = documents.getState()
  return (
    <Dialog title="New deck" isOpen onClose={onClose}>
      {told === null ? null : (
        <p className="failed" role="alert">
          {told}
        </p>
      )}
      <ul className="new-deck">
        {[...TEMPLATES, EMPTY].map((template) => (
          <li key={template.id}>
            <button type="button" onClick={() => make(template)}>
              <b>{template.title}</b>
              <span className="light">{slidesText(template, document)}</span>
              <span className="new-deck-about">{template.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function namesOf(document: OperationDocument): string[] {
  if (document.tables.decks.size === 0 && document.tables.slides.size === 0) return []
  return decksInOrder(document).map(({ name }) => name)
}

/** How many slides it would have here; ids are never kept. */
function slidesText(template: Template, document: OperationDocument): string {
  let last = 0
  const { slides } = template.make(document, () => `counted-${++last}`)
  return slides.length === 0 ? '' : counted(slides.length, 'slide')
}
