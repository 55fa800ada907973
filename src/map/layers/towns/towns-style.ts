import type { FeatureCollection } from 'geojson'
import type { CircleLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { BASEMAP_INKS, LABEL_FACES } from '../../basemap/basemap-inks.ts'
import { rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'

/** How far a name stands from its dot, in text sizes; where a unit's frame is, clear of the frame. */
const BESIDE_DOT = 0.55
const BESIDE_FRAME = 1.25

type Look = { readonly theme: Theme; readonly scale: number; readonly opacityShare: number }

/** Ranks that come into view together: capitals of counties always, the others as the map nears. */
type Tier = {
  readonly name: 'village' | 'district' | 'chief' | 'capital'
  readonly ranks: readonly [number, number]
  readonly dotZoom: number
  readonly nameZoom: number
  readonly radiusPixels: number
  readonly textPixels: number
  readonly face: keyof typeof LABEL_FACES
}

/** Bottom first: what comes later is drawn over it and its name is placed before. */
const TIERS: readonly Tier[] = [
  {
    name: 'village',
    ranks: [4, 4],
    dotZoom: 8.4,
    nameZoom: 9,
    radiusPixels: 1.6,
    textPixels: 11,
    face: 'regular',
  },
  {
    name: 'district',
    ranks: [2, 3],
    dotZoom: 7.5,
    nameZoom: 7.7,
    radiusPixels: 1.9,
    textPixels: 11,
    face: 'medium',
  },
  {
    name: 'chief',
    ranks: [1, 1],
    dotZoom: 0,
    nameZoom: 5.6,
    radiusPixels: 2.1,
    textPixels: 11.5,
    face: 'medium',
  },
  {
    name: 'capital',
    ranks: [0, 0],
    dotZoom: 0,
    nameZoom: 0,
    radiusPixels: 2.6,
    textPixels: 12.5,
    face: 'semibold',
  },
]

/** Dots and names of communities: more of them the closer the map is. */
export const townsStyle = rememberedParts(
  ({ points, ...look }: Look & { readonly points: FeatureCollection }): StylePart => {
    return {
      sources: { towns: points },
      lines: TIERS.map((tier) => dotsOf(tier, look)),
      labels: TIERS.map((tier) => namesOf(tier, look)),
    }
  },
)

function dotsOf(tier: Tier, { theme, scale, opacityShare }: Look): CircleLayerSpecification {
  const inks = BASEMAP_INKS[theme]
  const [from, to] = tier.ranks
  return {
    id: `towns/${tier.name}`,
    type: 'circle',
    source: 'towns',
    minzoom: tier.dotZoom,
    filter: ['all', ['>=', ['get', 'rank'], from], ['<=', ['get', 'rank'], to]],
    paint: {
      'circle-radius': tier.radiusPixels * scale,
      'circle-color': tier.name === 'village' ? inks.village : inks.town,
      'circle-stroke-color': inks.dotEdge,
      'circle-stroke-width': 0.8 * scale,
      'circle-opacity': opacityShare,
      'circle-stroke-opacity': opacityShare,
    },
  }
}

function namesOf(tier: Tier, { theme, scale, opacityShare }: Look): SymbolLayerSpecification {
  const inks = BASEMAP_INKS[theme]
  const [from, to] = tier.ranks
  return {
    id: `towns/${tier.name}-names`,
    type: 'symbol',
    source: 'towns',
    minzoom: tier.nameZoom,
    filter: ['all', ['>=', ['get', 'rank'], from], ['<=', ['get', 'rank'], to]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [...LABEL_FACES[tier.face]],
      'text-size': tier.textPixels * scale,
      'text-variable-anchor': ['left', 'right', 'top-left', 'bottom-left', 'top', 'bottom'],
      'text-radial-offset': ['case', ['get', 'hasBase'], BESIDE_FRAME, BESIDE_DOT],
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': tier.name === 'village' ? inks.village : inks.town,
      'text-halo-color': inks.halo,
      'text-halo-width': 1.6 * scale,
      'text-opacity': opacityShare,
    },
  }
}
