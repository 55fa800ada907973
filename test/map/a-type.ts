import { ScatterplotLayer } from '@deck.gl/layers'
import type { LayerType } from '#map/layers/layer-type.ts'
import { remembered } from '#map/remembered.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'

/** A layer type that draws one empty deck layer of its own id. */
export function aType(id: string, parts: Partial<LayerType> = {}): LayerType {
  const layers = remembered((opacity: number) => [new ScatterplotLayer({ id, data: [], opacity })])
  return {
    id,
    title: id,
    group: 'Incidents',
    restsOn: LAYER_BASES.incidents,
    isVisibleAtFirst: () => true,
    opacityShareAtFirst: 1,
    draw: (_scene, opacityShare) => layers(opacityShare),
    legend: () => ({
      swatch: { shape: 'dot', color: '#000000' },
      counts: null,
      ramp: null,
      lines: [],
    }),
    facts: () => null,
    ...parts,
  }
}
