import { type OperationDocument, operationOf } from '#core/document.ts'
import { markingText } from '#core/marking.ts'
import type { Deck } from '#core/records/deck.ts'
import type { Operation } from '#core/records/operation.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { oldText } from '#core/time/freshness.ts'
import { leadingDataset } from '#core/time/leading-dataset.ts'
import { pictureNowAt } from '#core/time/picture-now.ts'
import { RELEASE_WORDS } from './levels/levels.ts'
import type { ProductFrame } from './product.ts'
import { needMeasured } from './words/need-measured.ts'

/** Where nobody filled in what a product has to say. */
export const NOT_SAID = 'not said'

/** Of an operation that is not marked, so that no page stands without one. */
const UNMARKED = 'UNMARKED'

/**
 * What stands round every page of a product.
 *
 * @param document as its readers may know it, so that no source is named that they may not know of.
 * @param now UTC ISO: when it is made.
 */
export function productFrame(document: OperationDocument, deck: Deck, now: string): ProductFrame {
  const operation = operationOf(document)
  const agesAt = pictureNowAt(operation, now)
  return {
    title: deck.name,
    operation: operation.name,
    theatre: operation.theatreName || NOT_SAID,
    marking: markingText(operation) || UNMARKED,
    isExercise: operation.isExercise,
    level: deck.level,
    release: RELEASE_WORDS[deck.level],
    madeAt: now,
    madeDtg: dateTimeGroup(now),
    planningDtg: dateTimeGroup(operation.planningAt),
    dataAsOf: dataAsOf(document, agesAt),
    sources: sourceLines(document, agesAt),
    disclaimer: disclaimerOf(operation),
    datum: 'WGS 84; maps in Web Mercator',
    author: deck.author.trim() || NOT_SAID,
    distribution: deck.distribution.trim() || NOT_SAID,
    edition: deck.edition,
    layout: REPORTS.includes(deck.templateId ?? '') ? 'report' : 'slides',
    method: needMeasured(document),
  }
}

/** Templates of decks that are read rather than shown. */
const REPORTS: readonly string[] = ['daily', 'community']

function dataAsOf({ tables }: OperationDocument, agesAt: string): string {
  const leading = leadingDataset(tables.datasets, agesAt)
  if (!leading?.asOf) return 'Data as of: no dated data'
  return `Data as of ${dateTimeGroup(leading.asOf)} (${oldText(leading.asOf, agesAt)})`
}

function disclaimerOf({ isExercise }: Pick<Operation, 'isExercise'>): string {
  const always =
    'Boundaries and names imply no legal opinion. Figures are estimates; they advise and decide nothing.'
  return isExercise ? `${always} EXERCISE: data are invented.` : always
}

type SourceLine = {
  readonly title: string
  readonly licence: string
  readonly asOf: string | null
}

/** Datasets first, as they lie behind the figures; a source that both name is said once, with its newest date. */
function sourceLines(document: OperationDocument, agesAt: string): readonly string[] {
  const ofData = [...document.tables.datasets.values()].map(({ source, title, licence, asOf }) => ({
    title: source.trim() || title,
    licence,
    asOf,
  }))
  const newest = new Map<string, SourceLine>()
  for (const line of [...ofData, ...operationOf(document).sources]) {
    const key = `${line.title.trim().toLowerCase()}\n${line.licence.trim().toLowerCase()}`
    const known = newest.get(key)
    if (!known || (line.asOf ?? '') > (known.asOf ?? '')) newest.set(key, line)
  }
  return [...newest.values()].map(({ title, licence, asOf }) => {
    const dated =
      asOf === null ? 'date not said' : `${dateTimeGroup(asOf)} (${oldText(asOf, agesAt)})`
    return `${title.trim() || NOT_SAID} · ${licence.trim() || 'licence not said'} · ${dated}`
  })
}
