import { z } from 'zod'
import { Count, Id, Instant, Line, LonLat, Share } from '../place.ts'
import { ReleaseLevel } from './deck.ts'
import { Keeping } from './keeping.ts'

/** Shown where data came from, on screen and on every export. */
export const Source = z
  .object({
    title: Line,
    licence: Line,
    asOf: Instant.nullable(),
    /** How often new rows are expected; left out or null: not regularly. Past it they age, past twice it they are stale. */
    expectedEveryHours: z.number().positive().nullable().optional(),
    /** Names of the tables whose rows came from it; left out where that is not known. */
    tables: z.array(Line).readonly().optional(),
    /** Its title is but the name of the file that the rows came in. */
    isFileName: z.literal(true).optional(),
  })
  .readonly()

/** The settings of the operation: one row, id `operation`. */
export const Operation = z
  .object({
    id: Id,
    name: Line.min(1),
    theatreName: Line,
    /** Handling mark on every screen and product: "UNCLASSIFIED // EXERCISE". */
    marking: Line,
    /** Every layer, table and export made from it carries EXERCISE. */
    isExercise: z.boolean(),
    /** The instant for which the picture is drawn and plans are made. */
    planningAt: Instant,
    /** Whether wet-season speeds hold at `planningAt`: by month, or set by hand. */
    season: z.enum(['dry', 'wet', 'byMonth']),
    /** Months (1–12) of the wet season. */
    wetMonths: z.array(z.int().min(1).max(12)).readonly(),
    /** H3 resolution of the grid laid over the theatre. */
    gridResolution: z.int().min(4).max(8),
    /** First view of the map: west, south, east, north in degrees. */
    extentDegrees: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly(),
    /** How several indicators become one need (analysis.md §3.3). */
    needMean: z.enum(['invertedGeometric', 'arithmetic', 'geometric']),
    /** Least share of weight with data for a cell to be ranked. */
    needDataThresholdShare: Share,
    /** Incidents count from this long before `planningAt`. */
    incidentWindowDays: z.number().positive(),
    /** After so many days a patrol counts for half. */
    presenceHalfLifeDays: z.number().positive(),
    /** People are served when a unit reaches them within this time. */
    responseStandardMinutes: z.number().positive(),
    /** The vehicle that travel times are shown for. */
    vehicleId: Id,
    /** Waiting and loading at every ferry. */
    ferryWaitMinutes: z.number().nonnegative(),
    ferryKilometresPerHour: z.number().positive(),
    /** Water as wide as this is not waded, whatever it is called; left out: `BARRIER_METRES`. */
    waterBarrierMetres: z.number().positive().optional(),
    /** Local time is UTC plus this; hours of curfews are local. */
    utcOffsetMinutes: z.int().min(-720).max(840),
    /** Straight-line distance off the road times this is what is walked. */
    footDetourFactor: z.number().min(1),
    /** Longest walk off the road that still counts as reached. */
    maxFootMinutes: z.number().positive(),
    budgetUsd: z.number().nonnegative().nullable(),
    maxMoveCount: Count.nullable(),
    /** Least share of need covered that each county shall have. */
    floorShare: Share,
    /** Share of a plan's effort that goes to where need is least known; left out: none. */
    evidenceShare: Share.optional(),
    /** What the commander is asked to decide, and until when; left out: nothing was written. */
    decisionSought: z.object({ text: Line, byAt: Instant.nullable() }).readonly().optional(),
    sources: z.array(Source).readonly(),
    /** It came as a briefing pack: it is shown on a wall and not changed. Left out: it did not. */
    pack: z.object({ deckId: Id, level: ReleaseLevel, madeAt: Instant }).readonly().optional(),
    centre: LonLat,
    keeping: Keeping,
  })
  .readonly()
export type Operation = z.infer<typeof Operation>
