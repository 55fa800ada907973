import { z } from 'zod'
import { Id, Line, LonLat } from '../place.ts'

export const CONTROL_MEASURE_KINDS = [
  /** Between two units' grounds. */
  'boundary',
  /** To be reached or crossed together: PL IRON. */
  'phaseLine',
  /** Where two forces agree their doings. */
  'coordinationLine',
  /** The general way of a movement, drawn as an arrow. */
  'axis',
  /** Circles of one or more radii round a point. */
  'rangeRings',
] as const

const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('line'), line: z.array(LonLat).min(2).readonly() }).readonly(),
  z
    .object({
      type: z.literal('rings'),
      centre: LonLat,
      radiiMetres: z.array(z.number().positive()).min(1).readonly(),
    })
    .readonly(),
])

/** A line or rings that a planner drew to steer movement, as decided in one course of action. */
export const ControlMeasure = z
  .object({
    id: Id,
    scenarioId: Id,
    name: Line.min(1),
    kind: z.enum(CONTROL_MEASURE_KINDS),
    /** Rings for `rangeRings`, a line for all others. */
    geometry: Geometry,
    isLocked: z.boolean(),
  })
  .readonly()
export type ControlMeasure = z.infer<typeof ControlMeasure>
