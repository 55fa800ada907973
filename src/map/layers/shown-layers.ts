import type { LayerView, Place } from '#state/screen-store.ts'
import type { ShownLayer } from '../map-props.ts'
import { LAYER_GROUPS, type LayerType } from './layer-type.ts'

/** What a person chose of layers: by id, and the order, top first. */
export type LayerChoice = {
  readonly layers: Readonly<Record<string, LayerView>>
  readonly layerOrder: readonly string[]
}

/**
 * Layer types top first: by group and registry until a person moved one; then as they were left,
 * with types that came since under the one that they follow by default.
 */
export function orderedTypes(
  types: readonly LayerType[],
  layerOrder: readonly string[],
): readonly LayerType[] {
  const usual = LAYER_GROUPS.flatMap((group) => types.filter((type) => type.group === group))
  const ordered = layerOrder.flatMap((id) => usual.find((type) => type.id === id) ?? [])
  if (ordered.length === 0) return usual
  usual.forEach((type, i) => {
    if (ordered.includes(type)) return
    const before = usual[i - 1]
    ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, type)
  })
  return ordered
}

/** How a type is seen: as a person chose, or as it is at first in this place. */
export function viewOf(type: LayerType, { layers }: LayerChoice, place: Place): LayerView {
  return (
    layers[type.id] ?? {
      isVisible: type.isVisibleAtFirst(place),
      opacityShare: type.opacityShareAtFirst,
    }
  )
}

/** What is seen, bottom first, as a map draws it. */
export function shownLayers(
  types: readonly LayerType[],
  choice: LayerChoice,
  place: Place,
): readonly ShownLayer[] {
  return orderedTypes(types, choice.layerOrder)
    .flatMap((type): ShownLayer[] => {
      const { isVisible, opacityShare } = viewOf(type, choice, place)
      return isVisible ? [{ id: type.id, opacityShare }] : []
    })
    .reverse()
}
