import { LEVEL_NAMES } from '../levels/levels.ts'
import { type Html, html } from '../markup/html.ts'
import type { ProductFrame } from '../product.ts'
import { type Numbered, sectionHtml } from './page-section.ts'

/** Where it is from, how it was measured, who may have it: what a reader asks after the last page. */
export function lastPage(frame: ProductFrame, at: Numbered): Html {
  const id = `p${at.number}`
  const head = html`<p class="kicker"><span class="number">Page ${at.number} of ${at.count}</span></p><h2 id="${id}-title">Sources, method and distribution</h2>`
  return sectionHtml(
    { frame, at, id },
    head,
    html`<div class="about">${sources(frame)}<div>${method(frame)}${facts(frame)}</div></div>`,
  )
}

function sources({ sources, dataAsOf }: ProductFrame): Html {
  const items = sources.map((line) => html`<li dir="auto">${line}</li>`)
  const list =
    sources.length === 0 ? html`<p>No sources are recorded.</p>` : html`<ul>${items}</ul>`
  return html`<div><h3>Sources, with licence and age</h3><p>${dataAsOf}.</p>${list}</div>`
}

function method({ method = [] }: ProductFrame): Html | null {
  if (method.length === 0) return null
  return html`<h3>How need is measured</h3><p>${method.join(' ')}</p>`
}

function facts(frame: ProductFrame): Html {
  const rows: readonly (readonly [string, string])[] = [
    ['Marking', frame.marking],
    ['Release', `${frame.release} (level: ${LEVEL_NAMES[frame.level]})`],
    ['Distribution', frame.distribution],
    ['Drafted by', frame.author],
    ['Edition', `${frame.edition}, produced ${frame.madeDtg}`],
    ['Picture for', frame.planningDtg],
    ['Maps', frame.datum],
    ['Disclaimer', frame.disclaimer],
  ]
  return html`<h3>This product</h3><dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`
}
