import { z } from 'zod'
import { Count, Id, Instant, Line, LonLat } from '../place.ts'

/** A community project: a QIP, a CVR project, or a partner's. Register row. */
export const Project = z
  .object({
    id: Id,
    name: Line.min(1),
    sector: z.enum(['education', 'health', 'jobs', 'water', 'roads']),
    kind: z.enum(['qip', 'cvr', 'partner']),
    status: z.enum(['planned', 'active', 'completed', 'suspended']),
    position: LonLat,
    costUsd: z.number().nonnegative(),
    beneficiaryCount: Count.nullable(),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
  })
  .readonly()
export type Project = z.infer<typeof Project>
