import { z } from 'zod'

// zod asks at first use whether it may turn text into code; the page's policy would report that.
z.config({ jitless: true })

/** WGS 84, longitude before latitude, in degrees. */
export const LonLat = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .readonly()
export type LonLat = z.infer<typeof LonLat>

/** Closed: the last corner repeats the first. */
export const Ring = z.array(LonLat).min(4).readonly()
export type Ring = z.infer<typeof Ring>

/** Outer ring first, then holes. */
export const Polygon = z.array(Ring).min(1).readonly()
export type Polygon = z.infer<typeof Polygon>

export const MultiPolygon = z.array(Polygon).min(1).readonly()
export type MultiPolygon = z.infer<typeof MultiPolygon>

/** A UTC ISO instant: `2026-11-22T12:00:00Z`. */
export const Instant = z.iso.datetime()

/** A UTC day: `2026-11-22`. */
export const Day = z.iso.date()

/** 0 nothing, 1 all. */
export const Share = z.number().min(0).max(1)

/** A count of people or things; never negative, never a fraction. */
export const Count = z.int().nonnegative()

/** How far a record may travel. The highest label of its parts wins for a product. */
export const Sensitivity = z.enum(['low', 'moderate', 'high', 'severe'])
export type Sensitivity = z.infer<typeof Sensitivity>

/** An id without white space at its ends; unique in its table. */
export const Id = z.string().trim().min(1).max(200)

/** Text that a person reads, in one line. */
export const Line = z.string().max(500)
