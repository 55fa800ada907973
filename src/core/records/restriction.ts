import { z } from 'zod'
import { Id, Instant, Line, LonLat, Polygon, Share } from '../place.ts'

const Effect = z.discriminatedUnion('type', [
  /** Nobody passes. */
  z.object({ type: z.literal('closed') }).readonly(),
  /** Passes with an escort, which takes time to assemble. */
  z.object({ type: z.literal('escortOnly'), delayMinutes: z.number().nonnegative() }).readonly(),
  z.object({ type: z.literal('speedFactor'), factor: z.number().positive().max(1) }).readonly(),
  z.object({ type: z.literal('delay'), delayMinutes: z.number().nonnegative() }).readonly(),
  /** Vehicles above this mass do not pass; people on foot do. */
  z.object({ type: z.literal('massLimit'), maxTonnes: z.number().nonnegative() }).readonly(),
  /** Vehicles do not pass; people on foot do. */
  z.object({ type: z.literal('footOnly') }).readonly(),
  /** Vehicles above this military load class do not pass; people on foot do. */
  z.object({ type: z.literal('classLimit'), maxLoadClass: z.int().nonnegative() }).readonly(),
  /** Nobody passes between sunset and sunrise. */
  z.object({ type: z.literal('dayOnly') }).readonly(),
])

const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('area'), polygon: Polygon }).readonly(),
  z.object({ type: z.literal('segment'), line: z.array(LonLat).min(2).readonly() }).readonly(),
  z
    .object({ type: z.literal('point'), position: LonLat, radiusMetres: z.number().positive() })
    .readonly(),
])

export const RESTRICTION_KINDS = [
  'closedArea',
  'escortRoad',
  'hazard',
  'brokenBridge',
  'seasonalTrack',
  'checkpoint',
  'flood',
  'ferryOut',
  'denial',
  'curfew',
  'noFlyArea',
] as const

/** Hours of the local day, in minutes after midnight; over midnight where `to` is not after `from`. */
const Hours = z
  .object({
    fromMinute: z.int().min(0).max(1439),
    toMinute: z.int().min(0).max(1439),
  })
  .readonly()

/** Something that keeps people from moving freely, for a time. Register row. */
export const Restriction = z
  .object({
    id: Id,
    name: Line.min(1),
    kind: z.enum(RESTRICTION_KINDS),
    geometry: Geometry,
    effect: Effect,
    /** ACAPS-style: 1 moderate, 2 high, 3 extreme. */
    severity: z.int().min(1).max(3),
    validFrom: Instant.nullable(),
    validTo: Instant.nullable(),
    /** In force only in these months (1–12); null: all year. */
    months: z.array(z.int().min(1).max(12)).readonly().nullable(),
    /** In force only between these hours of each local day, such as a curfew; null: day and night. */
    hours: Hours.nullable(),
    /** The shock that it belongs to; null: a fact. */
    shockId: Id.nullable(),
    confidenceShare: Share,
    source: Line,
    lastVerifiedAt: Instant.nullable(),
  })
  .readonly()
export type Restriction = z.infer<typeof Restriction>
export type RestrictionEffect = Restriction['effect']
