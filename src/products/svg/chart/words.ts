import { counted } from '#core/figures.ts'
import type { ChartBlock } from '#core/records/page.ts'
import { valueAt } from './scale.ts'
import { valueText } from './texts.ts'

const FORMS: Readonly<Record<ChartBlock['form'], string>> = {
  bars: 'Bars',
  stackedBars: 'Stacked bars',
  columns: 'Columns',
  stackedColumns: 'Stacked columns',
  line: 'Lines',
}

/** What a chart shows, for those who hear it: form, extent, and the ends of each series. */
export function chartWords(block: ChartBlock): string {
  const { form, unit, categories, series, mark } = block
  const ends = series.map((each) => `${each.name}: ${endsOf(block, each)}`)
  const across = mark ? ` ${mark.label}: ${valueText(mark.value)}.` : ''
  const said = unknownWords(block)
  return `${FORMS[form]}, ${unit || 'no unit'}, ${counted(categories.length, 'category', 'categories')}. ${ends.join(' ')}${across}${said ? ` ${said}` : ''}`
}

/** How many values nobody knows; null: all are known. */
export function unknownWords({ categories, series }: ChartBlock): string | null {
  const all = categories.length * series.length
  const count = series.reduce(
    (sum, each) => sum + categories.filter((_, i) => valueAt(each, i) === null).length,
    0,
  )
  return count === 0 ? null : `Not known, drawn hatched: ${count} of ${counted(all, 'value')}.`
}

function endsOf({ categories }: ChartBlock, series: ChartBlock['series'][number]): string {
  const known = categories.flatMap((name, i) => {
    const value = valueAt(series, i)
    return value === null ? [] : [{ name, value }]
  })
  const most = known.reduce<Named | null>((a, b) => (a && a.value >= b.value ? a : b), null)
  const least = known.reduce<Named | null>((a, b) => (a && a.value <= b.value ? a : b), null)
  if (!most || !least) return 'nothing known.'
  return `from ${valueText(least.value)} (${least.name}) to ${valueText(most.value)} (${most.name}).`
}

type Named = { readonly name: string; readonly value: number }
