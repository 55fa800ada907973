import type { FeatureCollection } from 'geojson'
import type { LineLayerSpecification } from 'maplibre-gl'
import type { RoadClass } from '#core/records/operation.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

/** Widths in pixels at zoom 6, 9 and 13. */
const WIDTHS: Readonly<Record<RoadClass, readonly [number, number, number]>> = {
  paved: [0.9, 1.7, 3.6],
  gravel: [0.6, 1.1, 2.4],
  track: [0.5, 0.9, 1.8],
}

/** Roads over the surfaces: solid where paved, lighter on gravel, dashed where they are tracks. */
export const roadsStyle = rememberedParts(
  ({ lines, ...look }: Look & { readonly lines: FeatureCollection }): StylePart => ({
    sources: { roads: lines },
    lines: (['track', 'gravel', 'paved'] as const).map((roadClass) => roadsOf(roadClass, look)),
    labels: [],
  }),
)

function roadsOf(roadClass: RoadClass, look: Look): LineLayerSpecification {
  const inks = BASEMAP_INKS[look.theme]
  const [far, middle, near] = WIDTHS[roadClass].map((width) => width * look.scale)
  return {
    id: `roads/${roadClass}`,
    type: 'line',
    source: 'roads',
    filter: ['==', ['get', 'roadClass'], roadClass],
    layout: { 'line-join': 'round', 'line-cap': roadClass === 'track' ? 'butt' : 'round' },
    paint: {
      'line-color': roadClass === 'paved' ? inks.paved : inks.track,
      'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 6, far!, 9, middle!, 13, near!],
      'line-opacity': look.opacityShare,
      ...(roadClass === 'track' ? { 'line-dasharray': [3, 2] } : {}),
    },
  }
}
