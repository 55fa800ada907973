import {
  ROAD_CLASSES,
  ROAD_CROSSINGS,
  ROAD_SURFACES,
  type RoadClass,
  type RoadCrossing,
  type RoadSurface,
} from '../records/road.ts'
import { type Columns, categoriesOf, labelAt, numbersOf } from './columns.ts'

/** What is known of one stretch of road, and what is taken where nothing is. */
export type Stretch = {
  readonly roadClass: RoadClass
  readonly surface: RoadSurface
  readonly crossing: RoadCrossing
  /** NaN: no limit is known. */
  readonly maxTonnes: number
}

/** Datasets from before surfaces had a column of their own named them as classes. */
const OLD_CLASSES: Readonly<Record<string, Pick<Stretch, 'roadClass' | 'surface'>>> = {
  paved: { roadClass: 'primary', surface: 'paved' },
  gravel: { roadClass: 'secondary', surface: 'gravel' },
  track: { roadClass: 'track', surface: 'earth' },
}

const USUAL_SURFACE: Readonly<Record<RoadClass, RoadSurface>> = {
  primary: 'paved',
  secondary: 'gravel',
  local: 'earth',
  track: 'earth',
}

/** Reads the stretches of a road dataset. What is not known counts as the slowest: a track of earth. */
export function stretchesOf(columns: Columns): (row: number) => Stretch {
  const classes = categoriesOf(columns, 'roadClass')
  const labelIn = (field: string) => {
    if (!columns.fields[field]) return () => null
    const column = categoriesOf(columns, field)
    return (row: number) => labelAt(column, row)
  }
  const surfaceIn = labelIn('surface')
  const crossingIn = labelIn('crossing')
  const limits = columns.fields['maxTonnes'] ? numbersOf(columns, 'maxTonnes') : null
  return (row) => {
    const label = labelAt(classes, row)
    const old = OLD_CLASSES[label ?? '']
    const roadClass = old?.roadClass ?? oneOf(ROAD_CLASSES, label) ?? 'track'
    return {
      roadClass,
      surface: oneOf(ROAD_SURFACES, surfaceIn(row)) ?? old?.surface ?? USUAL_SURFACE[roadClass],
      crossing: oneOf(ROAD_CROSSINGS, crossingIn(row)) ?? 'none',
      maxTonnes: limits?.[row] ?? Number.NaN,
    }
  }
}

/** The surface of each stretch as far as its dataset says; null where it was only taken to be so. */
export function recordedSurfaces(columns: Columns): (row: number) => RoadSurface | null {
  const classes = categoriesOf(columns, 'roadClass')
  const surfaces = columns.fields['surface'] ? categoriesOf(columns, 'surface') : null
  return (row) =>
    (surfaces && oneOf(ROAD_SURFACES, labelAt(surfaces, row))) ??
    OLD_CLASSES[labelAt(classes, row) ?? '']?.surface ??
    null
}

function oneOf<T extends string>(values: readonly T[], label: string | null): T | undefined {
  return values.find((value) => value === label)
}
