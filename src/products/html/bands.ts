import { type Html, html } from '../markup/html.ts'
import type { Product, ProductFrame } from '../product.ts'
import { ABOUT_TITLE } from '../words/about-product.ts'
import { timesLine, titleLine } from './paper.ts'

/** Over everything, on screen and on each sheet: how it is to be handled. */
export function topBand(frame: ProductFrame): Html {
  return html`<header class="band top">${markingRow(frame)}<p class="print-only">${titleLine(frame)}</p></header>`
}

/** Under everything. */
export function bottomBand(frame: ProductFrame): Html {
  return html`<footer class="band bottom"><p class="print-only">${timesLine(frame)}</p><p class="print-only">${frame.disclaimer}</p>${markingRow(frame)}</footer>`
}

function markingRow({ marking, release, isExercise }: ProductFrame): Html {
  return html`<p class="marking"><b dir="auto">${marking}</b>${isExercise ? html`<b class="exercise">EXERCISE</b>` : null}<span>${release}</span></p>`
}

/** What it is, from when, and what its pages say. */
export function cover({ frame, pages }: Product): Html {
  const { operation, theatre, title, edition, madeDtg, dataAsOf, planningDtg, disclaimer } = frame
  const entries = [...pages.map(({ page }) => page.headline), ABOUT_TITLE].map(
    (name, i) => html`<li><a href="#p${i + 1}" dir="auto">${name || `Page ${i + 1}`}</a></li>`,
  )
  return html`<div class="cover"><p class="over" dir="auto">${operation} · ${theatre}</p><h1 dir="auto">${title}</h1><p class="times">Edition ${edition} · produced ${madeDtg} · picture for ${planningDtg}</p><p class="times">${dataAsOf}</p><p class="beside" dir="auto">${disclaimer}</p><nav aria-label="Pages"><ol>${entries}</ol></nav></div>`
}
