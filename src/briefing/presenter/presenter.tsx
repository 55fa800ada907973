import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { notesOf } from '#core/decks-of.ts'
import { operationOf } from '#core/document.ts'
import { markingText } from '#core/marking.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { pageKindOf } from '#products/pages/registry.ts'
import { RoomProvider, useDocument, useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import type { WallCalibration } from '../calibration.ts'
import { type ShowState, stateOf } from '../stage/show-state.ts'
import { targetOf } from '../stage/target-of.ts'
import { nextOf, useFrozen, useShow, useSlideOn } from '../stage/use-show.ts'
import { type StageAction, useStageKeys } from '../stage/use-stage-keys.ts'
import { useTypedNumber } from '../stage/use-typed-number.ts'
import { useWallNow } from '../use-wall-now.ts'
import { Audience } from './audience.tsx'
import { Clocks } from './clocks.tsx'
import { PreviewPair } from './preview-pair.tsx'
import { useInertRest } from './use-inert-rest.ts'
import { usePeers, useWallLink } from './use-wall-link.ts'
import './presenter.css'

type PresenterProps = {
  readonly calibration: WallCalibration
  readonly slideIndex: number
  readonly onSlide: (index: number) => void
}

/** How far a key moves the pointer: a share of the slide. */
const POINTER_STEP_SHARE = 0.02

/** The speaker's window: what is on, what comes, notes and time; it steers the wall in the other window. */
export function Presenter({ calibration, slideIndex, onSlide }: PresenterProps) {
  const element = useRef<HTMLElement>(null)
  const live = useRoom()
  const nowAt = useWallNow()
  const show = useShow(slideIndex, onSlide)
  const frozen = useFrozen(show, live, nowAt)
  const state = stateOf(useStore(show.store))
  const on = useSlideOn(state)
  const { slides, index, slide } = on
  const link = useWallLink(show)
  const peers = usePeers(link)
  const [typed, setTyped] = useTypedNumber()
  const [isPointing, setPointing] = useState(false)
  const pointer = useRef({ x: 0.5, y: 0.5 })
  const goTo = (to: number) => {
    const next = slides[to]
    if (next) show.change({ slide: { slideId: next.id, index: to }, isBlack: false })
  }
  const act = (action: StageAction, key: string) => {
    if (action === 'digit') return setTyped(typed + key)
    setTyped('')
    const parts = changeBy(action, state, nowAt)
    if (parts) show.change(parts)
    const to = targetOf(action, key, { index, count: slides.length, typed })
    if (to !== null) goTo(to)
  }
  const pointAt = (at: { readonly x: number; readonly y: number } | null) => {
    if (at) pointer.current = at
    link?.point(at)
  }
  useStageKeys(act, true, (event) => {
    const step = isPointing && event.shiftKey ? ARROWS[event.key] : undefined
    if (!step) return false
    const { x, y } = pointer.current
    pointAt({
      x: clamped(x + step[0] * POINTER_STEP_SHARE),
      y: clamped(y + step[1] * POINTER_STEP_SHARE),
    })
    return true
  })
  useInertRest(element)
  useStarted(state.startedAt, () => show.change({ startedAt: live.now() }), link !== null)
  const nextIndex = nextOf(on)
  const next = nextIndex === null ? null : (slides[nextIndex] ?? null)
  const operation = useDocument((it) => operationOf(it.document))
  const press = (action: StageAction) => () => act(action, '')
  return (
    <section ref={element} className="presenter" aria-label="Presenter" tabIndex={-1}>
      <header className="presenter-head">
        <b className="presenter-marking">{markingText(operation)}</b>
        <span>
          Presenter · <b>{on.deck.name}</b>
        </span>
        <Audience peers={peers} hasLink={link !== null} />
      </header>
      <nav className="presenter-list" aria-label="Slides">
        <ol>
          {slides.map((each, at) => (
            <li key={each.id}>
              <button
                type="button"
                aria-current={at === index ? 'step' : undefined}
                onClick={() => goTo(at)}
              >
                <b>{at + 1}</b> <span>{each.headline || pageKindOf(each).title}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <RoomProvider value={frozen ?? live}>
        <PreviewPair
          current={slide}
          next={next}
          index={index}
          count={slides.length}
          calibration={calibration}
          nowAt={nowAt}
          frozenAt={state.frozenAt}
          isBlack={state.isBlack}
          onPoint={isPointing ? pointAt : null}
        />
      </RoomProvider>
      <section className="presenter-notes" aria-label="Notes">
        <h2>Notes</h2>
        <p>{(slide && notesOf(slide).trim()) || 'No notes for this slide.'}</p>
      </section>
      <footer className="presenter-foot">
        <div className="presenter-actions">
          <Button onPress={press('back')} isDisabled={index === 0}>
            ← Back
          </Button>
          <Button look="filled" onPress={press('next')} isDisabled={index >= slides.length - 1}>
            Next →
          </Button>
          <Toggle isOn={state.isPaused} onPress={press('pause')} name="Pause" hint="P" />
          <Toggle isOn={state.isBlack} onPress={press('black')} name="Black" hint="B" />
          <Toggle isOn={state.frozenAt !== null} onPress={press('freeze')} name="Freeze" hint="F" />
          <Toggle
            isOn={isPointing}
            onPress={() => {
              setPointing(!isPointing)
              link?.point(isPointing ? null : pointer.current)
            }}
            name="Pointer"
            hint="Shift + arrows move it"
          />
        </div>
        {typed === '' ? null : (
          <span role="status">{`Slide ${typed} of ${slides.length} · Enter`}</span>
        )}
        <Clocks
          startedAt={state.startedAt}
          planningDtg={dateTimeGroup(operation.planningAt)}
          onReset={() => show.change({ startedAt: live.now() })}
        />
      </footer>
      <p className="visually-hidden" aria-live="polite">
        {slide ? `Slide ${index + 1} of ${slides.length}: ${slide.headline}` : ''}
      </p>
    </section>
  )
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What a key sets; null: nothing. A speaker who leads does not want the slides to go on by themselves. */
function changeBy(action: StageAction, state: ShowState, nowAt: string): Partial<ShowState> | null {
  if (action === 'black') return { isBlack: !state.isBlack }
  if (action === 'freeze') return { frozenAt: state.frozenAt === null ? nowAt : null }
  if (action === 'pause') return { isPaused: !state.isPaused }
  if (action === 'go') return { isPaused: false, isBlack: false }
  return ['next', 'back', 'first', 'last'].includes(action) ? { isPaused: true } : null
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share))
}

const JOINED_AFTER_MILLISECONDS = 1_500

/** The time runs from when the first presenter's window opened; one that comes later is told. */
function useStarted(startedAt: string | null, start: () => void, isJoined: boolean): void {
  const latest = useRef(start)
  latest.current = start
  const isRunning = startedAt !== null
  useEffect(() => {
    if (isRunning || !isJoined) return
    const timer = setTimeout(() => latest.current(), JOINED_AFTER_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [isRunning, isJoined])
}

function Toggle(props: {
  readonly isOn: boolean
  readonly name: string
  readonly hint: string
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      className="presenter-toggle"
      aria-pressed={props.isOn}
      title={props.hint}
      onClick={props.onPress}
    >
      {props.name}
    </button>
  )
}
