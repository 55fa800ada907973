import type { ChartTone, PageStatus } from '#core/records/page.ts'
import { STATUS_WORDS, TONE_COLORS } from '../tones.ts'

/** Tokens of the light look (design/look.md), without "#", as OOXML has them. */
export const INK = '1B1F23'
export const INK_2 = '565D64'
export const LINE = 'D9D8D2'
export const PANEL = 'FFFFFF'
export const PANEL_2 = 'F7F7F5'
export const ACCENT_WEAK = 'E4EEF7'
export const ON_MARKING = 'FFFFFF'
export const ON_MARKING_2 = 'C4C8CC'
const COA_COLORS = ['0072B2', 'D55E00', '009E73'] as const
const CURRENT = '565D64'

/** Sizes of text in points. Nothing is smaller than the least, which is read on paper, not in a room. */
export const SIZE = {
  headline: 26,
  lead: 18,
  body: 14,
  table: 12,
  small: 11,
  least: 10,
} as const

/** A slide in pixels of 1/96 inch; all edges lie on a grid of four. */
export const SLIDE = { width: 1280, height: 720 } as const
export const MARKING_HEIGHT = 28
export const SIDE = 36
export const HEADLINE = { x: SIDE, y: 40, width: SLIDE.width - 2 * SIDE, height: 84 } as const
export const BODY = { x: SIDE, y: 136, width: SLIDE.width - 2 * SIDE, height: 488 } as const
/** Where a headline takes one line, its page begins so much higher. */
export const HEADLINE_LINE = 32
export const FOOTER = { x: SIDE, y: 636, width: SLIDE.width - 2 * SIDE, height: 52 } as const
export const BAND_HEIGHT = 28

export const STATUS_LOOK: Readonly<
  Record<PageStatus, { readonly sign: string; readonly word: string; readonly color: string }>
> = {
  good: statusLook('good', '●'),
  watch: statusLook('watch', '▲'),
  bad: statusLook('bad', '■'),
  unknown: statusLook('unknown', '◌'),
}

function statusLook(status: PageStatus, sign: string) {
  return { sign, word: STATUS_WORDS[status], color: toneColor(status) }
}

/** Of a series, or of a status. */
export function toneColor(tone: ChartTone): string {
  return hexOf(TONE_COLORS[tone])
}

/** Colour of a course of action by its number, as everywhere. */
export function coaColor(number: number | null): string {
  if (number === null) return CURRENT
  return COA_COLORS[(number - 1) % COA_COLORS.length] ?? CURRENT
}

/** A colour of a swatch as OOXML has it; ink where it is none. */
export function hexOf(color: string): string {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(color.trim()) ?? []
  if (long !== undefined) return long.toUpperCase()
  return short === undefined
    ? INK_2
    : [...short]
        .map((digit) => digit + digit)
        .join('')
        .toUpperCase()
}
