import { z } from 'zod'
import { Count, Id, Instant, Line, LonLat } from '../place.ts'

/** What a project is about; other: coordination, logistics and what is of several sectors. */
export const PROJECT_SECTORS = [
  'education',
  'health',
  'jobs',
  'water',
  'roads',
  'food',
  'shelter',
  'protection',
  'governance',
  'other',
] as const

/** A community project: a QIP, a CVR project, or a partner's. Register row. */
export const Project = z
  .object({
    id: Id,
    name: Line.min(1),
    sector: z.enum(PROJECT_SECTORS),
    kind: z.enum(['qip', 'cvr', 'partner']),
    status: z.enum(['planned', 'active', 'completed', 'suspended']),
    /** Who carries it out; null: not told. */
    organisation: Line.nullable(),
    position: LonLat,
    /** Radius within which it truly lies, where only an area is known; null: not told. */
    positionErrorMetres: z.number().nonnegative().nullable(),
    /** Null: not stated, which is not the same as nothing. */
    costUsd: z.number().nonnegative().nullable(),
    beneficiaryCount: Count.nullable(),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
  })
  .readonly()
export type Project = z.infer<typeof Project>
