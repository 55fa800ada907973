import type { ChartBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { type Look, looksOf, unknownBox } from '../looks.ts'
import { type Scale, scaleOf } from './scale.ts'
import { linesOf, px, valueText, widthOf } from './texts.ts'

/** What columns and lines are drawn from: values stand up, categories go to the right. */
export type Standing = {
  readonly block: ChartBlock
  readonly looks: readonly Look[]
  readonly scale: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly heightPx: number
  /** Width of one category. */
  readonly slotPx: number
  readonly xOf: (category: number) => number
  readonly yOf: (value: number) => number
  readonly isTurned: boolean
}

const PLOT_PX = 210
const TURNED_PX = 72
const MOST_TURNED = 24
/** Half a width of "12 345". */
const SPARE_PX = 8

export function standingOf(block: ChartBlock, widthPx: number): Standing {
  const scale = scaleOf(block, 4)
  const left = Math.max(24, ...scale.ticks.map((tick) => widthOf(valueText(tick)))) + 8
  const right = widthPx - SPARE_PX
  const slotPx = (right - left) / Math.max(1, block.categories.length)
  const longest = Math.max(0, ...block.categories.map(widthOf))
  const isTurned = longest > slotPx - 4 && block.categories.length <= MOST_TURNED && longest > 34
  const top = 20
  const bottom = top + PLOT_PX
  const heightPx = bottom + (isTurned ? Math.min(TURNED_PX, 14 + 0.75 * longest) : 22)
  const yOf = (value: number) =>
    px(bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - top))
  const xOf = (category: number) => px(left + (category + 0.5) * slotPx)
  const looks = looksOf(block.series)
  return { block, looks, scale, left, right, top, bottom, heightPx, slotPx, xOf, yOf, isTurned }
}

/** Lines across with their values, and names of categories: all, turned, or every so many. */
export function standingAxes(standing: Standing): Html {
  const { scale, left, right, yOf } = standing
  const ticks = scale.ticks.map(
    (tick) =>
      html`<path class="${tick === 0 ? 'zero' : 'grid'}" d="M${px(left)} ${yOf(tick)}H${px(right)}" stroke="${tick === 0 ? '#1b1f23' : '#d9d8d2'}"/><text class="soft" x="${px(left - 6)}" y="${yOf(tick) + 4}" text-anchor="end" fill="#565d64">${valueText(tick)}</text>`,
  )
  return html`<g>${ticks}</g><g>${names(standing)}</g>`
}

function names({ block, slotPx, xOf, bottom, isTurned, left, right }: Standing): readonly Html[] {
  const longest = Math.max(1, ...block.categories.map(widthOf))
  const every = isTurned ? 1 : Math.max(1, Math.ceil((longest + 10) / slotPx))
  return block.categories.flatMap((name, i) => {
    if (i % every !== 0) return []
    if (isTurned) {
      const [line = ''] = linesOf(name, Math.min(TURNED_PX / 0.6, xOf(i) / 0.8), 1)
      return html`<text x="${xOf(i) + 4}" y="${bottom + 14}" text-anchor="end" transform="rotate(-38 ${xOf(i) + 4} ${bottom + 14})" fill="#1b1f23">${line}</text>`
    }
    const half = widthOf(name) / 2
    const x = px(Math.min(Math.max(xOf(i), left - 20 + half), right + SPARE_PX - half))
    return html`<text x="${x}" y="${bottom + 16}" text-anchor="middle" fill="#1b1f23">${name}</text>`
  })
}

export function standingMark({ block, left, right, yOf }: Standing): Html | null {
  if (!block.mark) return null
  const y = yOf(block.mark.value)
  return html`<path class="zero" d="M${px(left)} ${y}H${px(right)}" stroke="#1b1f23" stroke-dasharray="5 3"/><text class="halo" x="${px(right)}" y="${y - 4}" text-anchor="end" fill="#1b1f23" stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${block.mark.label}</text>`
}

/** A column in which nothing is known: hatched from end to end. */
export function unknownColumn({ top, bottom }: Standing, x: number, widthPx: number): Html {
  return unknownBox([x, top, Math.max(2, widthPx), bottom - top])
}
