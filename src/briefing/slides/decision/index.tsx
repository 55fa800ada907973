import { distinctly } from '#core/distinct-names.ts'
import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { lastVerdictOn, sinceVerdict, VERDICT_WORDS } from '#core/verdicts-of.ts'
import { scenarioFault } from '../../facts/scenario-fault.ts'
import { CoaName } from '../parts/coa-name.tsx'
import { Missing } from '../parts/missing.tsx'
import { WallMark } from '../parts/wall-mark.tsx'
import type { SlideFacts, SlideKind } from '../slide-kind.ts'
import { decisionFit } from './decision-fit.ts'
import { DecisionMatrix } from './decision-matrix.tsx'
import {
  becauseText,
  civilianText,
  decisionHeadline,
  howeverText,
  type Sides,
} from './decision-words.ts'
import './decision.css'

/** What is asked of the commander, what speaks for and against it, what it does to civilians, and the matrix. */
export const DECISION_SLIDE: SlideKind = {
  id: 'decision',
  title: 'Decision',
  leavesOut: [],
  needs: ({ scenarioId, againstScenarioId, comparedIds = [] }) => {
    const courseIds = coursesOf(comparedIds, [scenarioId, againstScenarioId])
    const isTwo = againstScenarioId !== null && againstScenarioId !== scenarioId
    return {
      scenarioIds: courseIds,
      comparison: isTwo ? { fromId: againstScenarioId, toId: scenarioId } : null,
      courseIds,
      datasetKinds: ['roads', 'incidents', 'patrols', 'surveys'],
    }
  },
  fault: (slide, document) => scenarioFault(slide, document),
  tag({ scenarioId }, { tables }) {
    const scenario = tables.scenarios.get(scenarioId)
    return scenario ? <CoaName scenario={scenario} /> : null
  },
  draw: (slide, facts) => <DecisionBody slide={slide} facts={facts} />,
  suggestHeadline(slide, { judged, comparison, document }) {
    const sides = sidesOf(slide, document)
    if (!sides || (needsComparison(slide) && !comparison)) return null
    return judged && decisionHeadline(judged, comparison, sides, operationOf(document))
  },
}

/** Those that stand beside each other, in the order given; what is decided on is always among them. */
function coursesOf(comparedIds: readonly string[], sides: readonly (string | null)[]): string[] {
  const missing = sides.filter((id) => id !== null && !comparedIds.includes(id)) as string[]
  return [...new Set([...missing.toReversed(), ...comparedIds])]
}

function needsComparison({ scenarioId, againstScenarioId }: Slide): boolean {
  return againstScenarioId !== null && againstScenarioId !== scenarioId
}

function sidesOf(slide: Slide, document: OperationDocument): Sides | null {
  const { scenarios } = document.tables
  const scenario = scenarios.get(slide.scenarioId)
  const against = scenarios.get(slide.againstScenarioId ?? '') ?? baselineOf(document)
  if (!scenario || !against) return null
  return {
    scenario: distinctly(document, scenario),
    against: distinctly(document, against),
    nameOf(id) {
      const each = scenarios.get(id)
      return each ? distinctly(document, each).name : 'a COA'
    },
  }
}

function DecisionBody({ slide, facts }: { readonly slide: Slide; readonly facts: SlideFacts }) {
  const { judged, comparison, document, frame, bodyHeightRem } = facts
  const sides = sidesOf(slide, document)
  if (!sides || !judged || (needsComparison(slide) && !comparison)) {
    return <Missing>{facts.fault ?? 'The comparison is still being worked out.'}</Missing>
  }
  const fit = decisionFit(frame, bodyHeightRem)
  const { letters } = fit
  const operation = operationOf(document)
  const style = { fontSize: `${fit.textRem}rem` }
  const lines = {
    gridTemplateColumns: `${fit.leadRem}rem minmax(0, 1fr)`,
    gridAutoRows: `${fit.lineRem}rem`,
  }
  return (
    <div className="decision" style={style}>
      <dl style={lines}>
        <Asked slide={slide} document={document} />
        <dt>Because</dt>
        <dd>{becauseText(judged.matrix, sides, letters)}</dd>
        <dt>However</dt>
        <dd>{howeverText(judged, sides, letters)}</dd>
        <dt>Civilians</dt>
        <dd className="decision-civilians">{civilianText(comparison, operation, letters)}</dd>
      </dl>
      <DecisionMatrix
        matrix={judged.matrix}
        document={document}
        scenarioId={slide.scenarioId}
        fit={fit}
      />
    </div>
  )
}

/** What was decided; until then what is sought, and by when. */
function Asked({
  slide,
  document,
}: {
  readonly slide: Slide
  readonly document: OperationDocument
}) {
  const verdict = lastVerdictOn(document, slide.scenarioId)
  if (verdict) {
    // The wall knows fewer facts than the planner, so that it can speak of the COA alone.
    const { isPlanChanged } = sinceVerdict(document, verdict)
    const word = VERDICT_WORDS[verdict.kind]
    return (
      <>
        <dt>Decided</dt>
        <dd>
          <b>{`${word[0]?.toUpperCase()}${word.slice(1)}`}</b> {dateTimeGroup(verdict.decidedAt)} by{' '}
          {verdict.decidedBy}
          {isPlanChanged ? (
            <span className="decision-changed">
              <WallMark status="watch" word="changed" /> the COA has changed since
            </span>
          ) : null}
        </dd>
      </>
    )
  }
  const { decisionSought } = operationOf(document)
  const by = decisionSought?.byAt ? `, by ${dateTimeGroup(decisionSought.byAt)}` : ''
  return (
    <>
      <dt>Sought</dt>
      <dd>
        <b>{decisionSought?.text || 'a decision on this COA'}</b>
        {by}
      </dd>
    </>
  )
}
