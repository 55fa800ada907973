import type { LayerType, ViewDegrees } from '#map/layers/layer-type.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { type LayerChoice, orderedTypes, viewOf } from '#map/layers/shown-layers.ts'
import { rememberedParts } from '#map/remembered.ts'
import type { Scene } from '#map/scene.ts'
import type { LayerEntry } from '#panels/layers/layer-entry.ts'
import { layerAge } from '#products/ages/layer-age.ts'
import type { Place } from '#state/screen-store.ts'
import { useScreen } from '#ui/room.tsx'
import { useNow } from '#ui/use-now.ts'
import { mainScene } from './scenes.ts'
import { useLayerChoice } from './use-shown.ts'
import { useStores } from './use-stores.ts'

/** The layers as the panel lists them, top first; what this operation has nothing of is left out. */
export function useLayerEntries(): readonly LayerEntry[] {
  const scene = mainScene(useStores(false))
  const place = useScreen((state) => state.place)
  const choice = useLayerChoice()
  const view = useScreen((state) => state.viewDegrees)
  return layerEntries({ types: LAYER_TYPES, scene, view, place, nowAt: useNow(), ...choice })
}

type EntriesInput = LayerChoice & {
  /** From when ages are counted. */
  readonly nowAt: string
  readonly types: readonly LayerType[]
  readonly scene: Scene
  readonly view: ViewDegrees | null
  readonly place: Place
}

/**
 * One entry a type that has something in this scene, seen as chosen or as at first in this place.
 * Remembered, since the list and the notice of stale layers both ask.
 */
export const layerEntries = rememberedParts(
  ({ types, scene, view, place, nowAt, ...choice }: EntriesInput): readonly LayerEntry[] =>
    orderedTypes(types, choice.layerOrder).flatMap((type): LayerEntry[] => {
      const legend = type.legend(scene, view)
      if (!legend) return []
      const { id, title, group, restsOn: basis } = type
      const age = layerAge(scene.document, basis, nowAt)
      return [{ id, title, group, age, basis, ...viewOf(type, choice, place), ...legend }]
    }),
  2,
)
