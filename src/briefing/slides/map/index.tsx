import { baselineOf, operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { situationHeadline } from '../../facts/headline.ts'
import { kindsOfLayers } from '../../facts/layer-data.ts'
import { scenarioFault } from '../../facts/scenario-fault.ts'
import { CoaName } from '../parts/coa-name.tsx'
import { MapBody } from '../parts/map-body.tsx'
import { Missing } from '../parts/missing.tsx'
import { Numbers } from '../parts/numbers.tsx'
import { windowText } from '../parts/window-text.ts'
import type { SlideFacts, SlideKind } from '../slide-kind.ts'
import { mapNumbers } from './map-numbers.ts'

/** Layer types beside which the scenario's numbers make sense. */
const SURFACES: readonly string[] = ['need', 'underserved', 'reach', 'presence', 'plan-coverage']

/** Layer types whose marks follow the window. */
const DATED: readonly string[] = ['incidents', 'patrols']

/** One scenario on the map, with what its numbers are. */
export const MAP_SLIDE: SlideKind = {
  id: 'map',
  title: 'Map',
  leavesOut: [],
  needs: ({ scenarioId, layers }) => ({
    scenarioIds: [scenarioId],
    comparison: null,
    datasetKinds: kindsOfLayers(layers),
  }),
  fault(slide, document) {
    const fault = scenarioFault(slide, document)
    if (fault) return fault
    const { windowFrom, windowTo, layers } = slide
    if (windowFrom !== null && windowTo !== null && windowFrom >= windowTo) {
      return 'The window of this slide ends before it begins.'
    }
    return layers.length > 0 ? null : 'This slide shows no layer yet.'
  },
  tag(slide, { tables }) {
    const scenario = tables.scenarios.get(slide.scenarioId)
    const isDated = slide.layers.some((id) => DATED.includes(id))
    const window = isDated ? windowText(slide) : null
    return (
      <>
        {scenario ? <CoaName scenario={scenario} /> : null}
        {window ? <span className="wall-window">{window}</span> : null}
      </>
    )
  },
  draw: (slide, facts) => (
    <MapBody
      slide={slide}
      facts={facts}
      leavesOut={MAP_SLIDE.leavesOut}
      panel={panelOf(slide, facts)}
    />
  ),
  suggestHeadline(slide, { ground, situations, document }) {
    const situation = situations[slide.scenarioId]
    const scenario = document.tables.scenarios.get(slide.scenarioId)
    return ground && situation && scenario ? situationHeadline(ground, situation, scenario) : null
  },
}

function panelOf(slide: Slide, facts: SlideFacts) {
  const { ground, situations, document, bodyHeightRem } = facts
  if (!slide.layers.some((id) => SURFACES.includes(id))) return null
  const situation = situations[slide.scenarioId]
  if (!ground || !situation) {
    return <Missing>{facts.fault ?? 'The numbers are still being worked out.'}</Missing>
  }
  const baselineId = baselineOf(document)?.id ?? null
  const baseline =
    baselineId === null || baselineId === slide.scenarioId ? null : (situations[baselineId] ?? null)
  const numbers = mapNumbers({ ground, situation, baseline, operation: operationOf(document) })
  return <Numbers numbers={numbers} heightRem={bodyHeightRem} frame={facts.frame} />
}
