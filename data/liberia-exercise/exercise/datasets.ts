import type { Columns } from '#core/columns/columns.ts'
import { hashOfColumns } from '#core/columns/hash-columns.ts'
import type { Dataset } from '#core/records/dataset.ts'
import { daysBefore, PLANNING_AT } from './clock.ts'

/** The kinds that the exercise has; it tells of no water, no land cover and no heights. */
export type ExerciseKind = Exclude<Dataset['kind'], 'waterways' | 'landCover' | 'elevation'>

/** What is said of each dataset; ages in days before the planning instant; null: undated. */
const TERMS: Readonly<
  Record<
    ExerciseKind,
    Pick<Dataset, 'title' | 'sensitivity' | 'expectedEveryHours'> & { daysOld: number | null }
  >
> = {
  incidents: { title: 'Incidents', sensitivity: 'high', expectedEveryHours: 24, daysOld: 0 },
  protectedIncidents: {
    title: 'Protected incidents',
    sensitivity: 'severe',
    expectedEveryHours: null,
    daysOld: null,
  },
  patrols: { title: 'Patrols', sensitivity: 'high', expectedEveryHours: 24, daysOld: 0 },
  surveys: {
    title: 'Perception surveys',
    sensitivity: 'moderate',
    expectedEveryHours: 2208,
    daysOld: 31,
  },
  signals: {
    title: 'Social-media signals',
    sensitivity: 'high',
    expectedEveryHours: null,
    daysOld: 1,
  },
  roads: { title: 'Roads', sensitivity: 'low', expectedEveryHours: 72, daysOld: 9 },
  population: { title: 'Population', sensitivity: 'low', expectedEveryHours: null, daysOld: 0 },
}

/** The register row of an exercise dataset; its id is its kind. */
export function exerciseDataset(kind: ExerciseKind, columns: Columns): Dataset {
  const { daysOld, ...terms } = TERMS[kind]
  return {
    ...terms,
    id: kind,
    kind,
    rowCount: columns.rowCount,
    columnsHash: hashOfColumns(columns),
    file: null,
    fileHash: null,
    source: 'Exercise generator',
    licence: 'Apache-2.0',
    asOf: daysOld === null ? null : daysBefore(daysOld),
    isExercise: true,
    importedAt: PLANNING_AT,
  }
}
