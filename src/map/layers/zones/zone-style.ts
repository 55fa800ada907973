import type { FeatureCollection, LineString, Polygon } from 'geojson'
import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { Zone } from '#core/records/zone.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { INKS, ZONE_TINTS } from '../../palette.ts'
import { remembered, rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'
import { zoneLabels } from './zone-labels.ts'
import { zoneNamesLayer } from './zone-names-layer.ts'

type Look = {
  readonly zones: readonly Zone[]
  /** Selected or in hand: it has the stronger tint. */
  readonly chosenId: string | null
  /** Its border is being moved: the saved one is dashed, and its tint goes with the moved one. */
  /** Ids, one a line. */
  readonly inHandIds: string
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
}

/** Opacity of the tint of the zone that is selected or in hand. */
export const CHOSEN_TINT_SHARE = 0.24
const TINT_SHARE = 0.11

/** Tints and borders under every mark; names larger than any town's, and placed before them. */
export const zoneStyle = rememberedParts((look: Look): StylePart => {
  const { zones, chosenId, inHandIds, theme, scale, opacityShare } = look
  const isInHand: ExpressionSpecification = [
    'in',
    ['get', 'zone'],
    ['literal', inHandIds.split('\n')],
  ]
  return {
    sources: {
      'zones/areas': zoneAreas(zones),
      'zones/borders': zoneBorders(zones),
      'zones/names': zoneLabels(zones),
    },
    lines: [
      {
        id: 'zones/tints',
        type: 'fill',
        source: 'zones/areas',
        filter: ['!', isInHand],
        paint: {
          'fill-color': ['get', 'color'],
          'fill-opacity': [
            'case',
            ['==', ['get', 'zone'], chosenId ?? ''],
            CHOSEN_TINT_SHARE * opacityShare,
            TINT_SHARE * opacityShare,
          ],
          'fill-antialias': false,
        },
      },
      { ...borderOf(look, 1.3), id: 'zones/borders', filter: ['!', isInHand] },
      {
        ...borderOf(look, 1.6),
        id: 'zones/borders-saved',
        filter: isInHand,
        layout: { 'line-cap': 'butt', 'line-join': 'round' },
        paint: { ...borderOf(look, 1.6).paint, 'line-dasharray': [4, 3] },
      },
    ],
    labels: [
      zoneNamesLayer({
        id: 'zones/names',
        color: BASEMAP_INKS[theme].countyName,
        sizePixels: 16,
        theme,
        scale,
        opacityShare,
      }),
    ],
  }
})

const zoneAreas = remembered(
  (zones: readonly Zone[]): FeatureCollection<Polygon> => ({
    type: 'FeatureCollection',
    features: zones.map(({ id, tint, outline }) => ({
      type: 'Feature',
      properties: { zone: id, color: ZONE_TINTS[tint] ?? ZONE_TINTS[0] },
      geometry: {
        type: 'Polygon',
        coordinates: outline.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
      },
    })),
  }),
)

const zoneBorders = remembered(
  (zones: readonly Zone[]): FeatureCollection<LineString> => ({
    type: 'FeatureCollection',
    features: zones.flatMap(({ id, outline }) =>
      outline.map((ring) => ({
        type: 'Feature' as const,
        properties: { zone: id },
        geometry: {
          type: 'LineString' as const,
          coordinates: ring.map(([lon, lat]) => [lon, lat]),
        },
      })),
    ),
  }),
)

function borderOf({ theme, scale, opacityShare }: Look, widthPixels: number) {
  return {
    type: 'line',
    source: 'zones/borders',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': INKS[theme].ink,
      'line-width': widthPixels * scale,
      'line-opacity': 0.85 * opacityShare,
    },
  } satisfies Omit<LineLayerSpecification, 'id'>
}
