import { z } from 'zod'
import { Id, Line, Polygon } from '../place.ts'

export const ZONE_KINDS = ['sector', 'aor', 'patrolBox'] as const

/**
 * A deployment zone that a planner drew: one piece of ground, holes in it allowed. Its outline is
 * one atomic field. Zones of one level share corners where they meet; see `core/zoning`.
 */
export const Zone = z
  .object({
    id: Id,
    scenarioId: Id,
    name: Line.min(1),
    /** From the largest: a sector holds areas of responsibility, these hold patrol boxes. */
    kind: z.enum(ZONE_KINDS),
    outline: Polygon,
    /** 0–7: which of the eight zone tints it wears. */
    tint: z.int().min(0).max(7),
    isLocked: z.boolean(),
    /** The zone of a larger kind that it lies in; null: none was named. */
    parentId: Id.nullable(),
    /** The base that it is served from; null: none was named. */
    baseId: Id.nullable(),
    /** Units that answer for it. A unit answers for one zone of a course of action at most. */
    unitIds: z.array(Id).readonly(),
  })
  .readonly()
export type Zone = z.infer<typeof Zone>
