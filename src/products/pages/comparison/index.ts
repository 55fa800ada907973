import { operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import type { ProductFacts } from '../../facts.ts'
import { comparisonHeadline } from '../../words/headline.ts'
import { needKnown } from '../../words/need-known.ts'
import { kindsOfLayers } from '../layer-data.ts'
import { pageCoas } from '../page-coas.ts'
import type { PageKind } from '../page-kind.ts'
import { mapBlock } from '../page-map.ts'
import { scenarioFault } from '../scenario-fault.ts'
import { comparisonNumbers } from './comparison-numbers.ts'
import { type NamedPlace, namedCapital, namedCounties } from './named-places.ts'

/** What changes from one scenario to another: where, for how many, and who loses. */
export const COMPARISON_PAGE: PageKind = {
  id: 'comparison',
  title: 'Comparison',
  leavesOut: ['units', 'moves', 'patrols', 'incidents', 'towns'],
  needs: ({ scenarioId, againstScenarioId, layers }) => ({
    scenarioIds: againstScenarioId === null ? [scenarioId] : [scenarioId, againstScenarioId],
    comparison: againstScenarioId === null ? null : { fromId: againstScenarioId, toId: scenarioId },
    courseIds: null,
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
  coas: ({ scenarioId, againstScenarioId }, document) =>
    pageCoas(document, [scenarioId, againstScenarioId]),
  window: () => null,
  body(slide, facts) {
    const { ground, comparison, document, situations } = facts
    const map = mapBlock(slide, COMPARISON_PAGE.leavesOut, callouts(slide, facts))
    if (!ground || !comparison) {
      const missing = facts.fault ?? 'The comparison is still being worked out.'
      return { blocks: [map, { type: 'numbers', numbers: [] }], missing }
    }
    const situation = situations[slide.scenarioId]
    const known = situation ? needKnown(ground, situation) : null
    const numbers = comparisonNumbers(comparison, operationOf(document), known)
    return { blocks: [map, { type: 'numbers', numbers }], missing: null }
  },
  suggestHeadline({ scenarioId }, { comparison, document }) {
    const scenario = document.tables.scenarios.get(scenarioId)
    if (!comparison || !scenario) return null
    return comparisonHeadline(comparison, scenario, operationOf(document))
  },
}

function callouts(slide: Slide, facts: ProductFacts): NamedPlace[] {
  const { comparison, situations, document, ground } = facts
  const before = situations[slide.againstScenarioId ?? '']
  const after = situations[slide.scenarioId]
  if (!ground || !comparison || !before || !after) return []
  const sides = {
    before: before.responseMinutes,
    after: after.responseMinutes,
    standardMinutes: operationOf(document).responseStandardMinutes,
  }
  return [
    ...namedCounties(comparison.counties, ground, sides),
    ...namedCapital(document.tables.communities),
  ]
}
