import { z } from 'zod'
import { Id, Instant, Line, LonLat } from '../place.ts'
import { FrozenPage } from './page.ts'

/** One slide of a briefing: a live state with a headline. */
export const Slide = z
  .object({
    id: Id,
    /** Which kind of `products/pages` says what it shows. */
    kind: z.enum(['map', 'comparison', 'text', 'decision', 'measures', 'chart', 'topic']),
    /** Left out, or of a deck that is gone: the first deck. */
    deckId: Id.optional(),
    orderKey: Line,
    headline: Line,
    /** Paragraphs of a text slide; of others, in older files, the speaker's notes: see `notesOf`. */
    body: z.string().max(4000),
    /** What the speaker says; left out: see `notesOf`. */
    notes: z.string().max(4000).optional(),
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
    /** On the wall its window is played from end to end while it stays. */
    isPlayed: z.boolean().optional(),
    /** For measures: which of them, in order; left out: the usual ones. */
    measureIds: z.array(Id).max(8).readonly().optional(),
    /** For a chart: which chart. */
    chartId: Id.optional(),
    /** For a topic: which topic. */
    topicId: Id.optional(),
    dwellSeconds: z.number().positive(),
    /** The row as a newer version wrote it, of a kind that this one does not know; left out: it knows it. */
    newer: z.record(z.string(), z.unknown()).readonly().optional(),
    /** As it stood when somebody froze it; left out: it is live. */
    frozen: FrozenPage.optional(),
  })
  .readonly()
export type Slide = z.infer<typeof Slide>
