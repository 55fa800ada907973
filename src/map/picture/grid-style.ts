import type { Feature, FeatureCollection, LineString, Point } from 'geojson'
import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { mgrsGrid } from '#products/furniture/mgrs-grid.ts'
import { type PictureView, positionAt } from '#products/furniture/picture-view.ts'
import { ANCHORS } from '../basemap/anchors.ts'
import { BASEMAP_INKS, LABEL_FACES } from '../basemap/basemap-inks.ts'
import type { MapStyle } from '../basemap/map-style.ts'
import type { Theme } from '../scene.ts'

type GridLook = { readonly textPixels: number; readonly theme: Theme }

const LINES = 'grid-lines'
const LABELS = 'grid-labels'
const INKS: Readonly<Record<Theme, string>> = { light: '#16212b', dark: '#e6ebf0' }
const LINE_SHARE = 0.04
const LINE_OPACITY = 0.3
const HALO_SHARE = 0.16

/**
 * A style with the military grid in it: its lines under every mark, its labels where no name of the
 * map is, and left out where there is no room. Names are placed first, for they stand over it.
 *
 * @param look.textPixels height of its labels.
 */
export function withGrid(style: MapStyle, view: PictureView, look: GridLook): MapStyle {
  const { lines, labels } = mgrsGrid(view, look.textPixels)
  const at = style.layers.findIndex(({ id }) => id === ANCHORS.marks)
  return {
    ...style,
    sources: {
      ...style.sources,
      [LINES]: collection(
        lines.map((line) => ({
          type: 'LineString',
          coordinates: line.map((point) => [...positionAt(view, point)]),
        })),
      ),
      [LABELS]: {
        type: 'FeatureCollection',
        features: labels.map(
          ({ at: point, text }): Feature<Point> => ({
            type: 'Feature',
            properties: { text },
            geometry: { type: 'Point', coordinates: [...positionAt(view, point)] },
          }),
        ),
      },
    },
    layers: [
      ...style.layers.slice(0, at),
      lineLayer(look),
      ...style.layers.slice(at, at + 1),
      labelLayer(look),
      ...style.layers.slice(at + 1),
    ],
  }
}

function collection(lines: readonly LineString[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: lines.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  }
}

function lineLayer({ textPixels, theme }: GridLook): LayerSpecification {
  return {
    id: LINES,
    type: 'line',
    source: LINES,
    paint: {
      'line-color': INKS[theme],
      'line-opacity': LINE_OPACITY,
      'line-width': LINE_SHARE * textPixels,
    },
  }
}

function labelLayer({ textPixels, theme }: GridLook): SymbolLayerSpecification {
  return {
    id: LABELS,
    type: 'symbol',
    source: LABELS,
    layout: {
      'text-field': ['get', 'text'],
      'text-font': [...LABEL_FACES.regular],
      'text-size': textPixels,
      'text-padding': 0.2 * textPixels,
    },
    paint: {
      'text-color': INKS[theme],
      'text-halo-color': BASEMAP_INKS[theme].water,
      'text-halo-width': HALO_SHARE * textPixels,
    },
  }
}
