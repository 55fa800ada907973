import { z } from 'zod'
import { Id, Line } from '../place.ts'

/** One course of action: facts are shared, decisions belong to it. The screens say COA. */
export const Scenario = z
  .object({
    id: Id,
    name: Line.min(1),
    /** What it is about, in a few words: "Forward, north and east". */
    title: Line,
    /** The current posture: has no postings, cannot be deleted. */
    isBaseline: z.boolean(),
    /** 0 for the baseline, then the number in the swatch. */
    number: z.int().nonnegative(),
    /** Shocks that it is tried under: an assumption of this course of action. */
    shockIds: z.array(Id).readonly(),
    orderKey: Line,
  })
  .readonly()
export type Scenario = z.infer<typeof Scenario>
