import { useState } from 'react'
import { deckOf, slidesOf } from '#core/decks-of.ts'
import type { Slide } from '#core/records/slide.ts'
import { useDocument, useScreen } from '#ui/room.tsx'
import { Missing } from '../slides/parts/missing.tsx'
import { frameRows, type WallFrame } from '../slides/wall-frame.ts'
import { WallMarking } from '../slides/wall-marking.tsx'
import { WallSlide } from '../slides/wall-slide.tsx'
import { useWallNow } from '../use-wall-now.ts'
import { KeyHints } from './key-hints.tsx'
import { Notes } from './notes.tsx'
import { useAutoplay } from './use-autoplay.ts'
import { type StageAction, useStageKeys } from './use-stage-keys.ts'

type ShowProps = {
  readonly frame: WallFrame
  /** Why nothing could be read from the farthest seat; null: it can. */
  readonly calibrationFault: string | null
  readonly slideIndex: number
  readonly frozenAt: string | null
  readonly dwellSeconds: number | null
  readonly isPointerSeen: boolean
  readonly onSlide: (index: number) => void
  readonly onLeave: () => void
  /** At which instant the facts are held; null: let them go on. */
  readonly onFreeze: (at: string | null) => void
}

/** The run of slides: which one is on, what keys do, when it goes on by itself. */
export function Show(props: ShowProps) {
  const document = useDocument((state) => state.document)
  const nowAt = useWallNow()
  const deckId = useScreen((state) => state.deckId)
  const slides = slidesOf(document, deckOf(document, deckId))
  const index = Math.min(Math.max(0, props.slideIndex), slides.length - 1)
  const slide = slides[index]
  const [isPaused, setPaused] = useState(false)
  const [isBlack, setBlack] = useState(false)
  const [hasNotes, setNotes] = useState(false)
  const dwellSeconds = props.dwellSeconds ?? slide?.dwellSeconds ?? 1
  const isRunning = !isPaused && !isBlack && slides.length > 1 && props.calibrationFault === null
  const remainingSeconds = useAutoplay({
    slideId: slide?.id ?? '',
    dwellSeconds,
    isRunning,
    onNext: () => props.onSlide((index + 1) % slides.length),
  })
  const act = (action: StageAction) => {
    setPaused(action === 'pause' ? !isPaused : true)
    if (action !== 'black') setBlack(false)
    if (action === 'next') props.onSlide(Math.min(slides.length - 1, index + 1))
    if (action === 'back') props.onSlide(Math.max(0, index - 1))
    if (action === 'first') props.onSlide(0)
    if (action === 'last') props.onSlide(slides.length - 1)
    if (action === 'black') setBlack(!isBlack)
    if (action === 'notes') setNotes(!hasNotes)
    if (action === 'freeze') props.onFreeze(props.frozenAt === null ? nowAt : null)
    if (action === 'leave') props.onLeave()
  }
  useStageKeys(act)
  const reason = props.calibrationFault ?? (slide ? null : 'This briefing has no slides yet.')
  return (
    <>
      {reason !== null || !slide ? (
        <Blank reason={reason ?? ''} />
      ) : (
        <WallSlide
          slide={slide}
          frame={props.frame}
          nowAt={nowAt}
          run={{
            index,
            count: slides.length,
            countdown: slides.length > 1 ? { remainingSeconds, dwellSeconds } : null,
            isPaused: isPaused && slides.length > 1,
            frozenAt: props.frozenAt,
          }}
        />
      )}
      <p className="visually-hidden" aria-live="polite">
        {slide ? spoken(slide, index, slides.length) : ''}
      </p>
      {hasNotes && slide ? <Notes slide={slide} /> : null}
      {props.isPointerSeen ? <KeyHints onLeave={props.onLeave} /> : null}
      {isBlack ? <div className="stage-black" role="img" aria-label="Black screen" /> : null}
    </>
  )
}

function spoken({ headline }: Slide, ...[index, count]: readonly [number, number]): string {
  return `Slide ${index + 1} of ${count}: ${headline}`
}

/** One line in place of a slide; the marking stays. */
function Blank({ reason }: { readonly reason: string }) {
  return (
    <div className="wall" style={{ gridTemplateRows: frameRows(false) }}>
      <WallMarking edge="top" />
      <span />
      <Missing>{reason}</Missing>
      <span />
      <WallMarking edge="bottom" />
    </div>
  )
}
