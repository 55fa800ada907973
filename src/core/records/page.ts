import { z } from 'zod'
import { Id, Instant, Line, LonLat } from '../place.ts'
import { ReleaseLevel } from './deck.ts'

/** Of status, always with a shape: ● good, ▲ watch, ■ bad, ◌ unknown. */
export const PageStatus = z.enum(['good', 'watch', 'bad', 'unknown'])
export type PageStatus = z.infer<typeof PageStatus>

const Text = z.string().max(4000)

/** One figure that a room remembers, with what it is compared with. */
export const BigNumber = z
  .object({
    id: Id,
    value: Line,
    /** Half as large beside the value; empty if it has none. */
    unit: Line,
    label: Line,
    /** "now 34 %" */
    comparison: Line,
    /** A mark before the comparison. */
    status: PageStatus.nullable(),
  })
  .readonly()
export type BigNumber = z.infer<typeof BigNumber>

/** Without any while they are worked out, so that a face keeps their room. */
const NumbersBlock = z
  .object({ type: z.literal('numbers'), numbers: z.array(BigNumber).max(8).readonly() })
  .readonly()

const TextBlock = z
  .object({ type: z.literal('text'), paragraphs: z.array(Text).max(200).readonly() })
  .readonly()

/** Sentences that a word leads: "Because …", "We asked …". */
const PointsBlock = z
  .object({
    type: z.literal('points'),
    title: Line.nullable(),
    points: z
      .array(
        z
          .object({
            lead: Line,
            text: Text,
            status: PageStatus.nullable(),
            /** The same in fewer words, longest first, for a face that has a line for it; left out: none. */
            shorter: z.array(Text).max(8).readonly().optional(),
          })
          .readonly(),
      )
      .max(60)
      .readonly(),
  })
  .readonly()

/** A course of action as it is named: its number in a square of its colour; null: the current posture. */
export const PageCoa = z
  .object({ scenarioId: Id, name: Line, number: z.int().positive().nullable() })
  .readonly()
export type PageCoa = z.infer<typeof PageCoa>

const TableCell = z
  .object({
    text: Line,
    status: PageStatus.nullable(),
    isBest: z.boolean(),
    /** Beside the text, lighter. */
    note: Line.nullable(),
  })
  .readonly()

const TableBlock = z
  .object({
    type: z.literal('table'),
    title: Line.nullable(),
    /** Over the heads of rows. */
    corner: Line,
    columns: z
      .array(
        z
          .object({
            head: Line,
            /** Where the column is a course of action. */
            coa: PageCoa.nullable(),
            align: z.enum(['start', 'end']),
            isChosen: z.boolean(),
          })
          .readonly(),
      )
      .max(12)
      .readonly(),
    rows: z
      .array(
        z
          .object({
            id: Id,
            head: Line,
            note: Line.nullable(),
            cells: z.array(TableCell).max(12).readonly(),
            isTotal: z.boolean(),
          })
          .readonly(),
      )
      .max(400)
      .readonly(),
    /** Under the table: what its marks mean, what is not in it. */
    note: Line.nullable(),
  })
  .readonly()

/** Which meaning colours a series; a face has a colour and a pattern or shape for each. */
export const ChartTone = z.enum(['main', 'second', 'third', 'good', 'watch', 'bad', 'unknown'])
export type ChartTone = z.infer<typeof ChartTone>

const ChartBlock = z
  .object({
    type: z.literal('chart'),
    form: z.enum(['bars', 'stackedBars', 'columns', 'stackedColumns', 'line']),
    title: Line,
    /** Of its values: "incidents", "people", "%". */
    unit: Line,
    categories: z.array(Line).max(120).readonly(),
    series: z
      .array(
        z
          .object({
            name: Line,
            tone: ChartTone,
            /** One a category; null: not known, which is drawn as no bar and said. */
            values: z.array(z.number().nullable()).max(120).readonly(),
          })
          .readonly(),
      )
      .min(1)
      .max(6)
      .readonly(),
    /** A line across, such as a floor or a mean; null: none. */
    mark: z.object({ value: z.number(), label: Line }).readonly().nullable(),
    note: Line.nullable(),
  })
  .readonly()
export type ChartBlock = z.infer<typeof ChartBlock>

/** What a map of a page shows; who draws it stands elsewhere. */
export const PageMap = z
  .object({
    scenarioId: Id,
    againstScenarioId: Id.nullable(),
    /** Ids of layer types, bottom first, those alone that the readers of the page may see. */
    layers: z.array(Id).readonly(),
    windowEpochMinutes: z.tuple([z.number(), z.number()]).readonly().nullable(),
    /** As on a desktop map; null: the whole theatre. */
    camera: z.object({ centre: LonLat, zoom: z.number() }).readonly().nullable(),
  })
  .readonly()
export type PageMap = z.infer<typeof PageMap>

const Swatch = z.object({ shape: Line, color: Line }).loose().readonly()

/** What a layer on the map means. */
export const PageLegend = z
  .object({
    id: Id,
    title: Line,
    ramp: z
      .object({ colors: z.array(Line).max(12).readonly(), low: Line, high: Line })
      .readonly()
      .nullable(),
    lines: z
      .array(
        z
          .object({
            label: Line,
            swatch: Swatch,
            /** People who live there; null: not counted. */
            peopleCount: z.number().nullable(),
          })
          .readonly(),
      )
      .max(40)
      .readonly(),
  })
  .readonly()
export type PageLegend = z.infer<typeof PageLegend>

const MapBlock = z
  .object({
    type: z.literal('map'),
    map: PageMap,
    legends: z.array(PageLegend).max(20).readonly(),
    /** Places named beside the land, the weightiest first. */
    callouts: z
      .array(z.object({ id: Id, name: Line, change: Line, position: LonLat }).readonly())
      .max(12)
      .readonly(),
    /** What the readers may not see and the map leaves out, in words; null: nothing. */
    withheld: Line.nullable(),
  })
  .readonly()
export type MapBlock = z.infer<typeof MapBlock>

/** One thing that a page says. Every face of a briefing draws every type. */
export const PageBlock = z.discriminatedUnion('type', [
  NumbersBlock,
  TextBlock,
  PointsBlock,
  TableBlock,
  ChartBlock,
  MapBlock,
])
export type PageBlock = z.infer<typeof PageBlock>
export type TableBlock = z.infer<typeof TableBlock>
export type PointsBlock = z.infer<typeof PointsBlock>
export type NumbersBlock = z.infer<typeof NumbersBlock>
export type TextBlock = z.infer<typeof TextBlock>

/**
 * What a slide says, worked out: the same on the wall, in the deck and in the file. Marking, times and
 * disclaimer stand round it and are of the product, not of the page.
 */
export const Page = z
  .object({
    slideId: Id,
    headline: Line,
    /** Which courses of action it shows, beside the marking. */
    coas: z.array(PageCoa).max(8).readonly(),
    /** From when to when its dated marks are; null: all dates. */
    window: Line.nullable(),
    blocks: z.array(PageBlock).max(12).readonly(),
    /** Data that it rests on and that is stale. */
    stale: z.object({ sentence: Line, due: Line, moreCount: z.int() }).readonly().nullable(),
    /** Shocks and forces of other days under which its figures hold; null: none. */
    under: Line.nullable(),
    /** What was left out or made coarser for its readers, a sentence each. */
    withheld: z.array(Line).max(20).readonly(),
  })
  .readonly()
export type Page = z.infer<typeof Page>

/** Of a data URL of the map of a frozen page; longer ones would make every save slow. */
export const MOST_PICTURE_CHARACTERS = 900_000

/** A slide as it stood at an instant. */
export const FrozenPage = z
  .object({
    at: Instant,
    /** For whom it was made; nobody else is ever shown it. */
    level: ReleaseLevel,
    /** Of when the data was that it rests on; left out: not known. */
    dataAsOf: Instant.optional(),
    page: Page,
    /** Of its map, as a data URL of a picture; null: it has no map. */
    picture: z
      .string()
      .max(MOST_PICTURE_CHARACTERS)
      .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/)
      .nullable(),
  })
  .readonly()
export type FrozenPage = z.infer<typeof FrozenPage>
