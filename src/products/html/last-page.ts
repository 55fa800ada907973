import { type Html, html } from '../markup/html.ts'
import type { Product } from '../product.ts'
import {
  ABOUT_TITLE,
  type AboutProduct,
  aboutProduct,
  METHOD_TITLE,
  SOURCES_TITLE,
} from '../words/about-product.ts'
import { type Numbered, sectionHtml } from './page-section.ts'

/** Where it is from, how it was measured, who may have it: what a reader asks after the last page. */
export function lastPage(product: Product, at: Numbered): Html {
  const id = `p${at.number}`
  const about = aboutProduct(product)
  const head = html`<p class="kicker"><span class="number">Page ${at.number} of ${at.count}</span></p><h2 id="${id}-title">${ABOUT_TITLE}</h2>`
  return sectionHtml(
    { frame: product.frame, at, id },
    head,
    html`<div class="about">${sources(about)}<div>${method(about)}${facts(about)}</div></div>`,
  )
}

function sources({ sources, dataAsOf }: AboutProduct): Html {
  const items = sources.map((line) => html`<li dir="auto">${line}</li>`)
  return html`<div><h3>${SOURCES_TITLE}</h3><p>${dataAsOf}</p><ul>${items}</ul></div>`
}

function method({ method }: AboutProduct): Html | null {
  if (method.length === 0) return null
  return html`<h3>${METHOD_TITLE}</h3><p>${method.join(' ')}</p>`
}

function facts({ facts }: AboutProduct): Html {
  return html`<h3>This product</h3><dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`
}
