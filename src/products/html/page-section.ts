import { TIE } from '#core/figures.ts'
import type { Page } from '#core/records/page.ts'
import { type Html, html } from '../markup/html.ts'
import type { ProductFrame, ProductPage } from '../product.ts'
import { statusSvg } from '../svg/looks.ts'
import { arranged } from './blocks/block.ts'
import { coaName } from './blocks/marks.ts'
import { mapWidthMillimetres, type Paper } from './paper.ts'

export type Numbered = { readonly number: number; readonly count: number }

/** One page of the product: a card on screen, from a sheet of its own in a briefing on paper. */
export function pageSection(
  product: { readonly frame: ProductFrame; readonly paper: Paper },
  { page, frozenDtg, notes, missing, picture }: ProductPage,
  at: Numbered,
): Html {
  const { frame, paper } = product
  const id = `p${at.number}`
  const blocks =
    missing !== null && page.blocks.length === 0
      ? null
      : arranged(page.blocks, {
          id,
          picture,
          frame,
          headline: page.headline,
          paper: paper.name,
          printedWidthMillimetres: printedWidth(paper, page, picture),
        })
  const body = html`${missing === null ? null : html`<p class="missing${blocks ? ' beside-blocks' : ''}" dir="auto">${missing}</p>`}${blocks}`
  const head = html`${kicker(page, at)}<h2 id="${id}-title" class="${headSize(page.headline)}" dir="auto">${page.headline}</h2>`
  return sectionHtml(
    { frame, at, id },
    head,
    html`${frozen(frozenDtg)}${stale(page.stale)}${body}${withheld(page.withheld)}${notesHtml(frame, notes)}`,
  )
}

/** A long headline is set smaller, for a head that takes a quarter of a sheet stands on its first alone. */
function headSize(headline: string): string {
  const count = [...headline].length
  return count > 280 ? 'longest' : count > 130 ? 'long' : ''
}

/** What every section has: a head that stands again over the end of a sheet, and a foot that a picture of the screen keeps. */
export function sectionHtml(
  { frame, at, id }: { readonly frame: ProductFrame; readonly at: Numbered; readonly id: string },
  head: Html,
  body: Html,
): Html {
  return html`
<section class="page" id="${id}" aria-labelledby="${id}-title"><div class="page-head"><div>${head}</div></div><div class="page-body"><div>${body}</div></div><div class="page-foot"><span class="foot-marking">${frame.marking}</span><span>${frame.dataAsOf}</span><span>${frame.madeDtg}</span><span>Page ${at.number} of ${at.count}</span></div></section>`
}

/** Of the picture of a page, mm; what its maps' fractions are worked out for. */
export function printedWidth(paper: Paper, page: Page, picture: ProductPage['picture']): number {
  return picture ? mapWidthMillimetres(paper, page, picture) : 0
}

function kicker({ coas, window, under }: Page, { number, count }: Numbered): Html {
  const parts = [
    html`<span class="number">Page ${number} of ${count}</span>`,
    ...coas.map(coaName),
    ...(window === null ? [] : [html`<bdi>${window}</bdi>`]),
    ...(under === null ? [] : [html`<span>Under: <bdi>${under}</bdi></span>`]),
  ]
  return html`<p class="kicker">${parts}</p>`
}

function frozen(dtg: string | null): Html | null {
  if (dtg === null) return null
  return html`<p class="frozen"><b>❄${TIE}FROZEN</b> ${dtg}: what it says is as it stood then.</p>`
}

function stale(said: Page['stale']): Html | null {
  if (said === null) return null
  const { sentence, due, moreCount } = said
  const beside = [due, moreCount > 0 ? `${moreCount} more stale` : ''].filter((text) => text !== '')
  return html`<p class="stale"><span class="stale-key" aria-hidden="true"></span>${statusSvg('bad')} <b dir="auto">${sentence}</b> <span class="beside">${beside.join(' · ')}</span></p>`
}

function withheld(sentences: readonly string[]): Html | null {
  if (sentences.length === 0) return null
  const items = sentences.map((sentence) => html`<li dir="auto">${sentence}</li>`)
  return html`<div class="left-out"><h3>Left out for these readers</h3><ul>${items}</ul></div>`
}

/** For the staff alone, and never on paper. */
function notesHtml({ level }: ProductFrame, notes: string): Html | null {
  if (level !== 'internal' || notes.trim() === '') return null
  const lines = notes.split('\n').filter((line) => line.trim() !== '')
  return html`<details class="notes"><summary>Speaker notes</summary>${lines.map((line) => html`<p dir="auto">${line}</p>`)}</details>`
}
