import { z } from 'zod'
import { Count, Day, Id, Instant, Line } from '../place.ts'

/** Who was met, or who raised something: groups, never people. */
export const VOICE_GROUPS = [
  'localLeaders',
  'women',
  'youth',
  'civilSociety',
  'religiousLeaders',
  'displaced',
  'security',
  'mixed',
  'other',
] as const
export type VoiceGroup = (typeof VOICE_GROUPS)[number]

/** What people speak of. */
export const VOICE_TOPICS = [
  'security',
  'land',
  'services',
  'conductOfForces',
  'compensation',
  'humanRights',
  'other',
] as const
export type VoiceTopic = (typeof VOICE_TOPICS)[number]

export const ENGAGEMENT_STATUSES = ['planned', 'held', 'followUpDue', 'closed'] as const

/**
 * A meeting with a group of a community or an area. Register row. It lies where its community or area
 * does and nowhere finer, and names nobody.
 */
export const Engagement = z
  .object({
    id: Id,
    heldAt: Instant,
    communityId: Id.nullable(),
    areaId: Id.nullable(),
    withWhom: z.enum(VOICE_GROUPS),
    /** Null: nobody counted. */
    participantCount: Count.nullable(),
    /** Of the participants; null: nobody counted. */
    womenCount: Count.nullable(),
    topic: z.enum(VOICE_TOPICS),
    status: z.enum(ENGAGEMENT_STATUSES),
    /** When to come back; null: not promised. */
    followUpAt: Instant.nullable(),
    /** Without names, telephone numbers or addresses. */
    summary: Line,
    /** The last day on which it is kept, by a person's word; left out: as the operation's rules say. */
    keepUntil: Day.optional(),
  })
  .readonly()
export type Engagement = z.infer<typeof Engagement>
