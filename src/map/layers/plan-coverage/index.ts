import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { COVERAGE_COLORS } from '../../palette.ts'
import { percentText, responseText } from '../cells/cell-facts.ts'
import { cellSurface } from '../cells/cell-surface.ts'

/**
 * How far the COA on the screen serves each hexagon, by response and presence together. A plan
 * that is only proposed has no travel times in a scene: what it would cover is in its reasons.
 */
export const PLAN_COVERAGE = cellSurface({
  id: 'plan-coverage',
  restsOn: LAYER_BASES['plan-coverage'],
  title: 'Served by this COA',
  seenIn: [],
  isPossible: ({ document }) => document.tables.areas.size > 0,
  valuesOf: ({ situation }) => situation?.servedShare ?? null,
  breaks: [0.2, 0.4, 0.6, 0.8],
  breakLabels: ['0', '20', '40', '60', '80', '100 %'],
  colors: COVERAGE_COLORS,
  swatch: (colors) => ({ shape: 'hex', color: colors[3] ?? '' }),
  nan: { fill: 'unknown', label: 'Not known' },
  rowsOf: ({ situation }, cell) =>
    situation
      ? [
          { label: 'Served', value: percentText(situation.servedShare[cell]!) },
          { label: 'Response', value: responseText(situation.responseMinutes[cell]!) },
          {
            label: 'Presence',
            value: percentText(situation.presence.presenceShare[cell]!),
          },
        ]
      : [],
})
