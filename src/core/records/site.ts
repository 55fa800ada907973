import { z } from 'zod'
import { Id } from '../place.ts'

/** What a person decided about a candidate site: the planner obeys it. */
export const Site = z
  .object({
    id: Id,
    scenarioId: Id,
    /** A base or a community. */
    placeId: Id,
    rule: z.enum(['forced', 'forbidden']),
  })
  .readonly()
export type Site = z.infer<typeof Site>
