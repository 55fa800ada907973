import { z } from 'zod'
import { Count, Id, Instant, Line } from '../place.ts'

/** A formed unit at a base, and what of it the planner may post. Register row. */
export const Unit = z
  .object({
    id: Id,
    name: Line.min(1),
    contributor: Line.nullable(),
    kind: z.enum([
      'infantry',
      'reserve',
      'fpu',
      'engineer',
      'medical',
      'aviation',
      'signals',
      'transport',
      'observers',
      'headquarters',
      'other',
    ]),
    echelon: z.enum(['section', 'platoon', 'company', 'battalion', 'brigade', 'team']),
    role: z.enum(['line', 'qrf', 'reserve', 'support']),
    baseId: Id,
    /** The unit that commands it; null: none was named. */
    parentId: Id.nullable(),
    /** Null: unknown, never zero. */
    strengthCount: Count.nullable(),
    /** What the planner can move, by type. */
    elements: z.array(z.object({ typeId: Id, count: Count }).readonly()).readonly(),
    validFrom: Instant.nullable(),
    validTo: Instant.nullable(),
  })
  .readonly()
export type Unit = z.infer<typeof Unit>
