import type { NumbersBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { statusMark } from './marks.ts'

/** The big numbers, each with what it counts and what it is compared with. */
export function numbersHtml({ numbers }: NumbersBlock): Html {
  const items = numbers.map(
    ({ value, unit, label, comparison, status }) =>
      html`<div><dt dir="auto">${label}</dt><dd class="figure"><bdi>${value}</bdi>${unit === '' ? null : html` <span class="unit">${unit}</span>`}</dd>${comparison === '' && status === null ? null : html`<dd class="comparison" dir="auto">${statusMark(status)}${comparison}</dd>`}</div>`,
  )
  return html`<dl class="numbers">${items}</dl>`
}
