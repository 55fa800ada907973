import type { LayerType } from '#map/layers/layer-type.ts'
import type { ShownLayer } from '#map/map-props.ts'

/** Layer types of what changes between two scenarios: minutes until a unit comes, need met. */
export const DIFFERENCE_IDS = { difference: 'difference', needMet: 'difference-need' } as const

/** Layer type of the minutes until a unit comes. */
export const RESPONSE_ID = 'reach'

/**
 * What a comparing map shows: one surface and no other, at the bottom of the deck layers, under
 * whatever else is on.
 */
export function comparedLayers(
  types: readonly LayerType[],
  shown: readonly ShownLayer[],
  surfaceId: string,
): readonly ShownLayer[] {
  const groupOf = (id: string) => types.find((type) => type.id === id)?.group
  const rest = shown.filter(({ id }) => groupOf(id) !== 'Need and coverage')
  const own = shown.find(({ id }) => id === surfaceId)
  const opacityShare =
    own?.opacityShare ?? types.find(({ id }) => id === surfaceId)?.opacityShareAtFirst ?? 1
  const base = rest.filter(({ id }) => groupOf(id) === 'Base')
  const marks = rest.filter(({ id }) => groupOf(id) !== 'Base')
  return [...base, { id: surfaceId, opacityShare }, ...marks]
}
