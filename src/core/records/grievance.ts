import { z } from 'zod'
import { Day, Id, Instant, Line } from '../place.ts'
import { VOICE_GROUPS, VOICE_TOPICS } from './engagement.ts'

export const GRIEVANCE_STATUSES = ['open', 'inProgress', 'resolved', 'referred'] as const
export const GRIEVANCE_WAYS = ['meeting', 'hotline', 'liaisonAssistant', 'partner'] as const

/** What a group of a community or an area complains of, and what came of it. Register row; names nobody. */
export const Grievance = z
  .object({
    id: Id,
    raisedAt: Instant,
    communityId: Id.nullable(),
    areaId: Id.nullable(),
    topic: z.enum(VOICE_TOPICS),
    raisedBy: z.enum(VOICE_GROUPS),
    status: z.enum(GRIEVANCE_STATUSES),
    /** When people got an answer; null: none yet. */
    respondedAt: Instant.nullable(),
    /** Without names, telephone numbers or addresses. */
    summary: Line,
    /** Null: not told. */
    via: z.enum(GRIEVANCE_WAYS).nullable(),
    /** Sexual or gender-based violence, or a child: shown to the named few alone. */
    isProtectedCase: z.boolean(),
    /** The last day on which it is kept, by a person's word; left out: as the operation's rules say. */
    keepUntil: Day.optional(),
  })
  .readonly()
export type Grievance = z.infer<typeof Grievance>
