import type { FeatureCollection } from 'geojson'
import type { LineLayerSpecification } from 'maplibre-gl'
import type { Freshness } from '#core/time/freshness.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { aged } from '../../palette.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'

type Look = {
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
  readonly freshness: Freshness
}

/** Widths in pixels at zoom 6, 9 and 13. */
const RIVER_WIDTHS = [0.5, 1.1, 2.4] as const
const STREAM_WIDTHS = [0.2, 0.5, 1.2] as const

/** Lakes filled with the ink of the sea; rivers as thin lines. */
export const waterStyle = rememberedParts(
  ({ water, ...look }: Look & { readonly water: FeatureCollection }): StylePart => ({
    sources: { waterways: water },
    lines: [
      {
        id: 'waterways/lakes',
        type: 'fill',
        source: 'waterways',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: {
          'fill-color': BASEMAP_INKS[look.theme].water,
          'fill-opacity': look.opacityShare,
        },
      },
      linesOf('streams', look),
      linesOf('rivers', look),
    ],
    labels: [],
  }),
)

function linesOf(part: 'streams' | 'rivers', look: Look): LineLayerSpecification {
  const inks = BASEMAP_INKS[look.theme]
  const isRiver = part === 'rivers'
  const widths = isRiver ? RIVER_WIDTHS : STREAM_WIDTHS
  const [far, middle, near] = widths.map((width) => width * look.scale)
  return {
    id: `waterways/${part}`,
    type: 'line',
    source: 'waterways',
    filter: ['==', ['get', 'isBarrier'], isRiver],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': aged(isRiver ? inks.river : inks.stream, look.freshness),
      'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 6, far!, 9, middle!, 13, near!],
      'line-opacity': look.opacityShare,
    },
  }
}
