import { useEffect, useMemo } from 'react'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { type LayerChoice, shownLayers } from '#map/layers/shown-layers.ts'
import type { LayerView } from '#state/screen-store.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { isRestrictionInHand, reachAlone } from './reach-in-hand.ts'

function useIsInHand(): boolean {
  const restrictions = useDocument(({ document }) => document.tables.restrictions)
  return useScreen((state) => isRestrictionInHand(state, restrictions))
}

/** What a person chose of layers; while a restriction is in hand, reach over it, and what they chose since. */
export function useLayerChoice(): LayerChoice {
  const layers = useScreen((state) => state.layers)
  const layersInHand = useScreen((state) => state.layersInHand)
  const layerOrder = useScreen((state) => state.layerOrder)
  const isInHand = useIsInHand()
  return useMemo(() => {
    if (!isInHand) return { layers, layerOrder }
    const reach = reachAlone(LAYER_TYPES, { layers, layerOrder })
    return { layers: { ...layers, ...reach, ...layersInHand }, layerOrder }
  }, [layers, layersInHand, layerOrder, isInHand])
}

/** Keeps what a person chooses of layers; while a restriction is in hand, for that while alone. */
export function useChooseLayers(): (views: Readonly<Record<string, LayerView>>) => void {
  const { screen } = useRoom()
  const isInHand = useIsInHand()
  return (views) =>
    screen.setState(({ layers, layersInHand }) =>
      isInHand
        ? { layersInHand: { ...layersInHand, ...views } }
        : { layers: { ...layers, ...views } },
    )
}

/** What the open place shows, bottom first. */
export function useShown() {
  const place = useScreen((state) => state.place)
  const { screen } = useRoom()
  const choice = useLayerChoice()
  const isInHand = useIsInHand()
  useEffect(() => {
    if (!isInHand) screen.setState({ layersInHand: {} })
  }, [screen, isInHand])
  return useMemo(() => shownLayers(LAYER_TYPES, choice, place), [choice, place])
}
