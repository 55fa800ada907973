import { z } from 'zod'
import { Count, Id, Line, LonLat } from '../place.ts'

export const COMMUNITY_CLASSES = [
  'capital',
  'countyCapital',
  'districtCapital',
  'town',
  'village',
] as const

/** A place where people live. */
export const Community = z
  .object({
    id: Id,
    name: Line.min(1),
    position: LonLat,
    class: z.enum(COMMUNITY_CLASSES),
    /** The level-1 area as the source names it; border polygons may disagree. */
    areaId: Id.nullable(),
    /** Null: unknown; the ground spreads the area's people over such places. */
    populationCount: Count.nullable(),
    aliases: z.array(Line).readonly(),
  })
  .readonly()
export type Community = z.infer<typeof Community>
