import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import type { ProductFacts } from '../../facts.ts'
import { situationHeadline } from '../../words/headline.ts'
import { windowText } from '../../words/window-text.ts'
import { kindsOfLayers } from '../layer-data.ts'
import { pageCoas } from '../page-coas.ts'
import type { PageBody, PageKind } from '../page-kind.ts'
import { mapBlock } from '../page-map.ts'
import { scenarioFault } from '../scenario-fault.ts'
import { mapNumbers } from './map-numbers.ts'

/** Layer types beside which the scenario's numbers make sense. */
const SURFACES: readonly string[] = ['need', 'underserved', 'reach', 'presence', 'plan-coverage']

/** Layer types whose marks follow the window. */
const DATED: readonly string[] = ['incidents', 'patrols']

/** One scenario on the map, with what its numbers are. */
export const MAP_PAGE: PageKind = {
  id: 'map',
  title: 'Map',
  leavesOut: [],
  needs: (slide, document) => ({
    scenarioIds: [slide.scenarioId, ...(hasNumbers(slide) ? beside(slide, document) : [])],
    comparison: null,
    courseIds: null,
    datasetKinds: kindsOfLayers(slide.layers),
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
  coas: ({ scenarioId }, document) => pageCoas(document, [scenarioId]),
  window: (slide) => (slide.layers.some((id) => DATED.includes(id)) ? windowText(slide) : null),
  body(slide, facts) {
    const map = mapBlock(slide, [])
    if (!hasNumbers(slide)) return { blocks: [map], missing: null }
    return withNumbers(slide, facts, map)
  },
  suggestHeadline(slide, { ground, situations, document }) {
    const situation = situations[slide.scenarioId]
    const scenario = document.tables.scenarios.get(slide.scenarioId)
    return ground && situation && scenario
      ? situationHeadline(ground, situation, scenario, operationOf(document))
      : null
  },
}

function hasNumbers({ layers }: Slide): boolean {
  return layers.some((id) => SURFACES.includes(id))
}

/** The current posture, to say what is now; nothing where it is the one on the map. */
function beside({ scenarioId }: Slide, document: OperationDocument): string[] {
  const baselineId = baselineOf(document)?.id
  return baselineId === undefined || baselineId === scenarioId ? [] : [baselineId]
}

function withNumbers(
  slide: Slide,
  { ground, situations, document, fault }: ProductFacts,
  map: ReturnType<typeof mapBlock>,
): PageBody {
  const situation = situations[slide.scenarioId]
  if (!ground || !situation) {
    const missing = fault ?? 'The numbers are still being worked out.'
    return { blocks: [map, { type: 'numbers', numbers: [] }], missing }
  }
  const [baselineId] = beside(slide, document)
  const baseline = situations[baselineId ?? ''] ?? null
  const numbers = mapNumbers({ ground, situation, baseline, operation: operationOf(document) })
  return { blocks: [map, { type: 'numbers', numbers }], missing: null }
}
