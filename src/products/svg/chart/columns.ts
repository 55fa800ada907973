import type { ChartBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { markOf } from '../looks.ts'
import { isStacked, stackAt, valueAt } from './scale.ts'
import { type Standing, standingAxes, standingMark, standingOf, unknownColumn } from './standing.ts'
import { px, valueText, widthOf } from './texts.ts'

/** Standing bars, of a few categories with their values on top. */
export function columnsPlot(
  block: ChartBlock,
  widthPx: number,
): { readonly heightPx: number; readonly drawn: Html } {
  const standing = standingOf(block, widthPx)
  const columns = block.categories.map((_, i) =>
    isStacked(block) ? stackOf(standing, i) : groupOf(standing, i),
  )
  return {
    heightPx: standing.heightPx,
    drawn: html`${standingAxes(standing)}${columns}${standingMark(standing)}`,
  }
}

function groupOf(standing: Standing, category: number): Html {
  const { block, looks, slotPx, xOf, yOf, scale } = standing
  const count = block.series.length
  const each = Math.min(48, (0.76 * slotPx) / count)
  const left = xOf(category) - (each * count) / 2
  const columns = block.series.map((series, i) => {
    const look = looks[i]
    const value = valueAt(series, category)
    const x = left + i * each
    if (value === null || !look) return unknownColumn(standing, x, each)
    const [zero, end] = [yOf(Math.max(0, scale.low)), yOf(value)]
    const column = markOf(look, [
      x,
      Math.min(zero, end),
      Math.max(1, each - 1),
      Math.abs(end - zero),
    ])
    return html`${column}${topText(value, x + each / 2, Math.min(zero, end), each)}`
  })
  return html`<g>${columns}</g>`
}

/** A value stands on its column where it is no wider than that, or nearly. */
function topText(value: number, x: number, top: number, roomPx: number): Html | null {
  const text = valueText(value)
  if (widthOf(text) > roomPx + 6) return null
  return html`<text x="${px(x)}" y="${px(top - 4)}" text-anchor="middle" fill="#1b1f23">${text}</text>`
}

function stackOf(standing: Standing, category: number): Html {
  const { block, looks, slotPx, xOf, yOf, top } = standing
  const width = Math.min(56, 0.72 * slotPx)
  const x = xOf(category) - width / 2
  const ends = { up: 0, down: 0 }
  const pieces = block.series.map((series, i) => {
    const value = valueAt(series, category)
    const look = looks[i]
    if (!value || !look) return null
    const side = value > 0 ? 'up' : 'down'
    const [from, to] = [yOf(ends[side]), yOf(ends[side] + value)]
    ends[side] += value
    return markOf(look, [x, Math.min(from, to), width, Math.abs(to - from)])
  })
  const { up, isWhole } = stackAt(block, category)
  // What is not known lies on top of what is: the sum is open above.
  const open = isWhole
    ? null
    : unknownColumn({ ...standing, bottom: Math.max(top + 8, yOf(up)) }, x, width)
  const total = isWhole ? topText(up, xOf(category), yOf(up), slotPx) : null
  return html`<g>${pieces}${open}${total}</g>`
}
