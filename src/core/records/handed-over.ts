import { z } from 'zod'
import { Count, Id, Instant, Line, Sensitivity } from '../place.ts'

/** One file that left the operation: who, what, when, under which label; nothing of its content. */
export const HandedOver = z
  .object({
    id: Id,
    at: Instant,
    by: Line,
    what: z.enum(['data', 'operation', 'importReport', 'handoverList', 'briefing']),
    /** Ids of the layers in it; of a whole operation and of a report none. */
    layers: z.array(Line).readonly(),
    format: Line,
    /** Null: not counted. */
    rowCount: Count.nullable(),
    /** The level that it was cleared for; null: it left whole, which is for planners alone. */
    clearedFor: Sensitivity.nullable(),
    /** The highest label of what is in it; of whatever is for the named few `severe`. */
    label: Sensitivity,
    fileName: Line,
    /** Of the file, in hexadecimal. */
    sha256: Line,
  })
  .readonly()
export type HandedOver = z.infer<typeof HandedOver>
