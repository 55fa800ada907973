import type { Deck } from '#core/records/deck.ts'
import type { Slide } from '#core/records/slide.ts'
import { Segment } from '#ui/widgets/segment.tsx'
import type { WallFrame } from '../slides/wall-frame.ts'
import { DeckSettings } from './deck-settings.tsx'
import { SlideEditor } from './slide-editor.tsx'

/** What the right paper has open. */
export type BriefPaper = 'slide' | 'deck'

/** The right paper: what the chosen slide says, or what is set for the deck. */
export function RightPaper(props: {
  readonly deck: Deck
  /** Counted from 1; null: the deck has none. */
  readonly slide: { readonly slide: Slide; readonly number: number } | null
  readonly paper: BriefPaper
  readonly onPaper: (paper: BriefPaper) => void
  readonly frame: WallFrame
}) {
  const { deck, slide, paper, onPaper, frame } = props
  const open = slide && paper === 'slide' ? slide : null
  return (
    <div className="paper" data-side="right">
      <div className="paper-head">
        <div className="paper-head-row">
          <h2 className="paper-title">{open ? `Slide ${open.number}` : 'Deck'}</h2>
          {slide ? (
            <Segment
              label="Paper"
              choices={[
                { id: 'slide', name: 'Slide' },
                { id: 'deck', name: 'Deck' },
              ]}
              value={paper}
              onChange={onPaper}
            />
          ) : null}
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className="paper-body" tabIndex={0} aria-label={open ? 'Slide' : 'Deck'}>
        {open ? (
          <SlideEditor key={open.slide.id} slide={open.slide} level={deck.level} frame={frame} />
        ) : (
          <DeckSettings key={deck.id} deck={deck} />
        )}
      </section>
    </div>
  )
}
