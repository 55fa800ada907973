import { z } from 'zod'
import { Id, Line } from '../place.ts'

/**
 * What a commander judges courses of action by. Register row: one of a measure says what is set of it
 * beside its own defaults; one without a measure is judged by people, COA by COA.
 */
export const Criterion = z
  .object({
    id: Id,
    /** Of `analysis/compare/measures`; null: people say its values. */
    measureId: Id.nullable(),
    /** Of a measured one: empty, the measure has its own. */
    name: Line,
    definition: Line,
    unit: Line,
    isHighGood: z.boolean(),
    /** Its share in the whole is its weight over the sum of all weights. */
    weight: z.number().min(0).max(100),
    /** What is good enough; null: not said. */
    benchmark: z.number().nullable(),
    /** Values that score 0 and 10; null: the ends that the measure has by nature. */
    scale: z.object({ worst: z.number(), best: z.number() }).readonly().nullable(),
    /** By scenario id, of one that people judge; whoever is missing has not been judged. */
    values: z.record(z.string().max(200), z.number()),
    orderKey: Line,
  })
  .readonly()
export type Criterion = z.infer<typeof Criterion>
