import { operationOf } from '#core/document.ts'
import { durationText } from '#core/figures.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { REACH_COLORS } from '../../palette.ts'
import type { Scene, Theme } from '../../scene.ts'
import { responseText } from '../cells/cell-facts.ts'
import { cellSurface } from '../cells/cell-surface.ts'

const NEAR_FIRST: Readonly<Record<Theme, readonly string[]>> = {
  light: REACH_COLORS.light.toReversed(),
  dark: REACH_COLORS.dark.toReversed(),
}

function minutesOf({ reachMinutes, situation }: Scene): Float64Array | null {
  return reachMinutes ?? situation?.responseMinutes ?? null
}

/** Travel time of the nearest posted unit under the restrictions in force, and under one in hand. */
export const REACH = cellSurface({
  id: 'reach',
  restsOn: LAYER_BASES.reach,
  title: 'Minutes to a unit',
  seenIn: ['plan'],
  isPossible: ({ document }) => document.tables.areas.size > 0,
  valuesOf: minutesOf,
  breaks: [30, 60, 90, 120, 240],
  breakLabels: ['0', '30', '60', '90', '120', '240', 'more'],
  colors: NEAR_FIRST,
  swatch: (colors) => ({ shape: 'hex', color: colors[1] ?? '' }),
  nan: { fill: 'outOfReach', label: 'Cannot be reached' },
  rowsOf: (scene, cell) => {
    const minutes = minutesOf(scene)
    return minutes ? [{ label: 'Response', value: responseText(minutes[cell]!) }] : []
  },
  warningOf: (scene, cell) => {
    const { document } = scene
    const minutes = minutesOf(scene)?.[cell]
    if (minutes === undefined) return null
    if (Number.isNaN(minutes)) return 'No posted unit can reach it as things stand.'
    const standard = operationOf(document).responseStandardMinutes
    return minutes > standard
      ? `${durationText(minutes - standard)} over the response standard of ${durationText(standard)}.`
      : null
  },
})
