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
import { countText, leavingIds, toldPages, whyNothing } from './told-pages.ts'
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
  const [takenOut, setTakenOut] = useState<ReadonlySet<string>>(new Set())
  const product = preview.status === 'ready' ? preview.product : null
  const pages = product ? toldPages(product, slides, wayId) : []
  const leaving = leavingIds(pages, takenOut)
  const { running, error, start, stop } = useHandingOut(onClose)
  const isReady = way !== null && leaving.length > 0 && running === null
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
          <>
            {product && leaving.length === 0 ? (
              <p className="hand-out-why">{whyNothing(pages)}</p>
            ) : null}
            <Button
              look="filled"
              isDisabled={!isReady}
              onPress={() => way && void start(way, { deckId: deck.id, slideIds: leaving, level })}
            >
              {handOutText(way, { leavingCount: leaving.length, allCount: pages.length })}
            </Button>
          </>
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
      {product ? (
        <WhatLeaves
          frame={product.frame}
          pages={pages}
          leaving={leaving}
          takenOut={takenOut}
          onTake={(id, isIn) => setTakenOut(withTaken(takenOut, id, isIn))}
          way={way}
        />
      ) : null}
    </Dialog>
  )
}

/** Readers for whom a deck may be handed out: those that it is made for, and wider circles. */
function levelsFor(deck: Deck): readonly ReleaseLevel[] {
  return RELEASE_LEVELS.filter((level) => mayBeReadAt(level, deck.level))
}

function withTaken(
  takenOut: ReadonlySet<string>,
  slideId: string,
  isIn: boolean,
): ReadonlySet<string> {
  const others = [...takenOut].filter((id) => id !== slideId)
  return new Set(isIn ? others : [...others, slideId])
}

function handOutText(
  way: HandOutWay | null,
  { leavingCount, allCount }: { readonly leavingCount: number; readonly allCount: number },
): string {
  if (way?.id === 'pdf') return 'Open the print window'
  return leavingCount === 0 ? 'Hand out' : `Hand out ${countText(leavingCount, allCount)}`
}
