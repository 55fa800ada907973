import type { Zone } from '#core/records/zone.ts'
import { BASEMAP_INKS, LABEL_FACES } from '../../basemap/basemap-inks.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'
import { zoneLabels } from './zone-labels.ts'

type Look = {
  readonly zones: readonly Zone[]
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
}

/** The names of zones: larger than any town's, and placed after them. */
export const zoneStyle = rememberedParts(
  ({ zones, theme, scale, opacityShare }: Look): StylePart => ({
    sources: { zones: zoneLabels(zones) },
    lines: [],
    labels: [
      {
        id: 'zones/names',
        type: 'symbol',
        source: 'zones',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...LABEL_FACES.semibold],
          'text-size': 16 * scale,
          'text-max-width': 8,
          'text-padding': 2,
          'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
          'text-radial-offset': 0.4,
        },
        paint: {
          'text-color': BASEMAP_INKS[theme].countyName,
          'text-halo-color': BASEMAP_INKS[theme].halo,
          'text-halo-width': 1.8 * scale,
          'text-opacity': opacityShare,
        },
      },
    ],
  }),
)
