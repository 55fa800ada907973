import { baselineOf, operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { MAP_PAGE } from '#products/pages/map/index.ts'
import { mapNumbers } from '#products/pages/map/map-numbers.ts'
import { windowText } from '#products/words/window-text.ts'
import { CoaName } from '../parts/coa-name.tsx'
import { MapBody } from '../parts/map-body.tsx'
import { Missing } from '../parts/missing.tsx'
import { Numbers } from '../parts/numbers.tsx'
import type { SlideFacts, SlideKind } from '../slide-kind.ts'

/** Layer types beside which the scenario's numbers make sense. */
const SURFACES: readonly string[] = ['need', 'underserved', 'reach', 'presence', 'plan-coverage']

/** Layer types whose marks follow the window. */
const DATED: readonly string[] = ['incidents', 'patrols']

/** One scenario on the map, with what its numbers are. */
export const MAP_SLIDE: SlideKind = {
  ...MAP_PAGE,
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
