import { useEffect } from 'react'
import type { Scenario } from '#core/records/scenario.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { useComparedScenarios } from '#panels/scenarios/use-compared.ts'
import { comparedScene, type Stores } from '../scenes.ts'

const REST_MILLISECONDS = 400

/**
 * Works out the surfaces of the COAs that are compared and not on the map, when nothing else is going on,
 * so that proposing another one shows at once: what a layer makes of a scene is remembered.
 */
export function useWarmSurfaces(
  stores: Stores,
  at: { readonly before: Scenario | null; readonly surfaceId: string },
): void {
  const compared = useComparedScenarios()
  const beforeId = at.before?.id ?? null
  const { surfaceId } = at
  useEffect(() => {
    const type = LAYER_TYPES.find(({ id }) => id === surfaceId)
    const waiting = compared.filter(({ id }) => id !== beforeId)
    let timer = setTimeout(function next() {
      const scenario = waiting.pop()
      if (!scenario || !type) return
      const scene = comparedScene(stores, scenario.id, beforeId)
      if (scene.situation && scene.against) type.draw(scene, type.opacityShareAtFirst)
      timer = setTimeout(next)
    }, REST_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [stores, compared, beforeId, surfaceId])
}
