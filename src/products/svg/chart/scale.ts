import type { ChartBlock } from '#core/records/page.ts'

/** From where to where values are drawn, and where lines stand across. */
export type Scale = {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

export const isStacked = ({ form }: Pick<ChartBlock, 'form'>): boolean =>
  form === 'stackedBars' || form === 'stackedColumns'

/** A value that is known; what no number can be is not. */
export function valueAt(series: ChartBlock['series'][number], category: number): number | null {
  const value = series.values[category]
  return value === undefined || value === null || !Number.isFinite(value) ? null : value
}

/** Of a stack: what lies above zero and what below, of what is known. */
export function stackAt(
  { series }: Pick<ChartBlock, 'series'>,
  category: number,
): { readonly up: number; readonly down: number; readonly isWhole: boolean } {
  let [up, down, isWhole] = [0, 0, true]
  for (const each of series) {
    const value = valueAt(each, category)
    if (value === null) isWhole = false
    else if (value > 0) up += value
    else down += value
  }
  return { up, down, isWhole }
}

/**
 * Round ends and steps. Lengths begin at zero; a line does so too, unless all of it lies far above.
 *
 * @param tickCount about how many lines across.
 */
export function scaleOf(block: ChartBlock, tickCount: number): Scale {
  const extremes = block.categories.flatMap((_, i) => {
    if (!isStacked(block)) return block.series.map((each) => valueAt(each, i))
    const { up, down } = stackAt(block, i)
    return [up, down]
  })
  const known = [...extremes, block.mark?.value ?? null].filter(
    (value) => value !== null && Number.isFinite(value),
  ) as number[]
  const [least, most] = [Math.min(...known), Math.max(...known)]
  if (known.length === 0) return { low: 0, high: 1, ticks: [0, 1] }
  const isFar = block.form === 'line' && least > 0 && least > 0.6 * most
  return rounded(isFar ? least : Math.min(0, least), isFar ? most : Math.max(0, most), tickCount)
}

function rounded(least: number, most: number, tickCount: number): Scale {
  const step = roundStep((most - least || Math.abs(most) || 1) / tickCount)
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  // Counted in steps, so that 0.3 is not 0.30000000000000004.
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks }
}

function roundStep(raw: number): number {
  const power = Number(`1e${Math.floor(Math.log10(raw))}`)
  const share = raw / power
  return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10)
}
