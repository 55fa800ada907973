import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Slide } from '#core/records/slide.ts'
import { writePreferences } from '#storage/preferences.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { CalibrationSheet } from '../calibration/calibration-sheet.tsx'
import { calibrationFault, type WallCalibration } from '../calibration.ts'
import { Laser } from '../presenter/laser.tsx'
import { openPresenter } from '../presenter/open-windows.ts'
import { useWallLink } from '../presenter/use-wall-link.ts'
import { Missing } from '../slides/parts/missing.tsx'
import { frameRows, type WallFrame } from '../slides/wall-frame.ts'
import { WallMarking } from '../slides/wall-marking.tsx'
import { WallSlide } from '../slides/wall-slide.tsx'
import { useWallNow } from '../use-wall-now.ts'
import { useClockAlarm } from './clock-alarm.ts'
import { KeyHints } from './key-hints.tsx'
import { MomentProvider } from './moment.tsx'
import { Notes } from './notes.tsx'
import { type ShowState, stateOf } from './show-state.ts'
import type { ShowStore } from './show-store.ts'
import { targetOf } from './target-of.ts'
import { useAutoplay } from './use-autoplay.ts'
import { usePlayback } from './use-playback.ts'
import { nextOf, useSlideOn } from './use-show.ts'
import { type StageAction, useStageKeys } from './use-stage-keys.ts'
import { useTold } from './use-told.ts'
import { useTypedNumber } from './use-typed-number.ts'

type ShowProps = {
  readonly show: ShowStore
  readonly frame: WallFrame
  readonly calibration: WallCalibration
  readonly onCalibration: (calibration: WallCalibration) => void
  /** Every slide stays for so long; null: as each says. */
  readonly dwellSeconds: number | null
  readonly isPointerSeen: boolean
  readonly onLeave: () => void
}

/** The run of slides: which one is on, what keys do, when it goes on by itself. */
export function Show(props: ShowProps) {
  const { show, calibration } = props
  const fault = calibrationFault(calibration)
  const nowAt = useWallNow()
  const state = stateOf(useStore(show.store))
  const on = useSlideOn(state)
  const { slide, slides, index } = on
  const [overlay, setOverlay] = useState<'notes' | 'calibration' | null>(null)
  const [heldOnSlideId, setHeldOn] = useState<string | null>(null)
  const [typed, setTyped] = useTypedNumber()
  const [told, forgetTold] = useTold(useScreen((screen) => screen.wallTold))
  const alarm = useClockAlarm(
    useDocument((it) => it.document),
    useRoom().now,
  )
  const dwellSeconds = props.dwellSeconds ?? slide?.dwellSeconds ?? 1
  const goTo = (to: number) => {
    const next = slides[to]
    if (next) show.change({ slide: { slideId: next.id, index: to } })
  }
  const nextIndex = nextOf(on)
  const isRunning =
    nextIndex !== null &&
    fault === null &&
    overlay !== 'calibration' &&
    !state.isPaused &&
    !state.isBlack
  const remainingSeconds = useAutoplay({
    slideId: slide?.id ?? '',
    dwellSeconds,
    isRunning,
    onNext: () => goTo(nextIndex ?? index),
  })
  const moment = usePlayback({
    slide,
    nowAt,
    dwellSeconds,
    isHeld: state.isPaused && heldOnSlideId === slide?.id,
    isRepeated: slides.length === 1,
  })
  useKeptPlace(state, slide)
  const { screen, newId } = useRoom()
  const link = useWallLink(show)
  const session = useScreen((it) => it.wallSession)
  const present = () => {
    const name = session ?? newId()
    screen.setState({ wallSession: name })
    const why = openPresenter(name)
    if (why !== null) screen.setState({ wallTold: why })
    show.change({ isPaused: true })
  }
  const act = (action: StageAction, key: string) => {
    if (action === 'digit') return setTyped(typed + key)
    setTyped('')
    if (action === 'leave' && typed !== '') return
    if (action === 'calibrate') return setOverlay('calibration')
    if (action === 'present') return present()
    const isOff = action === 'pause' && state.isPaused
    show.change({
      isPaused: action === 'go' ? false : !isOff,
      ...(action === 'black'
        ? { isBlack: !state.isBlack }
        : state.isBlack
          ? { isBlack: false }
          : {}),
      ...(action === 'freeze' ? { frozenAt: state.frozenAt === null ? nowAt : null } : {}),
    })
    setHeldOn(action === 'pause' || action === 'other' ? (slide?.id ?? null) : null)
    forgetTold()
    // Who has a presenter's window reads notes there, and nobody else does.
    if (action === 'notes' && session === null) setOverlay(overlay === 'notes' ? null : 'notes')
    if (action === 'leave') props.onLeave()
    const to = targetOf(action, key, { index, count: slides.length, typed })
    if (to !== null) goTo(to)
  }
  useStageKeys(act, overlay !== 'calibration')
  const reason = fault ?? (slide ? null : 'This briefing has no slides yet.')
  const isAlone = slides.length <= 1
  return (
    <MomentProvider value={moment}>
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
            countdown: nextIndex === null ? null : { remainingSeconds, dwellSeconds },
            isPaused: state.isPaused && !isAlone,
            frozenAt: state.frozenAt,
          }}
        />
      )}
      <p className="visually-hidden" aria-live="polite">
        {slide ? spoken(slide, index, slides.length) : ''}
      </p>
      {overlay === 'notes' && slide ? <Notes slide={slide} /> : null}
      {props.isPointerSeen ? <KeyHints onLeave={props.onLeave} /> : null}
      {typed === '' ? null : <Strip>{`Slide ${typed} of ${slides.length} · Enter`}</Strip>}
      {typed === '' && (alarm ?? told) !== null ? <Strip>{alarm ?? told}</Strip> : null}
      <Laser link={link} />
      {state.isBlack ? <div className="stage-black" role="img" aria-label="Black screen" /> : null}
      {overlay === 'calibration' ? (
        <CalibrationSheet
          calibration={calibration}
          onChange={props.onCalibration}
          onClose={() => setOverlay(null)}
        />
      ) : null}
    </MomentProvider>
  )
}

/** This device comes back to its slide after a crash, when its address names none. */
function useKeptPlace({ deckId }: ShowState, slide: Slide | null): void {
  const operationId = useDocument((state) => state.document.id)
  const slideId = slide?.id ?? null
  useEffect(() => {
    if (slideId !== null) writePreferences({ wallPlace: { operationId, deckId, slideId } })
  }, [operationId, deckId, slideId])
}

function spoken({ headline }: Slide, ...[index, count]: readonly [number, number]): string {
  return `Slide ${index + 1} of ${count}: ${headline}`
}

/** One line over the foot of the slide. */
function Strip({ children }: { readonly children: ReactNode }) {
  return (
    <p className="stage-strip" role="status">
      {children}
    </p>
  )
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
