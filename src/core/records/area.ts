import { z } from 'zod'
import { Count, Id, Line, MultiPolygon } from '../place.ts'

/** An administrative area: a county (level 1) or a district (level 2). */
export const Area = z
  .object({
    id: Id,
    name: Line.min(1),
    level: z.int().min(0).max(3),
    /** Official place code, such as LR03; joins tables from other hands. */
    placeCode: Line.nullable(),
    parentId: Id.nullable(),
    /** Other spellings by which a file may name it. */
    aliases: z.array(Line).readonly(),
    outline: MultiPolygon,
    /** Null: unknown. */
    populationCount: Count.nullable(),
  })
  .readonly()
export type Area = z.infer<typeof Area>
