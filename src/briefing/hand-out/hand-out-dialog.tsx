import { useState } from 'react'
import { slidesOf } from '#core/decks-of.ts'
import { type Deck, RELEASE_LEVELS, type ReleaseLevel } from '#core/records/deck.ts'
import { LEVEL_NAMES, mayBeReadAt } from '#products/levels/levels.ts'
import { useDocument } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import { LEVEL_LEAVES_OUT } from '../place/level-words.ts'
import { useHandingOut } from './use-handing-out.ts'
import { usePreview } from './use-preview.ts'
import { type HandOutWay, waysOf } from './ways.ts'
import { WhatLeaves } from './what-leaves.tsx'
import './hand-out.css'

type Extent = 'slide' | 'deck'

/** Says what of a deck would leave, how and for whom, before anything is written; then hands it out. */
export function HandOutDialog(props: {
  readonly deck: Deck
  /** The slide that is open. */
  readonly slideId: string
  readonly onClose: () => void
}) {
  const { deck, slideId, onClose } = props
  const document = useDocument((state) => state.document)
  const slides = slidesOf(document, deck)
  const ways = waysOf(useBriefing())
  const [extent, setExtent] = useState<Extent>('deck')
  const [level, setLevel] = useState<ReleaseLevel>(deck.level)
  const [wayId, setWayId] = useState(ways[0]?.id ?? null)
  const way = ways.find(({ id }) => id === wayId) ?? null
  const slideIds = extent === 'deck' ? slides.map(({ id }) => id) : [slideId]
  const preview = usePreview(deck.id, slideIds, level)
  const { running, error, start, stop } = useHandingOut(onClose)
  const isReady = way !== null && preview.status === 'ready' && running === null
  return (
    <Dialog
      title={`Hand out ${deck.name}`}
      width="wide"
      isOpen
      onClose={onClose}
      foot={
        running ? (
          <Button onPress={stop}>Stop</Button>
        ) : (
          <Button
            look="filled"
            isDisabled={!isReady}
            onPress={() => way && void start(way, { deckId: deck.id, slideIds, level })}
          >
            {handOutText(way, preview.status === 'ready' ? preview.product.pages.length : null)}
          </Button>
        )
      }
    >
      <div className="hand-out-choices">
        <span className="field-label">What</span>
        <Segment
          label="What leaves"
          choices={[
            { id: 'deck', name: 'This deck' },
            { id: 'slide', name: 'This slide' },
          ]}
          value={extent}
          onChange={setExtent}
        />
        <span className="field-label">For</span>
        <Segment
          label="For whom"
          choices={levelsFor(deck).map((id) => ({ id, name: LEVEL_NAMES[id] }))}
          value={level}
          onChange={setLevel}
        />
        <p className="paper-about">{LEVEL_LEAVES_OUT[level]}</p>
        <span className="field-label">As</span>
        {ways.length === 0 ? (
          <p className="light">There is no way out yet.</p>
        ) : (
          <Segment label="As what" choices={ways} value={wayId} onChange={setWayId} />
        )}
        <p className="paper-about">{way?.note}</p>
      </div>
      {running ? <Progress what={`${running.doing} …`} share={running.doneShare} /> : null}
      {error === null ? null : <Failed sentence={error} />}
      {preview.status === 'running' ? (
        <Progress what={`${preview.doing} …`} share={preview.doneShare} />
      ) : null}
      {preview.status === 'failed' ? <Failed sentence={preview.sentence} /> : null}
      {preview.status === 'ready' ? (
        <WhatLeaves product={preview.product} slides={slides} way={way} />
      ) : null}
    </Dialog>
  )
}

/** Readers for whom a deck may be handed out: those that it is made for, and wider circles. */
function levelsFor(deck: Deck): readonly ReleaseLevel[] {
  return RELEASE_LEVELS.filter((level) => mayBeReadAt(level, deck.level))
}

function handOutText(way: HandOutWay | null, pageCount: number | null): string {
  if (way?.id === 'pdf') return 'Open the print window'
  if (pageCount === null) return 'Hand out'
  return pageCount === 1 ? 'Hand out 1 page' : `Hand out ${pageCount} pages`
}
