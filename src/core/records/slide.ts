import { z } from 'zod'
import { Id, Instant, Line, LonLat } from '../place.ts'

/** One slide of the briefing: a live state of the map with a headline. */
export const Slide = z
  .object({
    id: Id,
    /** Which slide kind of `briefing/slides` draws it. */
    kind: z.enum(['map', 'comparison', 'text', 'decision']),
    orderKey: Line,
    headline: Line,
    /** Paragraphs of a text slide, or the speaker's notes. */
    body: z.string().max(4000),
    scenarioId: Id,
    /** For a comparison: against which scenario. */
    againstScenarioId: Id.nullable(),
    /** For a decision: which scenarios stand beside it; left out: those that are compared unless chosen. */
    comparedIds: z.array(Id).max(4).readonly().optional(),
    camera: z.object({ centre: LonLat, zoom: z.number() }).readonly().nullable(),
    /** Ids of the layer types that are seen, bottom first. */
    layers: z.array(Id).readonly(),
    windowFrom: Instant.nullable(),
    windowTo: Instant.nullable(),
    dwellSeconds: z.number().positive(),
  })
  .readonly()
export type Slide = z.infer<typeof Slide>
