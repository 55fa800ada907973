import { chartNamed } from '../../charts/registry.ts'
import type { PageKind } from '../page-kind.ts'
import { coasOf, faultOf, needsOf, notChosen } from '../rests-on.ts'

/** One chart of the facts. */
export const CHART_PAGE: PageKind = {
  id: 'chart',
  title: 'Chart',
  leavesOut: [],
  needs: (slide) => needsOf(chartNamed(slide.chartId), slide),
  fault(slide, document) {
    const chart = chartNamed(slide.chartId)
    return chart
      ? faultOf(chart, slide, document)
      : notChosen(slide.chartId, 'Choose which chart this slide shows.')
  },
  widestLevel: ({ chartId }) => chartNamed(chartId)?.widestLevel ?? 'internal',
  coas: (slide, document) => coasOf(chartNamed(slide.chartId), slide, document),
  window: () => null,
  body({ chartId, scenarioId, againstScenarioId }, facts) {
    const block = chartNamed(chartId)?.draw(facts, { scenarioId, againstScenarioId }) ?? null
    if (block) return { blocks: [block], missing: null }
    return { blocks: null, missing: facts.fault ?? 'The chart is still being worked out.' }
  },
  suggestHeadline({ chartId, scenarioId, againstScenarioId }, facts) {
    const chart = chartNamed(chartId)
    const block = chart?.draw(facts, { scenarioId, againstScenarioId }) ?? null
    return chart && block ? chart.headline(block) : (chart?.title ?? null)
  },
}
