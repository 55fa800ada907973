import type { ChartBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { chartKeySvgs, chartSvgs } from '../../svg/chart/chart-svg.ts'
import { valueAt } from '../../svg/chart/scale.ts'
import { valueText } from '../../svg/chart/texts.ts'
import { unknownWords } from '../../svg/chart/words.ts'

/** Widths that a chart is drawn for, px of 12 px text: beside nothing or on paper, and on a telephone. */
const WIDE_PX = 640
const NARROW_PX = 330

/** A chart twice, of which the style shows the one that fits, and its numbers in a fold. */
export function chartHtml(block: ChartBlock, id: string): Html {
  const { title, unit, note } = block
  const wide = chartSvgs(block, { widthPx: WIDE_PX, id: `${id}-wide` })
  const narrow = chartSvgs(block, { widthPx: NARROW_PX, id: `${id}-narrow` })
  const notes = [unknownWords(block), note].filter((line) => line !== null)
  const [first = null, ...others] = wide
  const head = html`<h3 id="${id}-name" dir="auto">${title}</h3>${unit === '' ? null : html`<p class="beside" dir="auto">${unit}</p>`}${keyHtml(block)}`
  return html`<div class="chart" role="figure" aria-labelledby="${id}-name"><div class="whole">${head}<div class="wide">${first}</div></div><div class="wide">${others}</div><div class="narrow">${narrow}</div>${notes.map((line) => html`<p class="note" dir="auto">${line}</p>`)}<details><summary>Numbers of this chart</summary>${dataTable(block)}</details></div>`
}

/** What the looks of series mean; one series is what the title says. */
function keyHtml(block: ChartBlock): Html | null {
  if (block.series.length < 2) return null
  const keys = chartKeySvgs(block)
  return html`<ul class="chart-key">${block.series.map(({ name }, i) => html`<li dir="auto">${keys[i] ?? null} ${name}</li>`)}</ul>`
}

function dataTable(block: ChartBlock): Html {
  const { title, unit, categories, series } = block
  const rows = categories.map((name, i) => {
    const cells = series.map((each) => {
      const value = valueAt(each, i)
      return html`<td class="end">${value === null ? 'not known' : valueText(value)}</td>`
    })
    return html`<tr><th scope="row" dir="auto">${name}</th>${cells}</tr>`
  })
  const heads = series.map(({ name }) => html`<th scope="col" class="end" dir="auto">${name}</th>`)
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Numbers: ${title}"><table><caption dir="auto">${title}${unit === '' ? '' : `, ${unit}`}</caption><thead><tr><th scope="col">Category</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`
}
