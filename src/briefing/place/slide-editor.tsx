import { editSlide } from '#core/commands/slides/edit-slide.ts'
import { operationOf, scenariosInOrder } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Slide } from '#core/records/slide.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { TextBox } from '#ui/widgets/text-box.tsx'
import { CoaSquare } from '../slides/parts/coa-name.tsx'
import { kindOf, SLIDE_KINDS } from '../slides/registry.ts'
import { textFit } from '../slides/text/text-fit.ts'
import { bodyRem, SIDE_REM, type WallFrame, widthRem } from '../slides/wall-frame.ts'
import { HeadlineField } from './headline-field.tsx'
import { LayerFields } from './layer-fields.tsx'
import { kindFields } from './new-slide.ts'
import { ViewFields } from './view-fields.tsx'

type EditorProps = {
  readonly slide: Slide
  readonly number: number
  readonly frame: WallFrame
}

/** The right paper: everything that a slide says and shows. */
export function SlideEditor({ slide, number, frame }: EditorProps) {
  const document = useDocument((state) => state.document)
  const run = useRun()
  const set = (fields: Partial<Omit<Slide, 'id'>>) => run(editSlide, { id: slide.id, fields })
  const fault = kindOf(slide).fault(slide, document)
  const isText = slide.kind === 'text'
  const hasMap = slide.kind === 'map' || slide.kind === 'comparison'
  return (
    <div className="paper" data-side="right">
      <div className="paper-head">
        <div className="paper-head-row">
          <h2 className="paper-title">Slide {number}</h2>
          <Segment
            label="Kind of slide"
            choices={SLIDE_KINDS.map(({ id, title }) => ({ id, name: title }))}
            value={slide.kind}
            onChange={(kind) => set(kindFields(slide, kind, document))}
          />
        </div>
        {fault ? <p className="brief-fault">{fault}</p> : null}
      </div>
      <div className="paper-body">
        <HeadlineField slide={slide} frame={frame} />
        <div className="section brief-field">
          <ScenarioFields slide={slide} onSet={set} />
          <div className="wall-field">
            <span>Stays for, seconds</span>
            <Stepper
              label="Seconds that the slide stays"
              value={slide.dwellSeconds}
              min={5}
              max={3600}
              step={5}
              onChange={(dwellSeconds) => set({ dwellSeconds })}
            />
          </div>
        </div>
        <div className="section brief-field">
          <TextBox
            label={isText ? 'Text: one paragraph a line' : 'Notes, shown on the wall by N only'}
            value={slide.body}
            rows={isText ? 8 : 4}
            maxLength={4000}
            isOneLine={false}
            onSettle={(body) => set({ body })}
          />
          {isText ? <TextExcess body={slide.body} frame={frame} /> : null}
        </div>
        {hasMap ? (
          <>
            <ViewFields slide={slide} onSet={set} />
            <LayerFields slide={slide} operation={operationOf(document)} onSet={set} />
          </>
        ) : null}
      </div>
    </div>
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
