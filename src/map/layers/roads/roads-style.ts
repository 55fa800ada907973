import type { FeatureCollection } from 'geojson'
import type { LineLayerSpecification } from 'maplibre-gl'
import type { RoadSurface } from '#core/records/road.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

/** Widths in pixels at zoom 6, 9 and 13. */
const WIDTHS: Readonly<Record<RoadSurface, readonly [number, number, number]>> = {
  paved: [0.9, 1.7, 3.6],
  gravel: [0.6, 1.1, 2.4],
  earth: [0.5, 0.9, 1.8],
}

/** Roads over the surfaces: solid where paved, lighter on gravel, dashed where they are tracks. */
export const roadsStyle = rememberedParts(
  ({ lines, ...look }: Look & { readonly lines: FeatureCollection }): StylePart => ({
    sources: { roads: lines },
    lines: (['earth', 'gravel', 'paved'] as const).map((surface) => roadsOf(surface, look)),
    labels: [],
  }),
)

function roadsOf(surface: RoadSurface, look: Look): LineLayerSpecification {
  const inks = BASEMAP_INKS[look.theme]
  const [far, middle, near] = WIDTHS[surface].map((width) => width * look.scale)
  return {
    id: `roads/${surface}`,
    type: 'line',
    source: 'roads',
    filter: ['==', ['get', 'surface'], surface],
    layout: { 'line-join': 'round', 'line-cap': surface === 'earth' ? 'butt' : 'round' },
    paint: {
      'line-color': surface === 'paved' ? inks.paved : inks.track,
      'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 6, far!, 9, middle!, 13, near!],
      'line-opacity': look.opacityShare,
      ...(surface === 'earth' ? { 'line-dasharray': [3, 2] } : {}),
    },
  }
}
