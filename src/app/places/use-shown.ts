import { useMemo } from 'react'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { shownLayers } from '#map/layers/shown-layers.ts'
import { useScreen } from '#ui/room.tsx'

/** What the open place shows, bottom first. */
export function useShown() {
  const place = useScreen((state) => state.place)
  const layers = useScreen((state) => state.layers)
  const layerOrder = useScreen((state) => state.layerOrder)
  return useMemo(
    () => shownLayers(LAYER_TYPES, { layers, layerOrder }, place),
    [layers, layerOrder, place],
  )
}
