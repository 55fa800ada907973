import { decimal } from '#core/figures.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { DIFFERENCE_COLORS } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import { percentText } from '../cells/cell-facts.ts'
import { cellSurface } from '../cells/cell-surface.ts'

/** Need × change of the share that is served, in points of 0–10; NaN where need is unknown. */
export const needGained = remembered(
  (need: Float64Array, before: Float64Array, after: Float64Array): Float64Array =>
    need.map((score, cell) => score * (after[cell]! - before[cell]!)),
)

/** Coverage × need: how much more need is met than in the other scenario. */
export const DIFFERENCE_NEED = cellSurface({
  id: 'difference-need',
  restsOn: LAYER_BASES['difference-need'],
  title: 'Change in need met',
  seenIn: [],
  isPossible: ({ against }) => against !== null,
  valuesOf,
  breaks: [-2.5, -1, -0.25, 0.25, 1, 2.5],
  breakLabels: ['less', '−2.5', '−1', '−0.25', '+0.25', '+1', '+2.5', 'more'],
  colors: DIFFERENCE_COLORS,
  swatch: (colors) => ({ shape: 'ramp', colors }),
  nan: { fill: 'unknown', label: 'Need not known' },
  rowsOf: (scene, cell) => {
    const { situation, against, document } = scene
    const change = valuesOf(scene)?.[cell]
    if (!situation || !against || change === undefined) return []
    const nameOf = (id: string) => document.tables.scenarios.get(id)?.name ?? 'Other COA'
    return [
      { label: 'Change', value: changeText(change) },
      {
        label: `Served, ${nameOf(scene.scenarioId)}`,
        value: percentText(situation.servedShare[cell]!),
      },
      {
        label: `Served, ${nameOf(against.scenarioId)}`,
        value: percentText(against.situation.servedShare[cell]!),
      },
    ]
  },
})

function valuesOf({ situation, against }: Scene): Float64Array | null {
  if (!situation || !against) return null
  return needGained(
    against.situation.need.score,
    against.situation.servedShare,
    situation.servedShare,
  )
}

function changeText(points: number): string {
  if (Number.isNaN(points)) return 'cannot be said'
  if (Math.abs(points) < 0.25) return 'not material'
  return `${decimal(Math.abs(points))} of 10 ${points > 0 ? 'more met' : 'less met'}`
}
