import { decimal } from '#core/figures.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { NEED_COLORS } from '../../palette.ts'
import { percentText } from '../cells/cell-facts.ts'
import { cellSurface } from '../cells/cell-surface.ts'
import { NEED_BREAK_LABELS, NEED_BREAKS } from '../need/index.ts'

/** Need that neither response nor patrols meet, in the classes of need. */
export const UNDERSERVED = cellSurface({
  id: 'underserved',
  restsOn: LAYER_BASES.underserved,
  title: 'Underserved need',
  seenIn: [],
  isPossible: ({ document }) => document.tables.areas.size > 0,
  valuesOf: ({ situation }) => situation?.underservedScore ?? null,
  breaks: NEED_BREAKS,
  breakLabels: NEED_BREAK_LABELS,
  colors: NEED_COLORS,
  swatch: (colors) => ({ shape: 'hex', color: colors[3] ?? '' }),
  nan: { fill: 'unknown', label: 'Need not known' },
  rowsOf: ({ situation }, cell) =>
    situation
      ? [
          { label: 'Underserved', value: scoreText(situation.underservedScore[cell]!) },
          { label: 'Served', value: percentText(situation.servedShare[cell]!) },
        ]
      : [],
})

function scoreText(score: number): string {
  return Number.isNaN(score) ? 'not known' : `${decimal(score)} of 10`
}
