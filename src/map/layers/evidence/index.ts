import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { COVERAGE_COLORS } from '../../palette.ts'
import type { Theme } from '../../scene.ts'
import { daysAgoText } from '../cells/cell-facts.ts'
import { cellSurface } from '../cells/cell-surface.ts'

const RECENT_FIRST: Readonly<Record<Theme, readonly string[]>> = {
  light: COVERAGE_COLORS.light.toReversed(),
  dark: COVERAGE_COLORS.dark.toReversed(),
}

/** Where we do not know: days since a patrol, a report or a survey could have told us. */
export const EVIDENCE = cellSurface({
  id: 'evidence',
  restsOn: LAYER_BASES.evidence,
  title: 'Evidence age, days',
  seenIn: [],
  isPossible: ({ document }) => document.tables.areas.size > 0,
  valuesOf: ({ situation }) => situation?.evidence.daysSinceAny ?? null,
  breaks: [7, 30, 90, 180],
  breakLabels: ['0', '7', '30', '90', '180 d', 'more'],
  colors: RECENT_FIRST,
  swatch: (colors) => ({ shape: 'hex', color: colors[1] ?? '' }),
  nan: { fill: 'unknown', label: 'Nobody, on record' },
  rowsOf: ({ situation }, cell) =>
    situation
      ? [
          { label: 'Last visit', value: daysAgoText(situation.evidence.daysSincePatrol[cell]!) },
          { label: 'Last report', value: daysAgoText(situation.evidence.daysSinceReport[cell]!) },
          { label: 'Last survey', value: daysAgoText(situation.evidence.daysSinceSurvey[cell]!) },
        ]
      : [],
  warningOf: ({ situation }, cell) =>
    situation && Number.isNaN(situation.evidence.daysSinceAny[cell]!)
      ? 'Silence here means nothing: nobody could have told us.'
      : null,
})
