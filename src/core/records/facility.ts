import { z } from 'zod'
import { Count, Id, Instant, Line, LonLat } from '../place.ts'

export const FACILITY_CLASSES = [
  'health',
  'education',
  'water',
  'market',
  'police',
  'court',
  'security',
  'landingSite',
  'administration',
  'other',
] as const

export const FACILITY_STATUSES = ['open', 'damaged', 'closed', 'unknown'] as const

/** A place that people go to for something: a clinic, a school, a well, a police post. Register row. */
export const Facility = z
  .object({
    id: Id,
    name: Line.min(1),
    position: LonLat,
    class: z.enum(FACILITY_CLASSES),
    status: z.enum(FACILITY_STATUSES),
    /** Beds, seats or whatever its source counts. Null: unknown. */
    capacityCount: Count.nullable(),
    aliases: z.array(Line).readonly(),
    source: Line,
    /** When its source last looked; null: not told. */
    lastVerifiedAt: Instant.nullable(),
  })
  .readonly()
export type Facility = z.infer<typeof Facility>
