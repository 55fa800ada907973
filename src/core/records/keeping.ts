import { z } from 'zod'
import { Instant, Line, Sensitivity } from '../place.ts'

/** What tells of people, and so is not kept for ever. */
export const KEEPING_SUBJECTS = [
  'incidents',
  'protectedIncidents',
  'patrols',
  'surveys',
  'signals',
  'engagements',
  'grievances',
] as const
export type KeepingSubject = (typeof KEEPING_SUBJECTS)[number]

/** How long rows of a subject with this label or a higher one are kept; of several the shortest holds. */
export const KeepingRule = z
  .object({
    subject: z.enum(KEEPING_SUBJECTS),
    label: Sensitivity,
    months: z.int().min(1).max(600),
  })
  .readonly()
export type KeepingRule = z.infer<typeof KeepingRule>

/** What a person has set for the operation; without a rule nothing ever expires by itself. */
export const Keeping = z
  .object({
    rules: z.array(KeepingRule).readonly(),
    /** Whose word it is that what expires is deleted unasked; null: it waits for a person. */
    automatic: z.object({ by: Line, at: Instant }).readonly().nullable(),
  })
  .readonly()
export type Keeping = z.infer<typeof Keeping>
