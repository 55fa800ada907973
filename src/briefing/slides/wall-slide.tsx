import { useMemo } from 'react'
import { operationOf } from '#core/document.ts'
import type { FrozenPage, Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { freshnessOf, oldText } from '#core/time/freshness.ts'
import { leadingDataset } from '#core/time/leading-dataset.ts'
import { pageKindOf } from '#products/pages/registry.ts'
import { staleFact } from '#products/words/stale-facts.ts'
import { RoomProvider, useDocument, useRoom } from '#ui/room.tsx'
import { useSlideFacts } from '../facts/use-slide-facts.ts'
import { slideTold, useSlidePage } from '../facts/use-slide-page.ts'
import { wallRoom } from '../facts/wall-room.ts'
import { PageTag } from './page-tag.tsx'
import { WallMark } from './parts/wall-mark.tsx'
import { SlideBody } from './slide-body.tsx'
import { StaleBand } from './stale-band.tsx'
import { bodyRem, frameRows, isWide, type WallFrame } from './wall-frame.ts'
import { WallMarking } from './wall-marking.tsx'
import './wall.css'

/** What the footer says of the run of slides. */
export type SlideRun = {
  readonly index: number
  readonly count: number
  /** Until the next slide, of so many; null: it does not go on by itself. */
  readonly countdown: { readonly remainingSeconds: number; readonly dwellSeconds: number } | null
  readonly isPaused: boolean
  /** Since when the facts are held; null: they are live. */
  readonly frozenAt: string | null
}

type WallSlideProps = {
  readonly slide: Slide
  readonly frame: WallFrame
  /** From when ages are counted. */
  readonly nowAt: string
  readonly run: SlideRun
}

/** One slide as the wall shows it: marking, headline, body, stale data, times, marking. */
export function WallSlide(props: WallSlideProps) {
  const room = useRoom()
  const onWall = useMemo(() => wallRoom(room), [room])
  return (
    <RoomProvider value={onWall}>
      <SlideOnWall {...props} />
    </RoomProvider>
  )
}

function SlideOnWall({ slide: whole, frame, nowAt, run }: WallSlideProps) {
  const facts = useSlideFacts(whole, nowAt)
  const slide = slideTold(whole, facts)
  const { page, missing, frozen } = useSlidePage(whole, facts)
  const document = useDocument((state) => state.document)
  const { kind } = slide
  const { datasetKinds } = pageKindOf(slide).needs(slide, document)
  const stale = frozen ? page.stale : staleFact(document, datasetKinds, nowAt)
  const hasStaleBand = stale !== null
  const bodyHeightRem = bodyRem(frame, { hasStaleBand })
  const { widthPixels, heightPixels, rootPixels } = frame
  const room = useMemo(
    () => ({ frame: { widthPixels, heightPixels, rootPixels }, bodyHeightRem }),
    [widthPixels, heightPixels, rootPixels, bodyHeightRem],
  )
  return (
    <div
      className="wall"
      data-width={isWide(frame) ? 'wide' : 'narrow'}
      style={{ gridTemplateRows: frameRows(hasStaleBand) }}
    >
      <WallMarking edge="top" tag={<PageTag page={page} isFrozen={frozen !== null} />} />
      <h1 className="wall-headline">
        <span>{page.headline}</span>
      </h1>
      <div className="wall-body">
        <SlideBody
          page={page}
          kind={kind}
          missing={missing}
          facts={facts}
          room={room}
          picture={frozen?.picture}
        />
      </div>
      {stale ? <StaleBand fact={stale} /> : null}
      <WallFooter
        nowAt={nowAt}
        run={run}
        frozenAt={frozen?.at ?? run.frozenAt}
        frozenPage={frozen}
        under={page.under}
      />
      <WallMarking edge="bottom" note={noteOf(page)} />
    </div>
  )
}

/** What the page leaves out for whoever may see it: of its map, and the first of its sentences. */
function noteOf({ blocks, withheld }: Page): string | null {
  const ofMaps = blocks.flatMap((block) =>
    block.type === 'map' && block.withheld !== null ? [block.withheld] : [],
  )
  const [first, ...others] = [...ofMaps, ...withheld]
  if (first === undefined) return null
  return others.length === 0 ? first : `${first} · ${others.length} more left out`
}

/** Times on the left; on the right how long this slide stays, and which it is. */
function WallFooter(props: {
  readonly nowAt: string
  readonly run: SlideRun
  /** Since when it stands still; null: it is live. */
  readonly frozenAt: string | null
  /** The page itself is kept, so that the age of the data of now says nothing of it; null: it is live. */
  readonly frozenPage: FrozenPage | null
  readonly under: string | null
}) {
  const { nowAt, run, frozenAt, frozenPage, under } = props
  const { planningAt } = useDocument((state) => operationOf(state.document))
  return (
    <footer className="wall-footer">
      {frozenAt === null ? (
        <span>
          DTG <b className="wall-time">{dateTimeGroup(planningAt)}</b>
        </span>
      ) : (
        <span className="wall-frozen">
          <Flake /> FROZEN <b className="wall-time">{dateTimeGroup(frozenAt)}</b>
        </span>
      )}
      {frozenPage ? <DataThen asOf={frozenPage.dataAsOf} /> : <DataAsOf nowAt={nowAt} />}
      {under === null ? null : (
        <span className="wall-under">
          <WallMark status="watch" /> <b>Supposed, not fact:</b> {under}
        </span>
      )}
      <span className="wall-run">
        {run.isPaused ? <span className="wall-paused">paused</span> : null}
        {run.countdown && !run.isPaused ? <Countdown {...run.countdown} /> : null}
        <b>
          {run.index + 1} / {run.count}
        </b>
      </span>
    </footer>
  )
}

/** Of when the data of a kept page was, which is no age that goes on. */
function DataThen({ asOf }: { readonly asOf: string | undefined }) {
  if (asOf === undefined) return null
  return (
    <span>
      Data as of <b className="wall-time">{dateTimeGroup(asOf)}</b> when frozen
    </span>
  )
}

function DataAsOf({ nowAt }: { readonly nowAt: string }) {
  const datasets = useDocument((state) => state.document.tables.datasets)
  const leading = leadingDataset(datasets, nowAt)
  if (!leading?.asOf) return <span>No dated data</span>
  const freshness = freshnessOf(leading.asOf, leading.expectedEveryHours, nowAt)
  const status = freshness === 'stale' ? 'bad' : freshness === 'ageing' ? 'watch' : null
  return (
    <span title={`${leading.title}: ${oldText(leading.asOf, nowAt)}`}>
      Data as of {status ? <WallMark status={status} /> : null}{' '}
      <b className="wall-time">{dateTimeGroup(leading.asOf)}</b>
    </span>
  )
}

/** A ring whose part in ink is the time that is left. */
function Countdown(props: { readonly remainingSeconds: number; readonly dwellSeconds: number }) {
  const { remainingSeconds, dwellSeconds } = props
  const share = Math.min(1, remainingSeconds / dwellSeconds)
  return (
    <span className="wall-countdown" role="timer" aria-label={`${remainingSeconds} seconds left`}>
      <svg viewBox="0 0 115 115" aria-hidden>
        <circle cx="57.5" cy="57.5" r="50" className="wall-ring" />
        <circle
          cx="57.5"
          cy="57.5"
          r="50"
          className="wall-ring-left"
          pathLength={1}
          strokeDasharray={`${share} 1`}
          transform="rotate(-90 57.5 57.5)"
        />
      </svg>
      {remainingSeconds} s
    </span>
  )
}

function Flake() {
  return (
    <svg className="wall-mark" viewBox="0 0 10 10" aria-hidden>
      <path
        d="M5 .5v9M1.1 2.75l7.8 4.5M8.9 2.75l-7.8 4.5"
        stroke="currentColor"
        strokeWidth="1.1"
        fill="none"
      />
    </svg>
  )
}
