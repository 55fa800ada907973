import { z } from 'zod'
import { Id, Instant, Line, LonLat } from '../place.ts'

/** Ground that units live on and work from. */
export const Base = z
  .object({
    id: Id,
    name: Line.min(1),
    position: LonLat,
    /** cob company base, tob temporary base, scd standing combat deployment. */
    kind: z.enum(['headquarters', 'cob', 'tob', 'scd', 'teamSite', 'airfield']),
    /** How many capacity units of people and materials fit; see ResourceType.sizeUnits. */
    capacityUnits: z.number().nonnegative(),
    validFrom: Instant.nullable(),
    validTo: Instant.nullable(),
  })
  .readonly()
export type Base = z.infer<typeof Base>
