import { useState } from 'react'
import { canonicalJson } from '#core/canonical-json.ts'
import { freezeSlide } from '#core/commands/slides/freeze-slide.ts'
import { operationOf } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { FrozenPage, Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { leadingDataset } from '#core/time/leading-dataset.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import { frozenOf } from '#products/pages/frozen-of.ts'
import { useRoom, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import { wallDocument } from '../facts/wall-room.ts'
import { changedSince } from './changed-since.ts'

/** Keeps the slide as it stands, or lets it go on; what it would say by now stands beside it. */
export function FrozenFields(props: {
  readonly slide: Slide
  /** For whom its deck is, and so the page that is kept. */
  readonly level: ReleaseLevel
  /** What the slide says now; null: not worked out yet, or it says nothing. */
  readonly page: Page | null
}) {
  const { slide, level, page } = props
  const run = useRun()
  const { isFreezing, freeze } = useFreeze(slide, level)
  const { frozen } = slide
  if (!frozen) {
    return (
      <div className="section">
        <Button
          isDisabled={page === null || isFreezing}
          hint="Keeps words, figures and picture of now, whatever changes after"
          onPress={() => page && void freeze(page)}
        >
          {isFreezing ? 'Freezing …' : '❄ Freeze as it is now'}
        </Button>
        {page === null ? (
          <p className="paper-about">
            What it shows is not worked out, so it cannot be frozen yet.
          </p>
        ) : null}
      </div>
    )
  }
  return (
    <section className="section brief-frozen" aria-label="Frozen">
      <div className="section-head">
        <h3 className="section-title">❄ Frozen since {dateTimeGroup(frozen.at)}</h3>
        <Button look="text" onPress={() => run(freezeSlide, { id: slide.id, frozen: null })}>
          Let it go on
        </Button>
      </div>
      <ChangedSince frozen={frozen} page={page} />
      {page && canonicalJson(page) !== canonicalJson(frozen.page) ? (
        <Button isDisabled={isFreezing} onPress={() => void freeze(page)}>
          {isFreezing ? 'Freezing …' : '❄ Freeze as it is now'}
        </Button>
      ) : null}
    </section>
  )
}

function ChangedSince({
  frozen,
  page,
}: {
  readonly frozen: FrozenPage
  readonly page: Page | null
}) {
  if (page === null) return <p className="paper-about">What it would say now is not worked out.</p>
  const changes = changedSince(frozen.page, page)
  if (changes.length === 0) return <p className="paper-about">Nothing that it says has changed.</p>
  return (
    <>
      <p className="paper-about">Changed since it was frozen:</p>
      <ul className="brief-changes">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </>
  )
}

/** Takes the page and a picture of its map, as one step of the history. */
function useFreeze(slide: Slide, level: ReleaseLevel) {
  const room = useRoom()
  const run = useRun()
  const { frozenPicture } = useBriefing()
  const [isFreezing, setIsFreezing] = useState(false)
  const freeze = async (page: Page) => {
    setIsFreezing(true)
    try {
      const map = page.blocks.find((block) => block.type === 'map')
      const picture = map && frozenPicture ? await frozenPicture(map.map, room) : null
      const at = room.now()
      const document = wallDocument(room.documents.getState().document)
      const agesAt = pictureNowAt(operationOf(document), at)
      const dataAsOf = leadingDataset(document.tables.datasets, agesAt)?.asOf ?? null
      const frozen = frozenOf(page, picture, { at, level, dataAsOf })
      run(freezeSlide, { id: slide.id, frozen })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      room.tell(`The slide could not be frozen (${why}). It goes on as before.`)
    }
    setIsFreezing(false)
  }
  return { isFreezing, freeze }
}
