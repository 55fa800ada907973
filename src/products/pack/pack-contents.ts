import { deckOf, slidesOf } from '#core/decks-of.ts'
import {
  baselineOf,
  type OperationDocument,
  operationOf,
  type RowOf,
  TABLE_NAMES,
  type TableName,
  type Tables,
} from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Deck, ReleaseLevel } from '#core/records/deck.ts'
import type { FrozenPage } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { LAYER_BASES } from '../ages/layer-bases.ts'
import { documentAt } from '../levels/document-at.ts'
import { isOutside, mayBeReadAt } from '../levels/levels.ts'
import { NOT_RELEASED } from '../levels/slides-at.ts'
import { type Batch, withoutRows, withoutWords } from './pack-columns.ts'

/** Which slides go into a pack, for whom, and the pages of those that stand still in it. */
export type PackAsked = {
  readonly deckId: string
  /** Left out: all of the deck. */
  readonly slideIds?: readonly string[]
  readonly level: ReleaseLevel
  /** UTC ISO: when it is made. */
  readonly madeAt: string
  /** Pages made for readers of the level, by slide id; a slide that has one stands still. */
  readonly frozen?: ReadonlyMap<string, FrozenPage>
}

/** What a pack holds, and what was left out of it, a sentence each. */
export type PackContents = {
  readonly contents: OperationContents
  readonly told: readonly string[]
}

/** Layers that are drawn as the records are, so that they are right with nothing else there. */
const PLAIN_LAYERS: readonly string[] = [
  ...['zones', 'restrictions', 'projects', 'facilities'],
  ...['towns', 'roads', 'waterways', 'land-cover', 'county-borders'],
]
/** What every map lies on. */
const GROUND_TABLES: readonly TableName[] = ['areas', 'communities', 'vehicles', 'indicators']
const VOICE_TABLES: readonly TableName[] = ['engagements', 'grievances']

/**
 * An operation reduced to what the slides of a deck show, as the readers of a level may know it. For the
 * staff slides stay live, and what figures are worked out from comes along, without words of reports.
 * For others nothing is worked out again on fewer facts than the mission has: a slide is a page that
 * was made for them and stands still, or a text; single incidents, patrols, answers and postings do not
 * leave in any precision.
 */
export function packContents(whole: OperationContents, asked: PackAsked): PackContents {
  const { level } = asked
  const { document, deck, slides } = ofDeck(whole.document, asked)
  const told: string[] = []
  const kept = slides.flatMap((slide, index) => {
    const packed = packedSlide(slide, asked, baselineOf(document)?.id ?? slide.scenarioId)
    if (packed === null) {
      told.push(
        `Slide ${index + 1} is not in the pack: outside the staff a slide leaves as a page that stands still, and there is none of it.`,
      )
    }
    return packed ?? []
  })
  const uses = usesOf(kept, level)
  const batches = batchesOf(document, whole, uses)
  const scenarioIds = scenarioIdsOf(document, kept)
  const tables = Object.fromEntries(
    TABLE_NAMES.map((name) => [
      name,
      uses.tables.has(name) ? ofScenarios(document.tables, name, scenarioIds) : new Map(),
    ]),
  )
  const { decisionSought, ...settings } = operationOf(document)
  const operation: RowOf<'operation'> = {
    ...settings,
    ...(decisionSought && !isOutside(level) ? { decisionSought } : {}),
    keeping: { rules: [], automatic: null },
    pack: { deckId: deck.id, level, madeAt: asked.madeAt },
  }
  return {
    contents: {
      document: {
        id: packId(whole.document, deck),
        tables: {
          ...(tables as unknown as OperationDocument['tables']),
          operation: new Map([[operation.id, operation]]),
          decks: new Map([[deck.id, deck]]),
          slides: new Map(kept.map((slide) => [slide.id, slide])),
          datasets: new Map(batches.map(({ dataset }) => [dataset.id, dataset])),
          scenarios: new Map([...document.tables.scenarios].filter(([id]) => scenarioIds.has(id))),
        },
      },
      columns: new Map(batches.map(({ dataset, columns }) => [dataset.id, columns])),
    },
    told,
  }
}

/** A newer pack of the same deck takes the place of an older one; the operation itself has another id. */
function packId({ id }: OperationDocument, deck: Deck): string {
  return `pack-${id}-${deck.id}`.slice(0, 120)
}

/** The document as readers of the level may know it, of its briefings this deck alone, made for them. */
function ofDeck(whole: OperationDocument, { deckId, slideIds, level }: PackAsked) {
  const own = deckOf(whole, deckId)
  const deck: Deck = { ...own, level }
  const slides = slidesOf(whole, own)
    .filter(({ id }) => slideIds?.includes(id) ?? true)
    .map((slide) => ({ ...slide, deckId: deck.id }))
  const document = documentAt(
    {
      ...whole,
      tables: {
        ...whole.tables,
        decks: new Map([[deck.id, deck]]),
        slides: new Map(slides.map((slide) => [slide.id, slide])),
      },
    },
    level,
  )
  const released = slides.flatMap(({ id }) => document.tables.slides.get(id) ?? [])
  return { document, deck: document.tables.decks.get(deck.id) ?? deck, slides: released }
}

/** A slide as it may leave; null: not at all. */
function packedSlide(slide: Slide, { level, frozen }: PackAsked, baselineId: string): Slide | null {
  const given = frozen?.get(slide.id)
  const page = given && mayBeReadAt(given.level ?? 'internal', level) ? given : slide.frozen
  if (!isOutside(level)) return page ? { ...slide, frozen: page } : slide
  if (slide.newer || slide.headline === NOT_RELEASED) return null
  if (!page) return slide.kind === 'text' ? slide : null
  if (page.page.headline === NOT_RELEASED) return null
  const layers = slide.layers.filter((id) => PLAIN_LAYERS.includes(id))
  // Its page says what it showed; the courses of action themselves stay with the staff.
  const { comparedIds: _, againstScenarioId: __, ...own } = slide
  return {
    ...own,
    scenarioId: baselineId,
    againstScenarioId: null,
    layers,
    frozen: withPlainMap(page),
  }
}

/** A map of which there is no picture is drawn anew: then of plain records alone. */
function withPlainMap(frozen: FrozenPage): FrozenPage {
  if (frozen.picture !== null) return frozen
  const blocks = frozen.page.blocks.map((block) =>
    block.type === 'map'
      ? {
          ...block,
          map: {
            ...block.map,
            layers: block.map.layers.filter((id) => PLAIN_LAYERS.includes(id)),
          },
          legends: block.legends.filter(({ id }) => PLAIN_LAYERS.includes(id)),
          withheld:
            block.withheld ?? 'The pack holds no picture of this map: borders and names only.',
        }
      : block,
  )
  return { ...frozen, page: { ...frozen.page, blocks } }
}

type Uses = {
  readonly tables: ReadonlySet<TableName>
  /** Whether anything is worked out on the wall, and so needs all observations. */
  readonly worksOut: boolean
  readonly layers: readonly string[]
}

/** What has to be there for slides to be shown. */
function usesOf(slides: readonly Slide[], level: ReleaseLevel): Uses {
  const worksOut =
    !isOutside(level) && slides.some(({ kind, frozen }) => !frozen && kind !== 'text')
  const asksVoices = slides.some(
    ({ kind, frozen }) => !frozen && (kind === 'topic' || kind === 'chart'),
  )
  const layers = slides.flatMap((slide) => [
    ...slide.layers,
    ...(slide.frozen?.page.blocks ?? []).flatMap((block) =>
      block.type === 'map' ? block.map.layers : [],
    ),
  ])
  const bases = layers.flatMap((id) =>
    id in LAYER_BASES ? LAYER_BASES[id as keyof typeof LAYER_BASES].tables : [],
  )
  const everything = TABLE_NAMES.filter(
    (name) => name !== 'purges' && (asksVoices || !VOICE_TABLES.includes(name)),
  )
  const shown = isOutside(level) ? bases.filter(isPlainTable) : bases
  return { tables: new Set(worksOut ? everything : [...GROUND_TABLES, ...shown]), worksOut, layers }
}

/** Courses of action that slides show; where they are set side by side without being named, all. */
function scenarioIdsOf(document: OperationDocument, slides: readonly Slide[]): Set<string> {
  const { scenarios } = document.tables
  const comparesAll = slides.some(
    ({ kind, frozen, comparedIds }) => !frozen && !comparedIds && !['text', 'map'].includes(kind),
  )
  const shown = slides.flatMap(({ scenarioId, againstScenarioId, comparedIds = [] }) => [
    scenarioId,
    againstScenarioId ?? scenarioId,
    ...comparedIds,
  ])
  const all = [...scenarios.values()].filter(
    ({ id, isBaseline, isArchived }) =>
      isBaseline || shown.includes(id) || (comparesAll && !isArchived),
  )
  return new Set(all.map(({ id }) => id))
}

/** Rows of these courses of action; rows that are of none are kept. */
function ofScenarios(tables: Tables, name: TableName, ids: ReadonlySet<string>) {
  const table: ReadonlyMap<string, unknown> = tables[name]
  return new Map(
    [...table].filter(([, row]) => {
      const { scenarioId } = row as { readonly scenarioId?: string }
      return scenarioId === undefined || ids.has(scenarioId)
    }),
  )
}

function isPlainTable(name: TableName): boolean {
  return ['areas', 'communities', 'zones', 'restrictions', 'projects', 'facilities'].includes(name)
}

/** Observations that are worked on or drawn, which signals are not; of the others only of when they are. */
function batchesOf(
  document: OperationDocument,
  { columns }: OperationContents,
  { worksOut, layers }: Uses,
): Batch[] {
  const drawn = layers
    .filter((id) => PLAIN_LAYERS.includes(id))
    .flatMap((id): readonly string[] => LAYER_BASES[id as keyof typeof LAYER_BASES].kinds)
  return [...document.tables.datasets.values()].flatMap((dataset) => {
    const own = columns.get(dataset.id)
    if (!own) return []
    const isNeeded = (worksOut && dataset.kind !== 'signals') || drawn.includes(dataset.kind)
    const batch = { dataset, columns: own }
    return isNeeded ? withoutWords(batch) : withoutRows(batch)
  })
}
