import { z } from 'zod'
import { Id, Line } from '../place.ts'

/**
 * A named blow to movement that courses of action are tried under: the wet season, a bridge out, a
 * road denied, a base lost. Its own restrictions carry its id and are no facts. Register row.
 */
export const Shock = z
  .object({
    id: Id,
    name: Line.min(1),
    /** Null: the season of the planning instant. */
    season: z.enum(['dry', 'wet']).nullable(),
    lostBaseIds: z.array(Id).readonly(),
    orderKey: Line,
  })
  .readonly()
export type Shock = z.infer<typeof Shock>
