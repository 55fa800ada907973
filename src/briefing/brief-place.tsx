import { useEffect, useState } from 'react'
import { deckOf, slidesOf } from '#core/decks-of.ts'
import type { Slide } from '#core/records/slide.ts'
import { writePreferences } from '#storage/preferences.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { PanelBoundary } from '#ui/widgets/states.tsx'
import { calibrationFault, DEFAULT_CALIBRATION } from './calibration.ts'
import { HandOutSlot } from './hand-out/hand-out-slot.tsx'
import { BriefHead } from './place/brief-head.tsx'
import { DeckList } from './place/deck-list.tsx'
import { Preview, wallFrame } from './place/preview.tsx'
import { type BriefPaper, RightPaper } from './place/right-paper.tsx'
import { UnderPreview } from './place/under-preview.tsx'
import { useShowKeys } from './place/use-show-keys.ts'
import { WallFields } from './place/wall-fields.tsx'
import { openPresenter } from './presenter/open-windows.ts'
import { Presenter } from './presenter/presenter.tsx'
import { Stage } from './stage/stage.tsx'
import { useCalibration } from './use-calibration.ts'
import './place/brief.css'

/** Width of the wall for which the papers say whether something fits; its height follows. */
const USUAL_WALL_PIXELS = 1920

/** Brief: the deck on the left, the slide as the wall shows it, what it says on the right. */
export function BriefPlace() {
  const { screen, newId, tell } = useRoom()
  const document = useDocument((state) => state.document)
  const deck = deckOf(
    document,
    useScreen((state) => state.deckId),
  )
  const slides = slidesOf(document, deck)
  const wallSlide = useScreen((state) => state.wallSlide)
  const wallRole = useScreen((state) => state.wallRole)
  const isLeftOpen = useScreen((state) => state.isLeftOpen)
  const isRightOpen = useScreen((state) => state.isRightOpen)
  const [calibration, changeCalibration] = useCalibration()
  const [selectedId, setSelectedId] = useChosenSlide()
  const [paper, setPaper] = useState<BriefPaper>('slide')
  const index = indexOf(slides, selectedId)
  const slide = slides[index]
  const fault = calibrationFault(calibration)
  const show = () => {
    if (fault === null && slides.length > 0) screen.setState({ wallSlide: Math.max(0, index) })
  }
  const present = () => {
    const why = openPresenter(newId(), { deckId: deck.id, wallSlide: index })
    if (why !== null) tell(why)
  }
  useShowKeys(show, wallSlide === null)
  const shown = fault ? DEFAULT_CALIBRATION : calibration
  if (wallSlide !== null && wallRole === 'presenter') {
    return (
      <Presenter
        calibration={shown}
        slideIndex={wallSlide}
        onSlide={(next) => screen.setState({ wallSlide: next })}
      />
    )
  }
  if (wallSlide !== null) {
    return (
      <Stage
        calibration={calibration}
        onCalibration={changeCalibration}
        slideIndex={wallSlide}
        onSlide={(next) => screen.setState({ wallSlide: next })}
        onLeave={() => {
          setSelectedId(slides[wallSlide]?.id ?? selectedId)
          screen.setState({
            wallSlide: null,
            wallIntervalSeconds: null,
            wallTold: null,
            wallSession: null,
          })
          writePreferences({ wallPlace: null })
        }}
      />
    )
  }
  return (
    <>
      {isLeftOpen ? (
        <aside className="paper-left" aria-label="Slides">
          <DeckList
            selectedId={slide?.id ?? null}
            onSelect={setSelectedId}
            onSettings={() => {
              setPaper('deck')
              screen.setState({ isRightOpen: true })
            }}
          >
            <WallFields calibration={calibration} onChange={changeCalibration} />
          </DeckList>
        </aside>
      ) : null}
      <div className="brief-middle">
        <BriefHead
          at={slide ? { number: index + 1, count: slides.length } : null}
          isWallFaulty={fault !== null}
          onPresent={present}
          onShow={show}
        />
        {slide ? (
          <>
            <PanelBoundary key={slide.id} name="The picture of this slide">
              <Preview slide={slide} index={index} count={slides.length} calibration={shown} />
            </PanelBoundary>
            <UnderPreview slide={slide} />
          </>
        ) : (
          <p className="brief-nothing">
            Nothing to show yet. Begin with a template, or go to Situation, Zones, Plan or Compare
            and press Add view there.
          </p>
        )}
      </div>
      <HandOutSlot deck={deck} slideId={slide?.id ?? null} />
      {isRightOpen ? (
        <aside className="paper-right" aria-label="Slide">
          <PanelBoundary key={slide?.id ?? deck.id} name="The paper of this slide">
            <RightPaper
              deck={deck}
              slide={slide ? { slide, number: index + 1 } : null}
              paper={paper}
              onPaper={setPaper}
              frame={wallFrame(USUAL_WALL_PIXELS, shown)}
            />
          </PanelBoundary>
        </aside>
      ) : null}
    </>
  )
}

/** Which slide is chosen; one that is found by name is from then on. */
function useChosenSlide() {
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const foundId = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'slides' ? selection.id : null,
  )
  useEffect(() => {
    if (foundId !== null) setSelectedId(foundId)
  }, [foundId])
  return [selectedId, setSelectedId] as const
}

function indexOf(slides: readonly Slide[], id: string | null): number {
  return Math.max(
    0,
    slides.findIndex((slide) => slide.id === id),
  )
}
