import { z } from 'zod'
import { Id, Line } from '../place.ts'

/**
 * What a person decided about a candidate site: the planner obeys it. A forced place is never left
 * empty, a forbidden one takes nothing, and what stands at a held one stays.
 */
export const Site = z
  .object({
    id: Id,
    scenarioId: Id,
    /** A base or a community. */
    placeId: Id,
    rule: z.enum(['forced', 'forbidden', 'held']),
    /** The types that it is about; left out: all. A forced place is about none in particular. */
    typeIds: z.array(Id).min(1).readonly().optional(),
    /** Why, in the words of whoever decided. */
    reason: Line.optional(),
  })
  .readonly()
export type Site = z.infer<typeof Site>
