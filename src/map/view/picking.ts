import type { LonLat } from '#core/place.ts'
import type { Facts, LayerType, Picked } from '../layers/layer-type.ts'
import type { Scene } from '../scene.ts'

/** A thing on the map and what is known of it. */
export type Held = {
  readonly type: LayerType
  readonly picked: Picked
  readonly facts: Facts
}

/** The layer type that drew a layer. */
export function typeOf(layerId: string, types: readonly LayerType[]): LayerType | null {
  return types.find(({ id }) => layerId === id || layerId.startsWith(`${id}/`)) ?? null
}

/** What lies at a position of the types whose areas let everything under them be hit first. */
export function areasAt(scene: Scene, position: LonLat, types: readonly LayerType[]): Picked[] {
  return types.flatMap((type) => type.at?.(scene, position) ?? [])
}

/** The first of what was hit that has facts: marks before places, then areas, then surfaces. */
export function heldAmong(
  scene: Scene,
  hits: readonly Picked[],
  types: readonly LayerType[],
): Held | null {
  const known = hits.flatMap((picked) => {
    const type = typeOf(picked.deckLayerId, types)
    return type ? [{ type, picked }] : []
  })
  for (const { type, picked } of known.sort((a, b) => depthOf(a) - depthOf(b))) {
    const facts = type.facts(scene, picked)
    if (facts) return { type, picked, facts }
  }
  return null
}

/** What was selected elsewhere, if a type can say where it lies. */
export function heldOfSelection(scene: Scene, types: readonly LayerType[]): Held | null {
  const { selection } = scene
  if (!selection) return null
  for (const type of types) {
    const picked = type.find?.(scene, selection)
    const facts = picked ? type.facts(scene, picked) : null
    if (picked && facts) return { type, picked, facts }
  }
  return null
}

/** Whether it is an area that is found only where no mark is: it has no card until it is chosen. */
export function isArea({ type, picked }: Pick<Held, 'type' | 'picked'>): boolean {
  return picked.deckLayerId === `${type.id}/area`
}

function depthOf({ type, picked }: { readonly type: LayerType; readonly picked: Picked }): number {
  if (type.group === 'Need and coverage') return 3
  if (isArea({ type, picked })) return 2
  return type.group === 'Base' ? 1 : 0
}
