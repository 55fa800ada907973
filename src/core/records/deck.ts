import { z } from 'zod'
import { Id, Line } from '../place.ts'

/** For whom a product is made: the staff, those who work with the mission, everybody. */
export const RELEASE_LEVELS = ['internal', 'partners', 'public'] as const
export const ReleaseLevel = z.enum(RELEASE_LEVELS)
export type ReleaseLevel = z.infer<typeof ReleaseLevel>

/** A briefing: slides in order, for somebody. */
export const Deck = z
  .object({
    id: Id,
    name: Line.min(1),
    orderKey: Line,
    /** Which template it was made from; null: none. */
    templateId: Id.nullable(),
    level: ReleaseLevel,
    /** Before the planning instant: what "since" means on its slides. */
    periodDays: z.number().positive().max(3660),
    /** Whether the wall begins anew after the last slide. */
    isLooping: z.boolean(),
    /** Who drafted it: an appointment or a cell, no person's name. */
    author: Line,
    distribution: Line,
    edition: z.int().positive(),
  })
  .readonly()
export type Deck = z.infer<typeof Deck>
