import { z } from 'zod'
import { Id, Line } from '../place.ts'

export const MEASURES = [
  'incidentRate',
  'violenceRate',
  'displacement',
  'feelUnsafe',
  'travelToTown',
  'peoplePerProject',
  'restrictedAccess',
  'travelToHealth',
  'peoplePerHealth',
  'peoplePerSchool',
  'peoplePerWater',
] as const

/** One part of need: what is measured, between which goalposts, and how much it weighs. */
export const Indicator = z
  .object({
    id: Id,
    name: Line.min(1),
    /** Which measure of `analysis/measures` it takes. */
    measure: z.enum(MEASURES),
    unit: Line,
    /** Goalposts: `lo` scores 0 and `hi` scores 10 (the other way round where high is good). */
    lo: z.number(),
    hi: z.number(),
    isHighGood: z.boolean(),
    weight: z.number().nonnegative(),
    orderKey: Line,
  })
  .readonly()
export type Indicator = z.infer<typeof Indicator>
export type Measure = Indicator['measure']
