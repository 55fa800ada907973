import type PptxGenJS from 'pptxgenjs'
import type { ChartBlock } from '#core/records/page.ts'
import type { Box } from './item.ts'
import { INK, INK_2, LINE, toneColor } from './look.ts'
import { safeLine } from './safe-text.ts'

/** What the library takes for a chart. */
export type ChartParts = {
  readonly type: PptxGenJS.CHART_NAME
  readonly data: { name: string; labels: string[]; values: (number | null)[] }[]
  readonly options: PptxGenJS.IChartOpts
}

/** The typeface of the deck, so that whoever changes it changes the charts too. */
const FACE = '+mn-lt'
const MARK_COLOR = INK

/** So many categories have a name each; of more every second, third … is named. */
const MOST_NAMED = 16
const MOST_LABELLED_VALUES = 40
const LONGEST_CATEGORY = 34

/** A block as a native chart of its form. */
export function chartParts(chart: ChartBlock, box: Box): ChartParts {
  const isLine = chart.form === 'line'
  const isHorizontal = chart.form === 'bars' || chart.form === 'stackedBars'
  const isStacked = chart.form === 'stackedBars' || chart.form === 'stackedColumns'
  const labels = chart.categories.map((text) => shortened(safeLine(text)) || ' ')
  const series = chart.series.map(({ name, values }, i) => ({
    name: safeLine(name) || `Series ${i + 1}`,
    labels: [...labels],
    values: chart.categories.map((_, c) => values[c] ?? null),
  }))
  const mark = isLine && chart.mark ? [markSeries(chart.mark, labels)] : []
  const valueCount = series.length * labels.length
  const hasValues = !isLine && !isStacked && valueCount <= MOST_LABELLED_VALUES
  const colors = chart.series.map(({ tone }) => toneColor(tone))
  const count = series.length + mark.length
  return {
    type: isLine ? 'line' : 'bar',
    data: [...series, ...mark],
    options: {
      chartColors: [...colors, ...(mark.length > 0 ? [MARK_COLOR] : [])],
      displayBlanksAs: 'gap',
      showLegend: count > 1,
      legendPos: 't',
      legendColor: INK,
      legendFontFace: FACE,
      legendFontSize: 11,
      showTitle: false,
      showValue: hasValues,
      dataLabelColor: INK,
      dataLabelFontFace: FACE,
      dataLabelFontSize: 10,
      dataLabelFormatCode: formatOf(chart),
      ...(hasValues ? { dataLabelPosition: 'outEnd' as const } : {}),
      ...axes(chart, { isHorizontal, hasValues, box }),
      ...(isLine
        ? { lineSize: 2.25, lineDataSymbolSize: 5, lineDataSymbol: 'circle' as const }
        : {
            barDir: isHorizontal ? 'bar' : 'col',
            barGrouping: isStacked ? 'stacked' : 'clustered',
            barGapWidthPct: labels.length > 20 ? 25 : 55,
          }),
      chartArea: { roundedCorners: false },
    },
  }
}

function axes(
  chart: ChartBlock,
  how: { readonly isHorizontal: boolean; readonly hasValues: boolean; readonly box: Box },
): PptxGenJS.IChartOpts {
  const count = chart.categories.length
  const skip = how.isHorizontal
    ? 1
    : Math.ceil(count / Math.min(MOST_NAMED, Math.max(2, how.box.width / 64)))
  const lowest = Math.min(0, ...knownValues(chart))
  return {
    catAxisLabelColor: INK,
    catAxisLabelFontFace: FACE,
    catAxisLabelFontSize: 10,
    catAxisLineColor: INK_2,
    catAxisMajorTickMark: 'none',
    catAxisLabelPos: 'low',
    ...(skip > 1 ? { catAxisLabelFrequency: String(skip) } : {}),
    // The first category stands at the top; the library's types know one direction only.
    ...(how.isHorizontal
      ? ({ catAxisOrientation: 'maxMin' } as unknown as PptxGenJS.IChartOpts)
      : {}),
    valAxisLabelColor: INK_2,
    valAxisLabelFontFace: FACE,
    valAxisLabelFontSize: 10,
    valAxisLineShow: false,
    valAxisMajorTickMark: 'none',
    valAxisLabelFormatCode: formatOf(chart),
    valAxisHidden: how.hasValues,
    ...(lowest < 0 ? {} : { valAxisMinVal: 0 }),
    ...(how.isHorizontal ? { valAxisLabelPos: 'high' as const } : {}),
    valGridLine: how.hasValues ? { style: 'none' } : { color: LINE, size: 0.5, style: 'solid' },
    catGridLine: { style: 'none' },
  }
}

function markSeries({ value, label }: NonNullable<ChartBlock['mark']>, labels: readonly string[]) {
  return { name: safeLine(label) || 'Line', labels: [...labels], values: labels.map(() => value) }
}

function knownValues({ series }: ChartBlock): number[] {
  return series.flatMap(({ values }) => values.filter((value) => value !== null))
}

function formatOf(chart: ChartBlock): string {
  const isWhole = knownValues(chart).every((value) => Number.isInteger(value))
  return isWhole ? '#,##0' : '#,##0.0'
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > LONGEST_CATEGORY
    ? `${letters.slice(0, LONGEST_CATEGORY - 1).join('')}…`
    : text
}
