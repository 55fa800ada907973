import { z } from 'zod'
import { Id, Line, Polygon } from '../place.ts'

/** A deployment zone that a planner drew. Its outline is one atomic field. */
export const Zone = z
  .object({
    id: Id,
    scenarioId: Id,
    name: Line.min(1),
    kind: z.enum(['sector', 'aor', 'patrolBox']),
    outline: Polygon,
    /** 0–7: which of the eight zone tints it wears. */
    tint: z.int().min(0).max(7),
    isLocked: z.boolean(),
  })
  .readonly()
export type Zone = z.infer<typeof Zone>
