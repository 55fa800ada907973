import type { NeedRanks } from '#analysis/need-ranks.ts'
import { grouped } from '#core/figures.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { NEED_COLORS } from '../../palette.ts'
import type { Scene } from '../../scene.ts'
import { needText, percentText } from '../cells/cell-facts.ts'
import { cellSurface } from '../cells/cell-surface.ts'

/** INFORM's five fixed classes: months and scenarios stay comparable (analysis.md §3.7). */
export const NEED_BREAKS = [2, 3.5, 5, 6.5] as const
export const NEED_BREAK_LABELS = ['0', '2.0', '3.5', '5.0', '6.5', '10'] as const

/** Need per hexagon in five classes; insufficient data is a class of its own. */
export const NEED = cellSurface({
  id: 'need',
  restsOn: LAYER_BASES.need,
  title: 'Community need',
  seenIn: ['situation', 'zones', 'brief'],
  isPossible: ({ document }) => document.tables.areas.size > 0,
  valuesOf: ({ situation }) => situation?.need.score ?? null,
  breaks: NEED_BREAKS,
  breakLabels: NEED_BREAK_LABELS,
  colors: NEED_COLORS,
  swatch: (colors) => ({ shape: 'hex', color: colors[2] ?? '' }),
  nan: { fill: 'unknown', label: 'Insufficient data' },
  rowsOf,
  warningOf: ({ situation }, cell) =>
    situation && Number.isNaN(situation.need.score[cell]!)
      ? 'Too little is known here to say how great the need is. It may be anything in the range.'
      : null,
})

function rowsOf({ situation, ranks }: Scene, cell: number) {
  if (!situation) return []
  const { need } = situation
  const rank = need.rank[cell]!
  return [
    { label: 'Need', value: needText(situation, cell) },
    { label: 'Rank', value: rank > 0 ? `${grouped(rank)}${rangeText(ranks, cell)}` : 'not ranked' },
    { label: 'Has data', value: percentText(need.evidenceShare[cell]!) },
  ]
}

/** The 90 % of draws of its rank; empty until they are drawn. */
function rangeText(ranks: NeedRanks | null, cell: number): string {
  const best = ranks?.cells.bestRank[cell] ?? 0
  const worst = ranks?.cells.worstRank[cell] ?? 0
  return best > 0 ? ` (${grouped(best)}–${grouped(worst)})` : ''
}
