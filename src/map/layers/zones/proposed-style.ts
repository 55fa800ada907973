import type { FeatureCollection, Point, Polygon } from 'geojson'
import type { ProposedZone } from '#planner/zoning/zone-proposal.ts'
import { labelPosition } from '../../basemap/label-position.ts'
import { INKS, ZONE_TINTS } from '../../palette.ts'
import { remembered, rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'
import { zoneNamesLayer } from './zone-names-layer.ts'

const TINT_SHARE = 0.2

/** Zones that are proposed: tinted, with dashed borders, for none of them is there yet. */
export const proposedStyle = rememberedParts(
  (look: {
    readonly zones: readonly ProposedZone[]
    readonly theme: Theme
    readonly scale: number
    readonly opacityShare: number
  }): StylePart => {
    const { zones, theme, scale, opacityShare } = look
    return {
      sources: { 'zones/proposed': proposedAreas(zones), 'zones/proposed-names': names(zones) },
      lines: [
        {
          id: 'zones/proposed-tints',
          type: 'fill',
          source: 'zones/proposed',
          paint: {
            'fill-color': ['get', 'color'],
            'fill-opacity': TINT_SHARE * opacityShare,
            'fill-antialias': false,
          },
        },
        {
          id: 'zones/proposed-borders',
          type: 'line',
          source: 'zones/proposed',
          layout: { 'line-cap': 'butt', 'line-join': 'round' },
          paint: {
            'line-color': INKS[theme].accent,
            'line-width': 1.6 * scale,
            'line-opacity': opacityShare,
            'line-dasharray': [4, 3],
          },
        },
      ],
      labels: [
        zoneNamesLayer({
          id: 'zones/proposed-names',
          color: INKS[theme].accent,
          sizePixels: 14,
          theme,
          scale,
          opacityShare,
        }),
      ],
    }
  },
)

const proposedAreas = remembered(
  (zones: readonly ProposedZone[]): FeatureCollection<Polygon> => ({
    type: 'FeatureCollection',
    features: zones.map(({ tint, outline }) => ({
      type: 'Feature',
      properties: { color: ZONE_TINTS[tint] ?? ZONE_TINTS[0] },
      geometry: {
        type: 'Polygon',
        coordinates: outline.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
      },
    })),
  }),
)

const names = remembered(
  (zones: readonly ProposedZone[]): FeatureCollection<Point> => ({
    type: 'FeatureCollection',
    features: zones.map(({ name, outline }) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Point', coordinates: [...labelPosition([outline])] },
    })),
  }),
)
