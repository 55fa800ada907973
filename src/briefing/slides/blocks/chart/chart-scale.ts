import { decimal, grouped } from '#core/figures.ts'
import type { ChartBlock } from '#core/records/page.ts'
import { isStacked } from '#products/svg/chart/scale.ts'
import { textOf, wallPeople } from '#products/words/wall-people.ts'

/** A piece of a bar or column, from and to in values of the chart; null: its value is not known. */
export type Piece = {
  readonly tone: ChartBlock['series'][number]['tone']
  readonly name: string
  readonly from: number
  readonly to: number | null
  /** Which of the bars that stand side by side in a category. */
  readonly lane: number
}

/** Bars of a category: side by side, or one on another, gains and losses apart. */
export function piecesOf(block: ChartBlock, category: number): Piece[] {
  let [up, down] = [0, 0]
  return block.series.map(({ tone, name, values }, lane): Piece => {
    const value = values[category] ?? null
    if (!isStacked(block)) return { tone, name, from: 0, to: value, lane }
    const from = (value ?? 0) < 0 ? down : up
    if (value === null) return { tone, name, from: up, to: null, lane: 0 }
    if (value < 0) down += value
    else up += value
    return { tone, name, from, to: from + value, lane: 0 }
  })
}

/** From the least to the most that has to be seen, nothing always among it. */
export function domainOf(block: ChartBlock): [number, number] {
  const ends = block.categories.flatMap((_, i) => piecesOf(block, i).map(({ to }) => to ?? 0))
  const all = [0, block.mark?.value ?? 0, ...ends].filter(Number.isFinite)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return least === most ? [0, 1] : [least, most]
}

/** As a room reads it: `12`, `3.5`, `8.1 k`. */
export function valueText(value: number): string {
  if (Math.abs(value) >= 1000) return textOf(wallPeople(value))
  return Number.isInteger(value) ? grouped(value) : decimal(value, 1)
}

/** What stands at the end of a category: the value, or of a stack the sum of what is known. */
export function endText(block: ChartBlock, category: number): string {
  const values = block.series.map(({ values }) => values[category] ?? null)
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return 'not known'
  const isWhole = known.length === values.length
  const sum = known.reduce((all, value) => all + value, 0)
  return isWhole ? valueText(sum) : `${valueText(sum)} known`
}

export function hasUnknown({ categories, series }: ChartBlock): boolean {
  return series.some(({ values }) => categories.some((_, i) => (values[i] ?? null) === null))
}

/** All that it shows, for those who do not see it. */
export function spokenChart(block: ChartBlock): string {
  const lines = block.categories.map((category, i) => {
    const values = block.series.map(({ name, values }) => {
      const value = values[i] ?? null
      return `${name} ${value === null ? 'not known' : valueText(value)}`
    })
    return `${category}: ${values.join(', ')}`
  })
  return `${block.title}, ${block.unit}. ${lines.join('; ')}`
}
