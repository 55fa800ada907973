import { z } from 'zod'
import { Count, Id, Instant, Line } from '../place.ts'

/** A decision: so many of a type go from a base to a site. An ordinary row, editable and undoable. */
export const Posting = z
  .object({
    id: Id,
    scenarioId: Id,
    typeId: Id,
    count: Count.min(1),
    /** The base they leave. Null: from outside the theatre or from stock. */
    fromBaseId: Id.nullable(),
    /** A base or a community. */
    placeId: Id,
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    /** Why, as the planner gave it when it was accepted, or as a person wrote it. */
    reason: Line,
    /** Which plan proposed it; null if a person did. */
    planHash: Line.nullable(),
    /** No plan moves it on: a person locked it, or decided it against a plan. */
    isHeld: z.literal(true).optional(),
  })
  .readonly()
export type Posting = z.infer<typeof Posting>
