import { z } from 'zod'
import { Count, Id, Instant, Line } from '../place.ts'

/** What a scenario was made from, so that it can be said what is other since. */
export const Basis = z
  .object({
    /** By table of shared facts: how many rows it had, and a digest of them. */
    facts: z.record(
      z.string().max(100),
      z.object({ count: Count, digest: z.string().max(100) }).readonly(),
    ),
    /** Digest of what the scenario decides that it was branched from; null: of none. */
    parentDigest: z.string().max(100).nullable(),
  })
  .readonly()
export type Basis = z.infer<typeof Basis>

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
    /** The scenario that it was branched from; null or left out: not known, or gone. */
    parentId: Id.nullable().optional(),
    /** Facts and parent as they were when it was branched, or last checked; left out: not recorded. */
    basis: Basis.optional(),
    /** Kept with all that it decides, and in no list to choose from; left out: it is not. */
    isArchived: z.boolean().optional(),
    /** What it takes for granted, a sentence each; left out: none was written. */
    assumptions: z.array(Line.min(1)).max(40).readonly().optional(),
    /** It starts from the force in place at this instant; null or left out: at the planning instant. */
    forceAt: Instant.nullable().optional(),
  })
  .readonly()
export type Scenario = z.infer<typeof Scenario>
