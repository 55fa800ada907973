import { operationOf } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { comparisonNumbers } from '#products/pages/comparison/comparison-numbers.ts'
import { COMPARISON_PAGE } from '#products/pages/comparison/index.ts'
import { CoaName } from '../parts/coa-name.tsx'
import { MapBody } from '../parts/map-body.tsx'
import { Missing } from '../parts/missing.tsx'
import { Numbers } from '../parts/numbers.tsx'
import type { SlideFacts, SlideKind } from '../slide-kind.ts'
import { CountyCallouts } from './county-callouts.tsx'

/** What changes from one scenario to another: where, for how many, and who loses. */
export const COMPARISON_SLIDE: SlideKind = {
  ...COMPARISON_PAGE,
  tag({ scenarioId, againstScenarioId }, { tables }) {
    const scenario = tables.scenarios.get(scenarioId)
    const against = tables.scenarios.get(againstScenarioId ?? '')
    return (
      <>
        {scenario ? <CoaName scenario={scenario} /> : null}
        {against ? <span className="wall-window">against {inSentence(against)}</span> : null}
      </>
    )
  },
  draw: (slide, facts) => (
    <MapBody
      slide={slide}
      facts={facts}
      leavesOut={COMPARISON_SLIDE.leavesOut}
      panel={panelOf(facts)}
      over={(map, slot, legendBox) => (
        <CountyCallouts facts={facts} map={map} slot={slot} legendBox={legendBox} />
      )}
    />
  ),
}

function panelOf(facts: SlideFacts) {
  const { ground, comparison, document, bodyHeightRem } = facts
  if (!ground || !comparison) {
    return <Missing>{facts.fault ?? 'The comparison is still being worked out.'}</Missing>
  }
  const numbers = comparisonNumbers(comparison, operationOf(document))
  return <Numbers numbers={numbers} heightRem={bodyHeightRem} frame={facts.frame} />
}

/** The current posture is no name; a COA is. */
function inSentence({ name, isBaseline }: Scenario): string {
  return isBaseline ? name.toLowerCase() : name
}
