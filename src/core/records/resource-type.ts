import { z } from 'zod'
import { Count, Id, Line, Share } from '../place.ts'

/** A kind of people or materials that the planner can post: platoons, vehicles, medical teams, stores. */
export const ResourceType = z
  .object({
    id: Id,
    name: Line.min(1),
    /** Short form on symbols and in tables: "Plt". */
    shortName: Line.min(1),
    isPersonnel: z.boolean(),
    /** People in one; 0 for materials. */
    strengthCount: Count,
    /** Room that one takes at a base. */
    sizeUnits: z.number().positive(),
    /** Cost of one for 30 days. */
    costUsd: z.number().nonnegative(),
    /** Travel-time standard: a place counts as covered by one no further away than this. */
    reachMinutes: z.number().positive(),
    /** Beyond `fullMinutes`, and up to the standard, one is worth this share of a near one; left out: as much. */
    fading: z
      .object({ fullMinutes: z.number().positive(), worthShare: Share.gt(0) })
      .readonly()
      .optional(),
    /** So many of them are held back in every plan and cover nothing; left out: none. */
    reserveCount: Count.optional(),
    /** How it travels. */
    vehicleId: Id,
    /** What it answers to. */
    demand: z.enum(['need', 'people', 'needTimesPeople']),
    /** Worth of covering all of its demand, beside the other types. */
    weight: z.number().nonnegative(),
    /** Share of the time in which one is not free; the k-th one covers (1 − b)·b^(k−1). */
    busyShare: Share,
    /** At each site at most `ratio` of these for one of the other: teams need vehicles. */
    needs: z.object({ typeId: Id, ratio: z.number().positive() }).readonly().nullable(),
    /** Whether the county floors hold for it. */
    hasFloor: z.boolean(),
    /** APP-6 symbol for the map, 20 digits or letters; a file’s is drawn neutral where it is hostile or no code. */
    sidc: Line,
  })
  .readonly()
export type ResourceType = z.infer<typeof ResourceType>
