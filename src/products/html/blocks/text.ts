import type { PointsBlock, TextBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { statusKey, statusMark } from './marks.ts'

export function textHtml({ paragraphs }: TextBlock): Html {
  return html`<div class="text">${paragraphs.map((text) => html`<p dir="auto">${text}</p>`)}</div>`
}

/** Sentences that a word leads. */
export function pointsHtml({ title, points }: PointsBlock): Html {
  const items = points.map(
    ({ lead, text, status }) =>
      html`<li dir="auto">${statusMark(status)}${lead === '' ? null : html`<b>${lead}</b> `}${text}</li>`,
  )
  return html`<div class="points">${title === null ? null : html`<h3 dir="auto">${title}</h3>`}<ul>${items}</ul>${statusKey(points.map(({ status }) => status))}</div>`
}
