import type { Slide } from '#core/records/slide.ts'
import { DECISION_PAGE } from '#products/pages/decision/index.ts'
import { CoaName } from '../parts/coa-name.tsx'
import { Missing } from '../parts/missing.tsx'
import { WallMark } from '../parts/wall-mark.tsx'
import type { SlideFacts, SlideKind } from '../slide-kind.ts'
import { decisionFit, fittedText } from './decision-fit.ts'
import { DecisionMatrix } from './decision-matrix.tsx'
import './decision.css'

/** What is asked of the commander, what speaks for and against it, what it does to civilians, and the matrix. */
export const DECISION_SLIDE: SlideKind = {
  ...DECISION_PAGE,
  tag({ scenarioId }, { tables }) {
    const scenario = tables.scenarios.get(scenarioId)
    return scenario ? <CoaName scenario={scenario} /> : null
  },
  draw: (slide, facts) => <DecisionBody slide={slide} facts={facts} />,
}

function DecisionBody({ slide, facts }: { readonly slide: Slide; readonly facts: SlideFacts }) {
  const { blocks, missing } = DECISION_PAGE.body(slide, facts)
  const [words, table] = blocks ?? []
  if (words?.type !== 'points' || table?.type !== 'table') return <Missing>{missing ?? ''}</Missing>
  const fit = decisionFit(facts.frame, facts.bodyHeightRem)
  const lines = {
    gridTemplateColumns: `${fit.leadRem}rem minmax(0, 1fr)`,
    gridAutoRows: `${fit.lineRem}rem`,
  }
  return (
    <div className="decision" style={{ fontSize: `${fit.textRem}rem` }}>
      <dl style={lines}>
        {words.points.flatMap((point) => [
          <dt key={point.lead}>{point.lead}</dt>,
          <dd key={`${point.lead} said`}>
            {point.status === 'watch' ? <WallMark status="watch" /> : null}
            {fittedText(point, fit.letters)}
          </dd>,
        ])}
      </dl>
      <DecisionMatrix table={table} fit={fit} />
    </div>
  )
}
