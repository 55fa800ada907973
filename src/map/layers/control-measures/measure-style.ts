import type { Feature, FeatureCollection, LineString, Point } from 'geojson'
import { distanceText } from '#core/figures.ts'
import type { LonLat } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { BASEMAP_INKS, LABEL_FACES } from '../../basemap/basemap-inks.ts'
import { INKS } from '../../palette.ts'
import { remembered, rememberedParts } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { StylePart } from '../layer-type.ts'
import { measureLines } from './measure-lines.ts'

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

const KINDS = ['boundary', 'phaseLine', 'coordinationLine', 'axis', 'rangeRings'] as const

/** Lines over the surfaces on a halo of their own, and their names at their ends. */
export const measureStyle = rememberedParts((look: Look): StylePart => {
  const { measures, chosenId, theme, scale, opacityShare } = look
  const chosen: ['==', ['get', string], string] = ['==', ['get', 'measure'], chosenId ?? '']
  const width = (kind: ControlMeasure['kind']) => (kind === 'axis' ? 2.6 : 2) * scale
  return {
    sources: {
      'control-measures/lines': linesOf(measures),
      'control-measures/names': namesOf(measures),
    },
    lines: [
      {
        id: 'control-measures/halo',
        type: 'line',
        source: 'control-measures/lines',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': INKS[theme].halo,
          'line-width': 4.6 * scale,
          'line-opacity': 0.8 * opacityShare,
        },
      },
      ...KINDS.map((kind) => {
        const dashes = DASHES[kind]
        return {
          id: `control-measures/${kind}`,
          type: 'line' as const,
          source: 'control-measures/lines',
          filter: ['==', ['get', 'kind'], kind] as ['==', ['get', string], string],
          layout: { 'line-join': 'round' as const, 'line-cap': 'butt' as const },
          paint: {
            'line-color': ['case', chosen, INKS[theme].accent, INKS[theme].ink] as [
              'case',
              typeof chosen,
              string,
              string,
            ],
            'line-width': width(kind),
            'line-opacity': opacityShare,
            ...(dashes ? { 'line-dasharray': dashes } : {}),
          },
        }
      }),
    ],
    labels: [
      {
        id: 'control-measures/names',
        type: 'symbol',
        source: 'control-measures/names',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...LABEL_FACES.semibold],
          'text-size': 11.5 * scale,
          'text-padding': 2,
          'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
          'text-radial-offset': 0.5,
        },
        paint: {
          'text-color': INKS[theme].ink,
          'text-halo-color': BASEMAP_INKS[theme].halo,
          'text-halo-width': 1.6 * scale,
          'text-opacity': opacityShare,
        },
      },
    ],
  }
})

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

/** A name at both ends of a line and at the tail of an arrow; of rings at the centre, with each radius. */
const namesOf = remembered(
  (measures: readonly ControlMeasure[]): FeatureCollection<Point> => ({
    type: 'FeatureCollection',
    features: measures.flatMap((measure, id) =>
      namesAt(measure).map(
        ({ at, name }): Feature<Point> => ({
          type: 'Feature',
          id,
          properties: { name },
          geometry: { type: 'Point', coordinates: [at[0], at[1]] },
        }),
      ),
    ),
  }),
)

function namesAt(measure: ControlMeasure): { readonly at: LonLat; readonly name: string }[] {
  const { name, kind, geometry } = measure
  if (geometry.type === 'rings') {
    const rings = measureLines(measure).map((ring, i) => ({
      at: ring[0]!,
      name: distanceText(geometry.radiiMetres[i] ?? 0),
    }))
    return [{ at: geometry.centre, name }, ...rings]
  }
  const [first] = geometry.line
  const last = geometry.line.at(-1)
  if (!first || !last) return []
  return kind === 'axis' ? [{ at: first, name }] : [first, last].map((at) => ({ at, name }))
}
