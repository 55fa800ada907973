import type { Layer } from '@deck.gl/core'
import { ANCHORS, type Anchor } from './basemap/anchors.ts'
import type { LayerType } from './layers/layer-type.ts'
import type { ShownLayer } from './map-props.ts'
import type { Scene } from './scene.ts'

/** The deck layers of one map, made anew for every scene. */
export type Drawing = {
  /** Bottom first; the same list as before where nothing is new. */
  layersOf(scene: Scene, shown: readonly ShownLayer[]): readonly Layer[]
}

export type DrawingOptions = {
  readonly types: readonly LayerType[]
  /** Drawn over every type: what is selected. */
  readonly over: (scene: Scene) => readonly Layer[]
  /** A type failed; called once until it draws again. */
  readonly onFault: (type: LayerType, error: unknown) => void
}

/**
 * The one updater: asks every shown type for its layers and puts them into the map's stack. Surfaces
 * at the bottom of the list lie under the lines of the style, all else over them and under the names;
 * of these what covers ground lies lowest, or it would hide the marks of what lies in it.
 * A type that fails is left out; the others are drawn.
 *
 * Each map has copies of its own, since a deck layer belongs to one map only; a layer that is the
 * same object as before stays the same copy.
 */
export function createDrawing({ types, over, onFault }: DrawingOptions): Drawing {
  const broken = new Set<string>()
  let copies = new Map<Layer, Layer>()
  let last: readonly Layer[] = []
  const drawn = (scene: Scene, { id, opacityShare }: ShownLayer): readonly Layer[] => {
    const type = types.find((each) => each.id === id)
    if (!type) return []
    try {
      const layers = type.draw(scene, opacityShare)
      broken.delete(id)
      return layers
    } catch (error) {
      if (!broken.has(id)) onFault(type, error)
      broken.add(id)
      return []
    }
  }
  const coversGround = ({ id }: ShownLayer, layer: Layer) =>
    types.find((each) => each.id === id)?.coversGround?.(layer.id) ?? false
  return {
    layersOf(scene, shown) {
      const kept = new Map<Layer, Layer>()
      const copyOf = (layer: Layer, anchor: Anchor) => {
        const known = copies.get(layer)
        const copy = known && anchorOf(known) === anchor ? known : placed(layer, anchor)
        kept.set(layer, copy)
        return copy
      }
      const lowCount = surfaceCount(shown, types)
      const stack = shown.flatMap((each, i) => {
        const isLow = i < lowCount
        const anchor = isLow ? ANCHORS.surfaces : ANCHORS.marks
        return drawn(scene, each).map((layer) => ({
          layer: copyOf(layer, anchor),
          height: isLow ? 0 : coversGround(each, layer) ? 1 : 2,
        }))
      })
      const layers = [0, 1, 2].flatMap((level) =>
        stack.filter(({ height }) => height === level).map(({ layer }) => layer),
      )
      layers.push(...over(scene).map((layer) => copyOf(layer, ANCHORS.marks)))
      copies = kept
      if (layers.length !== last.length || layers.some((layer, i) => layer !== last[i]))
        last = layers
      return last
    },
  }
}

/** How many of the lowest layers are surfaces: up to the first that is none. */
export function surfaceCount(shown: readonly ShownLayer[], types: readonly LayerType[]): number {
  const isSurface = ({ id }: ShownLayer) => {
    const group = types.find((type) => type.id === id)?.group
    return group === 'Need and coverage' || group === 'Base'
  }
  const first = shown.findIndex((each) => !isSurface(each))
  return first < 0 ? shown.length : first
}

/** `beforeId` is the overlay's own property: deck.gl's layer types do not know it. */
export function placed(layer: Layer, anchor: Anchor): Layer {
  return layer.clone({ beforeId: anchor } as Parameters<Layer['clone']>[0])
}

/** Before which anchor a layer was put; null: it was not. */
export function anchorOf(layer: Layer): Anchor | null {
  return (layer.props as { readonly beforeId?: Anchor }).beforeId ?? null
}
