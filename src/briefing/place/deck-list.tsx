import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { addSlide } from '#core/commands/slides/add-slide.ts'
import { moveSlide } from '#core/commands/slides/move-slide.ts'
import { removeSlide } from '#core/commands/slides/remove-slide.ts'
import { deckOf, slidesOf } from '#core/decks-of.ts'
import { counted } from '#core/figures.ts'
import type { Slide } from '#core/records/slide.ts'
import { useDocument, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import { CoaSquare } from '../slides/parts/coa-name.tsx'
import { kindOf, SLIDE_KINDS } from '../slides/registry.ts'
import { newSlide } from './new-slide.ts'

type DeckListProps = {
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
  /** Below the slides. */
  readonly children: ReactNode
}

/** The slides in order: chosen, moved, added and taken out here. */
export function DeckList({ selectedId, onSelect, children }: DeckListProps) {
  const document = useDocument((state) => state.document)
  const run = useRun()
  const deckId = useScreen((state) => state.deckId)
  const slides = slidesOf(document, deckOf(document, deckId))
  const at = slides.findIndex(({ id }) => id === selectedId)
  const selected = slides[at]
  const seconds = slides.reduce((sum, { dwellSeconds }) => sum + dwellSeconds, 0)
  const move = (by: -1 | 1) => {
    const toIndex = at + by
    if (selected && toIndex >= 0 && toIndex < slides.length) {
      run(moveSlide, { id: selected.id, toIndex })
    }
  }
  const remove = () => {
    if (!selected) return
    const next = slides[at + 1] ?? slides[at - 1]
    if (run(removeSlide, { id: selected.id }) && next) onSelect(next.id)
  }
  const keyed = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (event.key === 'Delete') remove()
    else if (by !== null && event.altKey) move(by)
    else if (by !== null) selectBeside(event, slides[at + by], onSelect)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="paper" data-side="left">
      <div className="paper-head">
        <div className="paper-head-row">
          <h2 className="paper-title">Briefing</h2>
          <span className="deck-tools">
            <Button
              look="icon"
              label="Move up (Alt ↑)"
              isDisabled={at <= 0}
              onPress={() => move(-1)}
            >
              <ArrowUp size={15} />
            </Button>
            <Button
              look="icon"
              label="Move down (Alt ↓)"
              isDisabled={at < 0 || at === slides.length - 1}
              onPress={() => move(1)}
            >
              <ArrowDown size={15} />
            </Button>
            <Button look="icon" label="Remove slide" isDisabled={!selected} onPress={remove}>
              <Trash2 size={15} />
            </Button>
          </span>
        </div>
        <p className="paper-about">
          {slides.length === 0
            ? 'No slides yet'
            : `${counted(slides.length, 'slide')}, ${minutesText(seconds)} if it runs by itself`}
        </p>
      </div>
      <div className="paper-body">
        {slides.length === 0 ? <NoSlides /> : null}
        <ol className="deck" onKeyDown={keyed}>
          {slides.map((slide, index) => (
            <DeckRow
              key={slide.id}
              slide={slide}
              number={index + 1}
              isSelected={slide.id === selectedId}
              onSelect={() => onSelect(slide.id)}
            />
          ))}
        </ol>
        <AddSlide onAdded={onSelect} />
        {children}
      </div>
    </div>
  )
}

function NoSlides() {
  return (
    <div className="section">
      <p className="empty">
        A slide is a live view with a headline that says what it shows. Set the map in Situation as
        it shall be seen, then add it here.
      </p>
    </div>
  )
}

type DeckRowProps = {
  readonly slide: Slide
  readonly number: number
  readonly isSelected: boolean
  readonly onSelect: () => void
}

function DeckRow({ slide, number, isSelected, onSelect }: DeckRowProps) {
  const { scenarios } = useDocument((state) => state.document.tables)
  const document = useDocument((state) => state.document)
  const scenario = scenarios.get(slide.scenarioId)
  const kind = kindOf(slide)
  const fault = kind.fault(slide, document)
  return (
    <li>
      <button
        type="button"
        className="deck-row"
        aria-current={isSelected || undefined}
        tabIndex={isSelected ? 0 : -1}
        data-slide={slide.id}
        onClick={onSelect}
      >
        <span className="deck-number">{number}</span>
        <span className="deck-words">
          <span className="deck-headline">{slide.headline || 'No headline of its own'}</span>
          <span className="deck-about">
            {scenario ? <CoaSquare scenario={scenario} /> : null}
            {kind.title}
            {scenario ? ` · ${scenario.name}` : ''}
          </span>
          {fault ? <span className="deck-fault">{fault}</span> : null}
        </span>
        <span className="deck-dwell">{slide.dwellSeconds} s</span>
      </button>
    </li>
  )
}

function AddSlide({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const { documents, screen, newId, tell } = useRoom()
  const { shownLayerIds } = useBriefing()
  const run = useRun()
  const add = (kind: Slide['kind']) => {
    const slide = newSlide({
      id: newId(),
      kind,
      document: documents.getState().document,
      screen: screen.getState(),
      shownLayerIds: shownLayerIds(),
    })
    if (slide === null) return tell('There is no COA to show yet.')
    if (run(addSlide, { slide })) onAdded(slide.id)
  }
  return (
    <div className="deck-add">
      <span className="field-label">Add slide</span>
      {SLIDE_KINDS.map(({ id, title }) => (
        <Button key={id} onPress={() => add(id)} label={`Add slide: ${title}`}>
          {title}
        </Button>
      ))}
    </div>
  )
}

/** The row above or below is chosen and takes the focus. */
function selectBeside(
  event: KeyboardEvent,
  slide: Slide | undefined,
  onSelect: (id: string) => void,
): void {
  if (!slide) return
  onSelect(slide.id)
  const rows = event.currentTarget.querySelectorAll<HTMLElement>('[data-slide]')
  for (const row of rows) if (row.dataset['slide'] === slide.id) row.focus()
}

function minutesText(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`
}
