import type { ChartBlock } from '#core/records/page.ts'
import { type Html, html } from '../../markup/html.ts'
import { pointOf, strokeOf } from '../looks.ts'
import { valueAt } from './scale.ts'
import { type Standing, standingAxes, standingMark, standingOf, unknownColumn } from './standing.ts'

/** Beyond so many, points would touch each other. */
const MOST_POINTS = 40

/** Lines with a gap where nothing is known, which is hatched where no series knows anything. */
export function linePlot(
  block: ChartBlock,
  widthPx: number,
): { readonly heightPx: number; readonly drawn: Html } {
  const standing = standingOf(block, widthPx)
  const unknown = block.categories.map((_, i) =>
    block.series.some((series) => valueAt(series, i) === null)
      ? unknownColumn(standing, standing.xOf(i) - standing.slotPx / 2, standing.slotPx)
      : null,
  )
  const lines = block.series.map((_, i) => lineOf(standing, i))
  return {
    heightPx: standing.heightPx,
    drawn: html`${unknown}${standingAxes(standing)}${lines}${standingMark(standing)}`,
  }
}

function lineOf({ block, looks, xOf, yOf }: Standing, index: number): Html | null {
  const series = block.series[index]
  const look = looks[index]
  if (!series || !look) return null
  const places = block.categories.map((_, i) => {
    const value = valueAt(series, i)
    return value === null ? null : ([xOf(i), yOf(value)] as const)
  })
  const path = places
    .map((place, i) => (place ? `${places[i - 1] ? 'L' : 'M'}${place[0]} ${place[1]}` : ''))
    .join('')
  const { tone, color, dash } = strokeOf(look)
  const isAlone = (i: number) => !places[i - 1] && !places[i + 1]
  const points = places.map((place, i) =>
    place && (places.length <= MOST_POINTS || isAlone(i))
      ? pointOf(look, place[0], place[1])
      : null,
  )
  return html`<g><path class="line-${tone}" d="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-linejoin="round" stroke-dasharray="${dash}"/>${points}</g>`
}
