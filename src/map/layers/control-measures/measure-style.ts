import type { Feature, FeatureCollection, LineString } from 'geojson'
import type {
  ExpressionSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { CONTROL_MEASURE_KINDS, type ControlMeasure } from '#core/records/control-measure.ts'
import { BASEMAP_INKS, LABEL_FACES } from '../../basemap/basemap-inks.ts'
import { INKS } from '../../palette.ts'
import { remembered, rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import { PICKED, type StylePart } from '../layer-type.ts'
import { measureLines } from './measure-lines.ts'
import { measureNames, NAME_SIDES, ringCentres } from './measure-names.ts'

type VariableAnchorOffset = (string | [number, number])[]

type Look = {
  readonly measures: readonly ControlMeasure[]
  readonly chosenId: string | null
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
}

/** Dashes tell kinds apart: boundaries long and short, coordination lines dotted, the rest whole. */
const DASHES: Readonly<Partial<Record<ControlMeasure['kind'], number[]>>> = {
  boundary: [7, 2, 1.5, 2],
  coordinationLine: [1, 2],
  rangeRings: [4, 2.5],
}

/** Where a name goes, best first, and how far off, in text sizes. */
const PLACES: Readonly<Record<(typeof NAME_SIDES)[number], VariableAnchorOffset>> = {
  north: ['bottom', [0, -0.45], 'bottom-left', [0.3, -0.3], 'bottom-right', [-0.3, -0.3]],
  south: ['top', [0, 0.45], 'top-left', [0.3, 0.3], 'top-right', [-0.3, 0.3]],
  east: ['left', [0.55, 0], 'bottom-left', [0.3, -0.3], 'top-left', [0.3, 0.3]],
  west: ['right', [-0.55, 0], 'bottom-right', [-0.3, -0.3], 'top-right', [-0.3, 0.3]],
  on: ['center', [0, 0]],
}

/** Lines over the surfaces on a halo of their own, and their names at their ends. */
export const measureStyle = rememberedParts((look: Look): StylePart => {
  const { measures, scale, theme, opacityShare } = look
  return {
    sources: {
      'control-measures/lines': linesOf(measures),
      'control-measures/names': measureNames(measures),
      'control-measures/centres': ringCentres(measures),
    },
    lines: [
      haloLayer(look),
      ...CONTROL_MEASURE_KINDS.map((kind) => lineLayer(kind, look)),
      {
        id: 'control-measures/centres',
        type: 'circle',
        source: 'control-measures/centres',
        paint: {
          'circle-radius': 3 * scale,
          'circle-color': inkOf(look),
          'circle-opacity': opacityShare,
          'circle-stroke-color': INKS[theme].halo,
          'circle-stroke-width': 1.5 * scale,
          'circle-stroke-opacity': opacityShare,
        },
      },
    ],
    labels: [namesLayer(look)],
  }
})

/** A pale edge, by which a line is also picked; under the one that is chosen a broad band. */
function haloLayer({ chosenId, theme, scale, opacityShare }: Look): LineLayerSpecification {
  const chosen = isChosen(chosenId)
  return {
    id: 'control-measures/halo',
    type: 'line',
    source: 'control-measures/lines',
    metadata: PICKED,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': ['case', chosen, INKS[theme].accent, INKS[theme].halo],
      'line-width': ['case', chosen, 9 * scale, 4.6 * scale],
      'line-opacity': ['case', chosen, 0.35 * opacityShare, 0.8 * opacityShare],
    },
  }
}

function lineLayer(kind: ControlMeasure['kind'], look: Look): LineLayerSpecification {
  const dashes = DASHES[kind]
  return {
    id: `control-measures/${kind}`,
    type: 'line',
    source: 'control-measures/lines',
    filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': inkOf(look),
      'line-width': (kind === 'axis' ? 2.6 : 2) * look.scale,
      'line-opacity': look.opacityShare,
      ...(dashes ? { 'line-dasharray': dashes } : {}),
    },
  }
}

function namesLayer({ chosenId, theme, scale, opacityShare }: Look): SymbolLayerSpecification {
  return {
    id: 'control-measures/names',
    type: 'symbol',
    source: 'control-measures/names',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [...LABEL_FACES.semibold],
      'text-size': 11.5 * scale,
      'text-padding': 2,
      'text-variable-anchor-offset': [
        'match',
        ['get', 'side'],
        ...NAME_SIDES.slice(0, -1).flatMap((side) => [side, ['literal', PLACES[side]]]),
        ['literal', PLACES.on],
      ] as unknown as VariableAnchorOffset,
    },
    paint: {
      'text-color': ['case', isChosen(chosenId), INKS[theme].accent, INKS[theme].ink],
      'text-halo-color': BASEMAP_INKS[theme].halo,
      'text-halo-width': 1.6 * scale,
      'text-opacity': opacityShare,
    },
  }
}

function isChosen(chosenId: string | null): ExpressionSpecification {
  return ['==', ['get', 'measure'], chosenId ?? '']
}

function inkOf({ chosenId, theme }: Look): ExpressionSpecification {
  return ['case', isChosen(chosenId), INKS[theme].accent, INKS[theme].ink]
}

const linesOf = remembered(
  (measures: readonly ControlMeasure[]): FeatureCollection<LineString> => ({
    type: 'FeatureCollection',
    features: measures.flatMap((measure, id) =>
      measureLines(measure).map(
        (points): Feature<LineString> => ({
          type: 'Feature',
          id,
          properties: { measure: measure.id, kind: measure.kind },
          geometry: { type: 'LineString', coordinates: points.map(([lon, lat]) => [lon, lat]) },
        }),
      ),
    ),
  }),
)
