import { operationOf } from '#core/document.ts'
import { grouped } from '#core/figures.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { COVERAGE_COLORS } from '../../palette.ts'
import { daysAgoText, percentText } from '../cells/cell-facts.ts'
import { cellSurface } from '../cells/cell-surface.ts'

/** How much of the patrols' visits is still felt; it halves with every half-life. */
export const PRESENCE = cellSurface({
  id: 'presence',
  restsOn: LAYER_BASES.presence,
  title: 'Patrol presence',
  seenIn: [],
  isPossible: ({ document }) => document.tables.areas.size > 0,
  valuesOf: ({ situation }) => situation?.presence.presenceShare ?? null,
  breaks: [0.05, 0.25, 0.5, 0.75],
  breakLabels: ['0', '5', '25', '50', '75', '100 %'],
  colors: COVERAGE_COLORS,
  swatch: (colors) => ({ shape: 'hex', color: colors[2] ?? '' }),
  nan: { fill: 'unknown', label: 'Not known' },
  rowsOf: ({ document, situation }, cell) => {
    if (!situation) return []
    const { presence } = situation
    const { incidentWindowDays, presenceHalfLifeDays } = operationOf(document)
    return [
      { label: 'Presence', value: percentText(presence.presenceShare[cell]!) },
      {
        label: `Visits in ${grouped(incidentWindowDays)} d`,
        value: grouped(presence.visitCount[cell]!),
      },
      { label: 'Last visit', value: daysAgoText(presence.daysSinceVisit[cell]!) },
      { label: 'Halves every', value: `${grouped(presenceHalfLifeDays)} d` },
    ]
  },
})
