import type { ChartBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { looksOf, markOf, pointOf, strokeOf } from '../looks.ts'
import { barsPlot } from './bars.ts'
import { columnsPlot } from './columns.ts'
import { linePlot } from './line.ts'
import { TEXT_PX } from './texts.ts'
import { chartWords } from './words.ts'

/** As wide as it is drawn, in px of 12 px text; ids of a document are told apart by `id`. */
export type ChartAsked = { readonly widthPx: number; readonly id: string }

type Plot = { readonly heightPx: number; readonly drawn: Html }

/** A plot that is higher would not stand on a sheet of paper. */
const HIGHEST_PX = 470

/**
 * A chart as drawings of its plot, without title and key: one, or of a long list of bars several, so that
 * each can stand whole on a page. Text is text; colours can be had anew by class (see `looks.ts`).
 */
export function chartSvgs(block: ChartBlock, { widthPx, id }: ChartAsked): readonly Html[] {
  const plots = plotsOf(block, widthPx)
  return plots.map(({ heightPx, drawn }, i) => {
    const [title, about] = [`${id}-${i}-title`, `${id}-${i}-about`]
    const part = plots.length > 1 ? `, part ${i + 1} of ${plots.length}` : ''
    return html`<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${widthPx} ${Math.ceil(heightPx)}" preserveAspectRatio="xMinYMin meet" role="img" aria-labelledby="${title} ${about}" font-size="${TEXT_PX}"><title id="${title}">${block.title}${part}</title><desc id="${about}">${chartWords(block)}</desc>${drawn}</svg>`
  })
}

function plotsOf(block: ChartBlock, widthPx: number): readonly Plot[] {
  if (block.form === 'line') return [linePlot(block, widthPx)]
  if (block.form === 'columns' || block.form === 'stackedColumns')
    return [columnsPlot(block, widthPx)]
  const all = block.categories.map((_, i) => i)
  const whole = barsPlot(block, all, widthPx)
  const count = Math.ceil(whole.heightPx / HIGHEST_PX)
  if (count < 2) return [whole]
  const size = Math.ceil(all.length / count)
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    barsPlot(block, all.slice(i * size, (i + 1) * size), widthPx),
  )
}

/** Each series as it is drawn, small, in their order. */
export function chartKeySvgs(block: ChartBlock): readonly Html[] {
  const looks = looksOf(block.series)
  return looks.map((look) => {
    const { tone, color, dash } = strokeOf(look)
    const drawn =
      block.form === 'line'
        ? html`<path class="line-${tone}" d="M0 7H28" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>${pointOf(look, 14, 7)}`
        : html`${markOf(look, [1, 1, 26, 12])}`
    return html`<svg class="key" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">${drawn}</svg>`
  })
}
