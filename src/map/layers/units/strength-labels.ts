import type { FeatureCollection } from 'geojson'
import { strengthOf, strengthText, summed } from '#core/task-organisation.ts'
import { BASEMAP_INKS, LABEL_FACES } from '../../basemap/basemap-inks.ts'
import { remembered, rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'
import type { Standing } from './standings.ts'

/** From here on there is room for figures. */
const STRENGTH_ZOOM = 9.5

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

/** Under each frame how many people its units have, as far as it is known; only on a near map. */
export const strengthLabels = rememberedParts(
  ({
    standings,
    theme,
    scale,
    opacityShare,
  }: Look & { standings: readonly Standing[] }): StylePart => ({
    sources: { 'units/strength': strengthPoints(standings) },
    lines: [],
    labels: [
      {
        id: 'units/strength',
        type: 'symbol',
        source: 'units/strength',
        minzoom: STRENGTH_ZOOM,
        layout: {
          'text-field': ['get', 'strength'],
          'text-font': [...LABEL_FACES.medium],
          'text-size': 11 * scale,
          'text-anchor': 'top',
          'text-offset': [0, 0.8],
          'text-padding': 1,
        },
        paint: {
          'text-color': BASEMAP_INKS[theme].town,
          'text-halo-color': BASEMAP_INKS[theme].halo,
          'text-halo-width': 1.6 * scale,
          'text-opacity': opacityShare,
        },
      },
    ],
  }),
)

const strengthPoints = remembered(
  (standings: readonly Standing[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: standings.flatMap(({ units, position }, id) =>
      units.length === 0
        ? []
        : {
            type: 'Feature',
            id,
            properties: { strength: strengthText(summed(units.map(strengthOf))) },
            geometry: { type: 'Point', coordinates: [...position] },
          },
    ),
  }),
)
