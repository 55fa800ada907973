import type { Feature, FeatureCollection, Point } from 'geojson'
import { distanceText } from '#core/figures.ts'
import { bearingDegrees } from '#core/geo/bearing.ts'
import type { LonLat } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { remembered } from '../../remembered.ts'
import { measureLines } from './measure-lines.ts'

/** Where a name stands beside its point; `on`: over it, as a radius on its ring. */
export const NAME_SIDES = ['north', 'east', 'south', 'west', 'on'] as const
type Side = (typeof NAME_SIDES)[number]

type Name = { readonly at: LonLat; readonly name: string; readonly side: Side }

/**
 * A name beyond both ends of a line, where it goes on; beyond the tail of an arrow; of rings under the
 * centre, with each radius on its ring in the north. Features are told apart by the measure’s position.
 */
export const measureNames = remembered(
  (measures: readonly ControlMeasure[]): FeatureCollection<Point> => ({
    type: 'FeatureCollection',
    features: measures.flatMap((measure, id) =>
      namesAt(measure).map(
        ({ at, name, side }): Feature<Point> => ({
          type: 'Feature',
          id,
          properties: { name, side, measure: measure.id },
          geometry: { type: 'Point', coordinates: [at[0], at[1]] },
        }),
      ),
    ),
  }),
)

/** The centres of rings, each once. */
export const ringCentres = remembered(
  (measures: readonly ControlMeasure[]): FeatureCollection<Point> => ({
    type: 'FeatureCollection',
    features: measures.flatMap(({ id: measure, geometry }, id): Feature<Point>[] =>
      geometry.type === 'line'
        ? []
        : [
            {
              type: 'Feature',
              id,
              properties: { measure },
              geometry: { type: 'Point', coordinates: [...geometry.centre] },
            },
          ],
    ),
  }),
)

function namesAt(measure: ControlMeasure): readonly Name[] {
  const { name, kind, geometry } = measure
  if (geometry.type === 'rings') {
    const radii = measureLines(measure).map(
      (ring, i): Name => ({
        at: ring[0]!,
        name: distanceText(geometry.radiiMetres[i] ?? 0),
        side: 'on',
      }),
    )
    return [{ at: geometry.centre, name, side: 'south' }, ...radii]
  }
  const { line } = geometry
  const ends = [endOf(line, name), endOf(line.toReversed(), name)]
  return kind === 'axis' ? ends.slice(0, 1) : ends
}

/** The name beyond the first point of a line, away from the next that lies elsewhere. */
function endOf(line: readonly LonLat[], name: string): Name {
  const at = line[0]!
  const next = line.find(([lon, lat]) => lon !== at[0] || lat !== at[1])
  return { at, name, side: next ? sideOf(bearingDegrees(next, at)) : 'on' }
}

/** North and south are narrow: a name is wide, and above an end that leans it would lie over the line. */
function sideOf(degrees: number): Side {
  if (degrees < 30 || degrees >= 330) return 'north'
  if (degrees < 150) return 'east'
  return degrees < 210 ? 'south' : 'west'
}
