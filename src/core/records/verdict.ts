import { z } from 'zod'
import { Id, Instant, Line } from '../place.ts'

/** What a criterion said when it was decided. */
const JudgedBy = z
  .object({
    name: Line,
    unit: Line,
    weight: z.number().nonnegative(),
    /** By scenario id, raw; null: could not be said. */
    values: z.record(z.string().max(200), z.number().nullable()),
  })
  .readonly()

/**
 * What the commander decided on a course of action, with what was known then. A log: rows are added
 * and never altered, so names of scenarios stand in it as they were.
 */
export const Verdict = z
  .object({
    id: Id,
    kind: z.enum(['approved', 'modify', 'sentBack']),
    scenarioId: Id,
    scenarioName: Line,
    decidedAt: Instant,
    /** An appointment, "FC": never a person's name. */
    decidedBy: Line.min(1),
    reason: Line.min(1),
    /** What the staff is to do with a COA that was not approved as it is; left out: nothing was said. */
    guidance: Line.min(1).optional(),
    /** Who answers for the risk; empty: not said. */
    riskAcceptedBy: Line,
    /** What the tool recommended; null: nothing. */
    recommendedName: Line.nullable(),
    /** Of all that the scenario decides, and of the facts under it. */
    planHash: z.string().min(1).max(100),
    factsHash: z.string().min(1).max(100),
    /** Names by scenario id, of all that were compared. */
    comparedNames: z.record(z.string().max(200), Line),
    criteria: z.array(JudgedBy).max(100).readonly(),
  })
  .readonly()
export type Verdict = z.infer<typeof Verdict>
