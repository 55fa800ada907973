import type { Ground } from '#analysis/ground.ts'
import { durationText } from '#core/figures.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { DIFFERENCE_COLORS } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import { responseText } from '../cells/cell-facts.ts'
import { cellSurface } from '../cells/cell-surface.ts'
import type { Legend } from '../layer-type.ts'

/**
 * Minutes gained per cell: above 0 help comes sooner. Infinite where a cell is newly reached, minus
 * infinite where it no longer is, NaN where it is reached in neither.
 */
export const minutesGained = remembered(
  (before: Float64Array, after: Float64Array): Float64Array =>
    after.map((minutes, cell) => gained(before[cell]!, minutes)),
)

function gained(before: number, after: number): number {
  if (Number.isNaN(before)) return Number.isNaN(after) ? Number.NaN : Number.POSITIVE_INFINITY
  return Number.isNaN(after) ? Number.NEGATIVE_INFINITY : before - after
}

/** How much sooner or later help comes than in the other scenario. */
export const DIFFERENCE = cellSurface({
  id: 'difference',
  restsOn: LAYER_BASES.difference,
  title: 'Change in time to help',
  seenIn: ['compare'],
  isPossible: ({ against }) => against !== null,
  valuesOf,
  breaks: [-120, -45, -15, 15, 45, 120],
  breakLabels: ['slower', '+120', '+45', '+15', '−15', '−45', '−120', 'faster'],
  colors: DIFFERENCE_COLORS,
  swatch: (colors) => ({ shape: 'ramp', colors }),
  nan: { fill: 'outOfReach', label: 'Reached in neither' },
  rowsOf: (scene, cell) => {
    const { situation, against, document } = scene
    const change = valuesOf(scene)?.[cell]
    if (!situation || !against || change === undefined) return []
    const nameOf = (id: string) => document.tables.scenarios.get(id)?.name ?? 'Other COA'
    return [
      { label: 'Change', value: changeText(change) },
      { label: nameOf(scene.scenarioId), value: responseText(situation.responseMinutes[cell]!) },
      {
        label: nameOf(against.scenarioId),
        value: responseText(against.situation.responseMinutes[cell]!),
      },
    ]
  },
  linesOf: (scene, colors) => edgeLines(scene, colors),
})

function valuesOf({ situation, against }: Scene): Float64Array | null {
  if (!situation || !against) return null
  return minutesGained(against.situation.responseMinutes, situation.responseMinutes)
}

function changeText(minutes: number): string {
  if (Number.isNaN(minutes)) return 'none: reached in neither'
  if (minutes === Number.POSITIVE_INFINITY) return 'newly reached'
  if (minutes === Number.NEGATIVE_INFINITY) return 'no longer reached'
  if (Math.abs(minutes) < 15) return 'not material'
  return `${durationText(Math.abs(minutes))} ${minutes > 0 ? 'sooner' : 'later'}`
}

/** Those newly reached and no longer reached: within the outer classes, and told apart. */
function edgeLines(
  scene: Scene & { readonly ground: Ground },
  colors: readonly string[],
): Legend['lines'] {
  const values = valuesOf(scene)
  if (!values) return []
  const lineOf = (label: string, value: number, color: string | undefined) => {
    let count = 0
    let peopleCount = 0
    values.forEach((each, cell) => {
      if (each !== value) return
      count++
      peopleCount += scene.ground.peopleCount[cell]!
    })
    return { label, swatch: { shape: 'hex', color: color ?? '' } as const, count, peopleCount }
  }
  return [
    lineOf('Newly reached', Number.POSITIVE_INFINITY, colors.at(-1)),
    lineOf('No longer reached', Number.NEGATIVE_INFINITY, colors[0]),
  ].filter(({ count }) => count > 0)
}
