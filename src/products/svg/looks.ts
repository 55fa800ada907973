import type { ChartTone, PageStatus } from '#core/records/page.ts'
import { type Html, html } from '../markup/html.ts'
import { STATUS_WORDS, TONE_COLORS } from '../tones.ts'
import { px } from './chart/texts.ts'
import { type Box, type Hatch, hatchPath } from './hatch.ts'

const PATTERNS = ['plain', 'rising', 'dots', 'falling', 'across', 'crossed'] as const

/**
 * One series as it is drawn in every form of chart: told apart by its pattern, also without colour. A
 * document may give its tone another colour by the class `tone-<tone>`, which outranks the attribute.
 */
export type Look = {
  readonly tone: ChartTone
  readonly pattern: 'plain' | Hatch
  readonly index: number
}

export function looksOf(series: readonly { readonly tone: ChartTone }[]): readonly Look[] {
  return series.map(({ tone }, index) => ({
    tone,
    pattern: PATTERNS[index % PATTERNS.length] ?? 'plain',
    index,
  }))
}

/** A bar or a piece of one: plain, or an outline with its hatch over a light ground. */
export function markOf({ tone, pattern }: Look, box: Box): Html {
  const color = TONE_COLORS[tone]
  const rect = html`x="${px(box[0])}" y="${px(box[1])}" width="${px(box[2])}" height="${px(box[3])}"`
  if (pattern === 'plain') return html`<rect class="tone-${tone}" ${rect} fill="${color}"/>`
  const isDots = pattern === 'dots'
  return html`<rect class="tone-${tone} line-${tone}" ${rect} fill="${color}" fill-opacity=".16" stroke="${color}"/><path class="line-${tone}" d="${hatchPath(pattern, box)}" fill="none" stroke="${color}" stroke-width="${isDots ? 2 : 1.4}" stroke-linecap="${isDots ? 'round' : 'butt'}"/>`
}

/** Ground of which nothing is known. */
export function unknownBox(box: Box): Html {
  return html`<path class="line-unknown" d="${hatchPath('rising', box)}" fill="none" stroke="#767676" stroke-width=".8"/>`
}

/** For lines and their points. */
export function strokeOf({ tone, index }: Look): { tone: ChartTone; color: string; dash: string } {
  return { tone, color: TONE_COLORS[tone], dash: DASHES[index % DASHES.length] ?? '' }
}

const DASHES = ['none', '7 3', '2 3', '9 3 2 3', '4 2', '1 2'] as const

/** The point of a series on a line, each another shape, about a centre of 0 0. */
const POINT_SHAPES = [
  'M3 0A3 3 0 1 1-3 0A3 3 0 1 1 3 0z',
  'M0-3.6L3.6 3H-3.6z',
  'M-2.8-2.8H2.8V2.8H-2.8z',
  'M0-4L4 0L0 4L-4 0z',
  'M0 3.6L3.6-3H-3.6z',
  'M-3-1H-1V-3H1V-1H3V1H1V3H-1V1H-3z',
] as const

export function pointOf({ tone, index }: Look, x: number, y: number): Html {
  const shape = POINT_SHAPES[index % POINT_SHAPES.length] ?? POINT_SHAPES[0]
  return html`<path class="tone-${tone}" d="${shape}" fill="${TONE_COLORS[tone]}" transform="translate(${x} ${y})"/>`
}

const STATUS_SHAPES: Readonly<Record<PageStatus, Html>> = {
  good: html`<circle class="tone-good" cx="5" cy="5" r="4" fill="#0072b2"/>`,
  watch: html`<path class="mark-watch" d="M5 .8 9.4 9H.6z" fill="#e69f00" stroke="#8a5f00" stroke-width=".7"/>`,
  bad: html`<path class="tone-bad" d="M1 1h8v8H1z" fill="#b2182b"/>`,
  unknown: html`<circle class="line-unknown" cx="5" cy="5" r="3.8" fill="none" stroke="#767676" stroke-width="1.6" stroke-dasharray="1.6 1.6"/>`,
}

/** ● good, ▲ watch, ■ bad, ◌ not known, with the word in it. */
export function statusSvg(status: PageStatus): Html {
  return html`<svg class="mark" width="10" height="10" viewBox="0 0 10 10" role="img" aria-label="${STATUS_WORDS[status]}">${STATUS_SHAPES[status]}</svg>`
}
