import type { ChartBlock, PageBlock } from '#core/records/page.ts'
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
    if (block) return { blocks: [hasBars(block) ? block : inWords(block)], missing: null }
    return { blocks: null, missing: facts.fault ?? 'The chart is still being worked out.' }
  },
  suggestHeadline({ chartId, scenarioId, againstScenarioId }, facts) {
    const chart = chartNamed(chartId)
    const block = chart?.draw(facts, { scenarioId, againstScenarioId }) ?? null
    return chart && block ? chart.headline(block) : (chart?.title ?? null)
  },
}

/** Something to draw, or to say that it is not known. */
function hasBars({ series }: ChartBlock): boolean {
  const values = series.flatMap((each) => each.values)
  return (
    values.every((value) => value === null) || values.some((value) => value !== null && value !== 0)
  )
}

/** Zero everywhere, which a chart would show as an empty field. */
function inWords({ title, note }: ChartBlock): PageBlock {
  const paragraphs = [`${title}: 0 at every point, so there is no chart to draw.`, note ?? '']
  return { type: 'text', paragraphs: paragraphs.filter((text) => text !== '') }
}
