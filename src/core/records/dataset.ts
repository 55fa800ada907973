import { z } from 'zod'
import { Count, Day, Id, Instant, Line, Sensitivity } from '../place.ts'

export const DATASET_KINDS = [
  'incidents',
  'protectedIncidents',
  'patrols',
  'surveys',
  'signals',
  'roads',
  'waterways',
  'landCover',
  'elevation',
  'population',
] as const

/** The register row of an immutable batch of observations; its columns lie in storage under its id. */
export const Dataset = z
  .object({
    id: Id,
    kind: z.enum(DATASET_KINDS),
    title: Line,
    rowCount: Count,
    /** SHA-256 of its columns, see `hashOfColumns`: says whether the columns found are the ones meant. */
    columnsHash: Line,
    /** Provenance. */
    file: Line.nullable(),
    fileHash: Line.nullable(),
    source: Line,
    licence: Line,
    asOf: Instant.nullable(),
    /** How often new data is expected; null: not regularly. Past it the layer ages, past twice it is stale. */
    expectedEveryHours: z.number().positive().nullable(),
    sensitivity: Sensitivity,
    isExercise: z.boolean(),
    importedAt: Instant,
    /** The last day on which it is kept, by a person's word; left out: as the operation's rules say. */
    keepUntil: Day.optional(),
  })
  .readonly()
export type Dataset = z.infer<typeof Dataset>
export type DatasetKind = Dataset['kind']
