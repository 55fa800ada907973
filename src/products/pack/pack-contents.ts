import { deckOf, slidesOf } from '#core/decks-of.ts'
import {
  baselineOf,
  type OperationDocument,
  operationOf,
  type RowOf,
  TABLE_NAMES,
} from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Deck, ReleaseLevel } from '#core/records/deck.ts'
import type { FrozenPage } from '#core/records/page.ts'
import { deckFor } from '../levels/deck-for.ts'
import { documentAt } from '../levels/document-at.ts'
import { isOutside } from '../levels/levels.ts'
import { namedSources, plainRows, unnamedDataset, verdictsFor, withoutNotes } from './pack-rows.ts'
import { batchesOf, ofScenarios, scenarioIdsOf, usesOf } from './pack-uses.ts'
import { packedSlide } from './packed-slide.ts'

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

/**
 * An operation reduced to what the slides of a deck show, as the readers of a level may know it. For the
 * staff slides stay live, and what figures are worked out from comes along, without words of reports,
 * the speaker's notes and names of files: it is for a machine in a room.
 * For others nothing is worked out again on fewer facts than the mission has: a slide is a page that
 * was made for them and stands still, or a text; single incidents, patrols, answers and postings do not
 * leave in any precision.
 */
export function packContents(whole: OperationContents, asked: PackAsked): PackContents {
  const { level } = asked
  const { document, deck, slides } = ofDeck(whole.document, asked)
  const told: string[] = []
  const kept = slides.flatMap((slide, index) => {
    const packed = packedSlide(
      slide,
      { level, given: asked.frozen?.get(slide.id) },
      baselineOf(document)?.id ?? slide.scenarioId,
    )
    if (packed === null) {
      told.push(
        `Slide ${index + 1} is not in the briefing pack: outside the staff a slide leaves as a page that stands still, and there is none of it.`,
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
      uses.tables.has(name)
        ? plainRows(name, ofScenarios(document.tables, name, scenarioIds), document.tables)
        : new Map(),
    ]),
  )
  const { decisionSought, ...settings } = operationOf(document)
  const operation: RowOf<'operation'> = {
    ...settings,
    ...(decisionSought && !isOutside(level) ? { decisionSought } : {}),
    sources: namedSources(settings),
    keeping: { rules: [], automatic: null },
    pack: { deckId: deck.id, level, madeAt: asked.madeAt },
  }
  const packed: OperationDocument = {
    id: packId(whole.document, deck),
    tables: {
      ...(tables as unknown as OperationDocument['tables']),
      operation: new Map([[operation.id, operation]]),
      decks: new Map([[deck.id, deck]]),
      slides: new Map(kept.map((slide) => [slide.id, withoutNotes(slide)])),
      datasets: new Map(batches.map(({ dataset }) => [dataset.id, unnamedDataset(dataset)])),
      scenarios: new Map([...document.tables.scenarios].filter(([id]) => scenarioIds.has(id))),
    },
  }
  return {
    contents: {
      document: {
        ...packed,
        tables: { ...packed.tables, verdicts: verdictsFor(packed, whole.document) },
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
  const deck = deckFor(own, level)
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
