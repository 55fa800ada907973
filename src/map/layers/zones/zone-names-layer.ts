import type { SymbolLayerSpecification } from 'maplibre-gl'
import { BASEMAP_INKS, LABEL_FACES } from '../../basemap/basemap-inks.ts'
import type { Theme } from '../../scene.ts'

type NamesLook = {
  /** Of the layer, and of the source that it draws. */
  readonly id: string
  readonly color: string
  readonly sizePixels: number
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
}

/** Names of zones, drawn or proposed: each where its zone has most room, or beside that. */
export function zoneNamesLayer(look: NamesLook): SymbolLayerSpecification {
  const { id, scale } = look
  return {
    id,
    type: 'symbol',
    source: id,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [...LABEL_FACES.semibold],
      'text-size': look.sizePixels * scale,
      'text-max-width': 8,
      'text-padding': 2,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.4,
    },
    paint: {
      'text-color': look.color,
      'text-halo-color': BASEMAP_INKS[look.theme].halo,
      'text-halo-width': 1.8 * scale,
      'text-opacity': look.opacityShare,
    },
  }
}
