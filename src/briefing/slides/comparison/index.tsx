import { operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { comparisonHeadline } from '../../facts/headline.ts'
import { kindsOfLayers } from '../../facts/layer-data.ts'
import { scenarioFault } from '../../facts/scenario-fault.ts'
import { CoaName } from '../parts/coa-name.tsx'
import { MapBody } from '../parts/map-body.tsx'
import { Missing } from '../parts/missing.tsx'
import { Numbers } from '../parts/numbers.tsx'
import type { SlideFacts, SlideKind } from '../slide-kind.ts'
import { comparisonNumbers } from './comparison-numbers.ts'
import { CountyCallouts } from './county-callouts.tsx'

/** What changes from one scenario to another: where, for how many, and who loses. */
export const COMPARISON_SLIDE: SlideKind = {
  id: 'comparison',
  title: 'Comparison',
  leavesOut: ['units', 'moves', 'patrols', 'incidents', 'towns'],
  needs: ({ scenarioId, againstScenarioId, layers }) => ({
    scenarioIds: againstScenarioId === null ? [scenarioId] : [scenarioId, againstScenarioId],
    comparison: againstScenarioId === null ? null : { fromId: againstScenarioId, toId: scenarioId },
    datasetKinds: [...new Set([...kindsOfLayers(layers), 'roads' as const])],
  }),
  fault(slide, document) {
    const fault = scenarioFault(slide, document)
    if (fault) return fault
    if (slide.againstScenarioId === null) return 'Choose what this COA is compared with.'
    return slide.againstScenarioId === slide.scenarioId
      ? 'Choose two different COAs to compare.'
      : null
  },
  draw: (slide, facts) => <ComparisonBody slide={slide} facts={facts} />,
  suggestHeadline({ scenarioId }, { comparison, document }) {
    const scenario = document.tables.scenarios.get(scenarioId)
    if (!comparison || !scenario) return null
    return comparisonHeadline(comparison, scenario, operationOf(document))
  },
}

function ComparisonBody({ slide, facts }: { readonly slide: Slide; readonly facts: SlideFacts }) {
  const { scenarios } = facts.document.tables
  const scenario = scenarios.get(slide.scenarioId)
  const against = scenarios.get(slide.againstScenarioId ?? '')
  const tag = (
    <>
      {scenario ? <CoaName scenario={scenario} /> : null}
      {against ? <span className="wall-window">against {against.name.toLowerCase()}</span> : null}
    </>
  )
  return (
    <MapBody
      slide={slide}
      facts={facts}
      leavesOut={COMPARISON_SLIDE.leavesOut}
      tag={tag}
      panel={panelOf(facts)}
      over={(map, slot, legendSide) => (
        <CountyCallouts facts={facts} map={map} slot={slot} legendSide={legendSide} />
      )}
    />
  )
}

function panelOf(facts: SlideFacts) {
  const { ground, comparison, document, bodyHeightRem } = facts
  if (!ground || !comparison) {
    return <Missing>{facts.fault ?? 'The comparison is still being worked out.'}</Missing>
  }
  const numbers = comparisonNumbers(comparison, operationOf(document))
  return <Numbers numbers={numbers} heightRem={bodyHeightRem} frame={facts.frame} />
}
