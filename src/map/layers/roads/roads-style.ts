import type { FeatureCollection } from 'geojson'
import type { LineLayerSpecification } from 'maplibre-gl'
import type { RoadSurface } from '#core/records/road.ts'
import type { Freshness } from '#core/time/freshness.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { aged, INKS } from '../../palette.ts'
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
const WIDTHS: Readonly<Record<RoadSurface, readonly [number, number, number]>> = {
  paved: [0.9, 1.7, 3.6],
  gravel: [0.6, 1.1, 2.4],
  earth: [0.5, 0.9, 1.8],
}

/**
 * Roads over the surfaces: solid where paved, lighter on gravel, dashed where they are tracks. With age
 * their colour goes; what is stale is a hatched band, its ground cut out of what lies beneath.
 */
export const roadsStyle = rememberedParts(
  ({ lines, ...look }: Look & { readonly lines: FeatureCollection }): StylePart => ({
    sources: { roads: lines },
    lines: [
      ...(look.freshness === 'stale' ? [bandOf(look)] : []),
      ...(['earth', 'gravel', 'paved'] as const).map((surface) => roadsOf(surface, look)),
      ...(look.freshness === 'stale' ? [hatchOf(look)] : []),
    ],
    labels: [],
  }),
)

type Width = Extract<NonNullable<LineLayerSpecification['paint']>['line-width'], readonly unknown[]>

/** What a band is wider than its road, in pixels at zoom 6, 9 and 13: a country of bands would hide what lies under it. */
const BAND_PIXELS = [1.2, 3, 4.2] as const
const HATCH_PIXELS = [0.6, 2, 3.2] as const

/** Width in pixels by zoom. */
function widthOf(surface: RoadSurface, scale: number, more: readonly number[] = [0, 0, 0]): Width {
  const [far, middle, near] = WIDTHS[surface].map((width, zoom) => (width + more[zoom]!) * scale)
  return ['interpolate', ['exponential', 1.4], ['zoom'], 6, far!, 9, middle!, 13, near!]
}

const BAND_FILTER: NonNullable<LineLayerSpecification['filter']> = [
  '!=',
  ['get', 'surface'],
  'earth',
]

/** Under the hatch: the casing. Tracks are too many and too thin for a band; they go grey. */
function bandOf({ theme, scale, opacityShare }: Look): LineLayerSpecification {
  return {
    id: 'roads/band',
    type: 'line',
    source: 'roads',
    filter: BAND_FILTER,
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': INKS[theme].halo,
      'line-width': widthOf('paved', scale, BAND_PIXELS),
      'line-opacity': 0.75 * opacityShare,
    },
  }
}

/** Short strokes across the band. */
function hatchOf({ theme, scale, opacityShare }: Look): LineLayerSpecification {
  return {
    id: 'roads/hatch',
    type: 'line',
    source: 'roads',
    filter: BAND_FILTER,
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': aged(BASEMAP_INKS[theme].track, 'stale'),
      'line-width': widthOf('paved', scale, HATCH_PIXELS),
      'line-opacity': opacityShare,
      'line-dasharray': [0.22, 0.36],
    },
  }
}

function roadsOf(surface: RoadSurface, look: Look): LineLayerSpecification {
  const { theme, scale, opacityShare, freshness } = look
  const inks = BASEMAP_INKS[theme]
  return {
    id: `roads/${surface}`,
    type: 'line',
    source: 'roads',
    filter: ['==', ['get', 'surface'], surface],
    layout: { 'line-join': 'round', 'line-cap': surface === 'earth' ? 'butt' : 'round' },
    paint: {
      'line-color': aged(surface === 'paved' ? inks.paved : inks.track, freshness),
      'line-width': widthOf(surface, scale),
      'line-opacity':
        freshness === 'stale' && surface === 'earth' ? 0.6 * opacityShare : opacityShare,
      ...(surface === 'earth' ? { 'line-dasharray': [3, 2] } : {}),
    },
  }
}
