import type { ChartBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { type Look, looksOf, markOf, unknownBox } from '../looks.ts'
import { isStacked, type Scale, scaleOf, stackAt, valueAt } from './scale.ts'
import { linesOf, px, TEXT_PX, valueText, widthOf } from './texts.ts'

const LINE_PX = 14
const GAP_PX = 9
const AXIS_PX = 20
const UNKNOWN_PX = 34

/** What every part of a chart with lying bars is drawn from. */
type Frame = {
  readonly block: ChartBlock
  readonly looks: readonly Look[]
  readonly scale: Scale
  readonly labelPx: number
  readonly barPx: number
  readonly xOf: (value: number) => number
}

/**
 * Lying bars, a row a category, with their values at the ends.
 *
 * @param categories which of them, in order: a long list is drawn in pieces that a page can hold.
 * @returns the height in px and what is drawn in it.
 */
export function barsPlot(
  block: ChartBlock,
  categories: readonly number[],
  widthPx: number,
): { readonly heightPx: number; readonly drawn: Html } {
  const frame = frameOf(block, widthPx)
  let top = block.mark ? LINE_PX + 4 : 2
  const first = top
  const rows = categories.map((category) => {
    const row = rowOf(frame, category, top)
    top += row.heightPx
    return row.drawn
  })
  const heightPx = top + AXIS_PX
  return {
    heightPx,
    drawn: html`${axis(frame, first, top)}${rows}${markLine(frame, top)}`,
  }
}

function frameOf(block: ChartBlock, widthPx: number): Frame {
  const longest = Math.max(0, ...block.categories.map(widthOf))
  const labelPx = Math.min(longest, 0.36 * widthPx) + 10
  const scale = scaleOf(block, widthPx > 500 ? 5 : 3)
  const left = labelPx + (scale.low < 0 ? 44 : 0)
  const right = widthPx - 52
  const xOf = (value: number) =>
    px(left + ((value - scale.low) / (scale.high - scale.low)) * (right - left))
  const barPx = isStacked(block) || block.series.length === 1 ? 16 : 11
  return { block, looks: looksOf(block.series), scale, labelPx, barPx, xOf }
}

function axis({ scale, xOf }: Frame, top: number, bottom: number): Html {
  const ticks = scale.ticks.map(
    (tick) =>
      html`<path class="${tick === 0 ? 'zero' : 'grid'}" d="M${xOf(tick)} ${top}V${bottom}" stroke="${tick === 0 ? '#1b1f23' : '#d9d8d2'}"/><text class="soft" x="${xOf(tick)}" y="${bottom + 15}" text-anchor="middle" fill="#565d64">${valueText(tick)}</text>`,
  )
  return html`<g>${ticks}</g>`
}

function rowOf(frame: Frame, category: number, top: number) {
  const { block, labelPx, barPx } = frame
  const label = linesOf(block.categories[category] ?? '', labelPx - 10, 2)
  const barCount = isStacked(block) ? 1 : block.series.length
  const innerPx = Math.max(label.length * LINE_PX, barCount * (barPx + 2))
  const middle = top + GAP_PX / 2 + innerPx / 2
  const firstLine = middle - ((label.length - 1) * LINE_PX) / 2 + TEXT_PX * 0.36
  const texts = label.map(
    (line, i) =>
      html`<text x="${px(labelPx - 8)}" y="${px(firstLine + i * LINE_PX)}" text-anchor="end" fill="#1b1f23">${line}</text>`,
  )
  const firstBar = middle - (barCount * (barPx + 2)) / 2 + 1
  const bars = isStacked(block)
    ? stackOf(frame, category, firstBar)
    : block.series.map((_, i) => barOf(frame, category, i, firstBar + i * (barPx + 2)))
  return { heightPx: innerPx + GAP_PX, drawn: html`<g>${texts}${bars}</g>` }
}

function barOf(frame: Frame, category: number, index: number, top: number): Html {
  const { block, looks, xOf, barPx, scale } = frame
  const series = block.series[index]
  const value = series ? valueAt(series, category) : null
  const zero = xOf(Math.max(0, scale.low))
  const look = looks[index]
  if (value === null || !look) return unknownOf(frame, zero, top)
  const end = xOf(value)
  const bar = markOf(look, [Math.min(zero, end), top, Math.abs(end - zero), barPx])
  return html`${bar}${endText(frame, value, end, top)}`
}

/** Not known: a short hatched stub that says so, never a bar of no length. */
function unknownOf({ barPx }: Frame, x: number, top: number): Html {
  return html`${unknownBox([x, top, UNKNOWN_PX, barPx])}<text class="soft" x="${x + UNKNOWN_PX + 4}" y="${px(top + barPx / 2 + TEXT_PX * 0.36)}" fill="#565d64">not known</text>`
}

function endText({ barPx }: Frame, value: number, end: number, top: number): Html {
  const isDown = value < 0
  return html`<text x="${end + (isDown ? -4 : 4)}" y="${px(top + barPx / 2 + TEXT_PX * 0.36)}" text-anchor="${isDown ? 'end' : 'start'}" fill="#1b1f23">${valueText(value)}</text>`
}

function stackOf(frame: Frame, category: number, top: number): Html {
  const { block, looks, xOf, barPx } = frame
  const ends = { up: 0, down: 0 }
  const pieces = block.series.map((series, i) => {
    const value = valueAt(series, category)
    const look = looks[i]
    if (!value || !look) return null
    const side = value > 0 ? 'up' : 'down'
    const [from, to] = [xOf(ends[side]), xOf(ends[side] + value)]
    ends[side] += value
    return markOf(look, [Math.min(from, to), top, Math.abs(to - from), barPx])
  })
  const { up, down, isWhole } = stackAt(block, category)
  if (!isWhole) return html`${pieces}${unknownOf(frame, xOf(up), top)}`
  return html`${pieces}${down < 0 ? endText(frame, down, xOf(down), top) : null}${up > 0 || down === 0 ? endText(frame, up, xOf(up), top) : null}`
}

function markLine({ block, xOf }: Frame, bottom: number): Html | null {
  if (!block.mark) return null
  const x = xOf(block.mark.value)
  return html`<path class="zero" d="M${x} ${LINE_PX}V${bottom}" stroke="#1b1f23" stroke-dasharray="5 3"/><text x="${x}" y="${LINE_PX - 3}" text-anchor="middle" fill="#1b1f23">${block.mark.label}</text>`
}
