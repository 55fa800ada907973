import { z } from 'zod'
import { Count, Id, Instant, Line, Sensitivity } from '../place.ts'
import { KEEPING_SUBJECTS } from './keeping.ts'

/** What stays of rows that were deleted for good: how many, when, by whose word, by which rule; never what they said. */
export const Purge = z
  .object({
    id: Id,
    purgedAt: Instant,
    by: Line,
    /** Deleted unasked, since `by` had switched that on. */
    isAutomatic: z.boolean(),
    subject: z.enum(KEEPING_SUBJECTS),
    label: Sensitivity,
    rowCount: Count,
    /** The datasets that these observations were in; null: they were rows of a register. */
    datasetCount: Count.nullable(),
    /** The rule that they had outlived; null: the date that a person gave them. */
    ruleMonths: Count.nullable(),
  })
  .readonly()
export type Purge = z.infer<typeof Purge>
