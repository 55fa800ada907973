import { editSlide } from '#core/commands/slides/edit-slide.ts'
import { notesOf } from '#core/decks-of.ts'
import { operationOf, scenariosInOrder } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Slide } from '#core/records/slide.ts'
import { PAGE_KINDS, pageKindOf } from '#products/pages/registry.ts'
import { windowText } from '#products/words/window-text.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { TextBox } from '#ui/widgets/text-box.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import { CoaSquare } from '../slides/parts/coa-name.tsx'
import { textFit } from '../slides/text/text-fit.ts'
import { bodyRem, SIDE_REM, type WallFrame, widthRem } from '../slides/wall-frame.ts'
import { FrozenFields } from './frozen-fields.tsx'
import { HeadlineField } from './headline-field.tsx'
import { KindFields } from './kind-fields.tsx'
import { LayerFields } from './layer-fields.tsx'
import { kindFields } from './new-slide.ts'
import { usePageNow } from './use-page-now.ts'
import { ViewFields } from './view-fields.tsx'

type EditorProps = {
  readonly slide: Slide
  /** For whom its deck is. */
  readonly level: ReleaseLevel
  readonly frame: WallFrame
}

/** Everything that a slide says and shows. */
export function SlideEditor({ slide, level, frame }: EditorProps) {
  const document = useDocument((state) => state.document)
  const run = useRun()
  const set = (fields: Partial<Omit<Slide, 'id'>>) => run(editSlide, { id: slide.id, fields })
  const fault = pageKindOf(slide).fault(slide, document)
  const hasMap = slide.kind === 'map' || slide.kind === 'comparison'
  return (
    <>
      {fault ? (
        <div className="section">
          <p className="brief-fault">{fault}</p>
        </div>
      ) : null}
      <HeadlineField slide={slide} frame={frame} />
      <div className="section brief-field">
        <div className="wall-field">
          <span>Kind</span>
          <Pick
            label="Kind of slide"
            choices={PAGE_KINDS.map(({ id, title }) => ({ id, name: title }))}
            value={slide.kind}
            onChange={(kind) => set(kindFields(slide, kind, document))}
          />
        </div>
        <ScenarioFields slide={slide} onSet={set} />
        <StayFields slide={slide} onSet={set} />
      </div>
      <KindFields slide={slide} level={level} onSet={set} />
      <WordFields slide={slide} frame={frame} onSet={set} />
      <FrozenFields slide={slide} level={level} now={usePageNow(slide)} frame={frame} />
      {hasMap ? (
        <>
          <ViewFields slide={slide} onSet={set} />
          <LayerFields slide={slide} operation={operationOf(document)} onSet={set} />
        </>
      ) : null}
    </>
  )
}

/** Paragraphs of a text slide, and what the speaker says of any. */
function WordFields(props: {
  readonly slide: Slide
  readonly frame: WallFrame
  readonly onSet: SetSlide
}) {
  const { slide, frame, onSet } = props
  const isText = slide.kind === 'text'
  return (
    <div className="section brief-field">
      {isText ? (
        <>
          <TextBox
            label="Text: one paragraph a line"
            value={slide.body}
            rows={8}
            maxLength={4000}
            isOneLine={false}
            onSettle={(body) => onSet({ body })}
          />
          <TextExcess body={slide.body} frame={frame} />
        </>
      ) : null}
      <TextBox
        label="Notes for the speaker: on the wall by N only, never outside the staff"
        value={notesOf(slide)}
        rows={4}
        maxLength={4000}
        isOneLine={false}
        onSettle={(notes) => onSet(isText ? { notes } : { notes, body: '' })}
      />
    </div>
  )
}

/** How long it stays, and whether its dates are played meanwhile. */
function StayFields({ slide, onSet }: { readonly slide: Slide; readonly onSet: SetSlide }) {
  const hasWindow = slide.windowFrom !== null && slide.windowTo !== null
  return (
    <>
      <div className="wall-field">
        <span>Stays for, seconds</span>
        <Stepper
          label="Seconds that the slide stays"
          value={slide.dwellSeconds}
          min={5}
          max={3600}
          step={5}
          onChange={(dwellSeconds) => onSet({ dwellSeconds })}
        />
      </div>
      {slide.kind === 'map' ? (
        <div className="wall-field">
          <span>
            Plays its dates meanwhile{' '}
            <span className="light">{hasWindow ? windowText(slide) : 'it has none yet'}</span>
          </span>
          <Toggle
            label="Plays its dates from end to end while it stays"
            isOn={slide.isPlayed === true && hasWindow}
            isDisabled={!hasWindow}
            onChange={(isPlayed) => onSet({ isPlayed })}
          />
        </div>
      ) : null}
    </>
  )
}

const SHOWS = {
  text: 'Speaks of',
  map: 'Shows',
  comparison: 'Shows',
  decision: 'To be decided',
  measures: 'Shows',
  chart: 'Shows',
  topic: 'Speaks of',
} as const satisfies Record<Slide['kind'], string>

type SetSlide = (fields: Partial<Omit<Slide, 'id'>>) => void

function ScenarioFields({ slide, onSet }: { readonly slide: Slide; readonly onSet: SetSlide }) {
  const document = useDocument((state) => state.document)
  const isShown = ({ id, isArchived }: Scenario) =>
    !isArchived || id === slide.scenarioId || id === slide.againstScenarioId
  const choices = scenariosInOrder(document)
    .filter(isShown)
    .map((scenario) => ({
      id: scenario.id,
      name: scenario.name,
      note: scenario.title,
      mark: <CoaSquare scenario={scenario} />,
    }))
  return (
    <>
      <div className="wall-field">
        <span>{SHOWS[slide.kind]}</span>
        <Pick
          label="COA on the slide"
          choices={choices}
          value={slide.scenarioId}
          none="Choose a COA"
          onChange={(scenarioId) => onSet({ scenarioId })}
        />
      </div>
      {slide.kind === 'comparison' || slide.kind === 'decision' ? (
        <div className="wall-field">
          <span>Compared with</span>
          <Pick
            label="COA compared with"
            choices={choices.filter(({ id }) => id !== slide.scenarioId)}
            value={slide.againstScenarioId}
            none="Choose a COA"
            onChange={(againstScenarioId) => onSet({ againstScenarioId })}
          />
        </div>
      ) : null}
    </>
  )
}

function TextExcess({ body, frame }: { readonly body: string; readonly frame: WallFrame }) {
  const { excessLineCount } = textFit(body, {
    widthRem: widthRem(frame) - 2 * SIDE_REM,
    heightRem: bodyRem(frame, { hasStaleBand: false }) - 3.4,
  })
  if (excessLineCount === 0) return null
  return (
    <p className="brief-fault">
      About {excessLineCount} lines too many for this wall: shorten it or make two slides.
    </p>
  )
}
