import { type OperationDocument, operationOf, TABLE_NAMES, type TableName } from '#core/document.ts'
import { DATASET_KINDS, type DatasetKind } from '#core/records/dataset.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { ageText, type Freshness, freshnessOf, hoursText } from '#core/time/freshness.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import type { LayerBasis } from './layer-bases.ts'

/** How old what a layer shows is. */
export type LayerAge = {
  /** UTC ISO; null: nobody said. */
  readonly asOf: string | null
  readonly expectedEveryHours: number | null
  readonly freshness: Freshness
  /** What is of that age: the title of a dataset or a source. */
  readonly title: string
  /** Of which kind it is; null: it is no dataset. */
  readonly kind: DatasetKind | null
  /** "Roads: 9 d old, expected every 3 d." */
  readonly sentence: string
}

type Dated = Pick<LayerAge, 'asOf' | 'expectedEveryHours' | 'title' | 'kind'>

/** What is known to be old is worse than what nobody dated, and both are worse than what is merely late. */
const WORSE: Readonly<Record<Freshness, number>> = { fresh: 0, ageing: 1, unknown: 2, stale: 3 }

/**
 * Of all that a layer rests on, what is worst off, and of equals what is most overdue: the one answer
 * for the map, the legend, the list of layers, the banner and every product.
 */
export function layerAge(document: OperationDocument, basis: LayerBasis, nowAt: string): LayerAge {
  const worst = datedOf(document, basis)
    .map((each) => ({ ...each, freshness: freshnessOf(each.asOf, each.expectedEveryHours, nowAt) }))
    .reduce<(Dated & { readonly freshness: Freshness }) | null>(
      (worst, each) => (worst && !isWorse(each, worst, nowAt) ? worst : each),
      null,
    )
  if (worst && !(basis.isDecided && worst.asOf === null)) {
    return { ...worst, sentence: sentenceOf(worst, nowAt) }
  }
  const { planningAt } = operationOf(document)
  const common = { expectedEveryHours: null, title: '', kind: null }
  return basis.isDecided
    ? {
        ...common,
        asOf: planningAt,
        freshness: 'fresh',
        sentence: `As decided for ${dateTimeGroup(planningAt)}.`,
      }
    : { ...common, asOf: null, freshness: 'unknown', sentence: 'Nobody said how old this is.' }
}

/** Layers that are stale and by which people decide, the most overdue first. */
export function staleLayers<T extends { readonly age: LayerAge; readonly basis: LayerBasis }>(
  layers: readonly T[],
  nowAt: string,
): T[] {
  return layers
    .filter(({ age, basis }) => age.freshness === 'stale' && !basis.isBackground)
    .sort((a, b) => overdueShare(b.age, nowAt) - overdueShare(a.age, nowAt))
}

/**
 * The last instant up to `nowAt` at which anything became older than its interval or twice that; the
 * planning instant where nothing did since. Every layer has the same state then as it has now, so
 * what is drawn by state alone is drawn anew only when one changes.
 */
export function statesSinceAt(document: OperationDocument, nowAt: string): string {
  const now = epochMinutesOf(nowAt)
  let since = Math.min(epochMinutesOf(operationOf(document).planningAt), now)
  for (const { asOf, expectedEveryHours } of datedOf(document, EVERYTHING)) {
    if (asOf === null || !expectedEveryHours) continue
    for (const times of [1, 2]) {
      const at = epochMinutesOf(asOf) + times * 60 * expectedEveryHours
      if (at <= now) since = Math.max(since, Math.min(now, at + SURELY_PAST_MINUTES))
    }
  }
  return since === now ? nowAt : instantOf(since)
}

/** A second and a half: instants are told to the second, and intervals may be no whole ones. */
const SURELY_PAST_MINUTES = 1.5 / 60

const EVERYTHING = { kinds: DATASET_KINDS, tables: TABLE_NAMES }

function datedOf(
  document: OperationDocument,
  { kinds, tables }: Pick<LayerBasis, 'kinds' | 'tables'>,
): Dated[] {
  return [
    ...kinds.flatMap((kind) => newestDataset(document, kind) ?? []),
    ...tables.flatMap((table) => newestOfTable(document, table) ?? []),
  ]
}

function newestDataset({ tables }: OperationDocument, kind: DatasetKind): Dated | null {
  return newest([...tables.datasets.values()].filter((dataset) => dataset.kind === kind))
}

/** The source of a table that is newest; null: none names it. */
function newestOfTable(document: OperationDocument, table: TableName): Dated | null {
  const { sources } = operationOf(document)
  const own = sources
    .filter(({ tables }) => tables?.includes(table))
    .map(({ title, asOf, expectedEveryHours = null }) => ({
      title,
      asOf,
      expectedEveryHours,
      kind: null,
    }))
  return newest(table === 'restrictions' ? [...own, ...verified(document, own)] : own)
}

/** The latest word on any restriction: who drives past one dates it as a file does. */
function verified({ tables }: OperationDocument, sources: readonly Dated[]): Dated[] {
  let asOf: string | null = null
  for (const { lastVerifiedAt: at } of tables.restrictions.values()) {
    if (at !== null && (asOf === null || at > asOf)) asOf = at
  }
  const expectedEveryHours = newest(sources)?.expectedEveryHours ?? null
  return asOf === null ? [] : [{ title: 'Restrictions', asOf, expectedEveryHours, kind: null }]
}

function newest(all: readonly Dated[]): Dated | null {
  return all.reduce<Dated | null>(
    (found, each) => (found && (each.asOf ?? '') <= (found.asOf ?? '') ? found : each),
    null,
  )
}

type Judged = Dated & { readonly freshness: Freshness }

function isWorse(one: Judged, other: Judged, nowAt: string): boolean {
  const by = WORSE[one.freshness] - WORSE[other.freshness]
  return by > 0 || (by === 0 && overdueShare(one, nowAt) > overdueShare(other, nowAt))
}

/** Age over how often new data is expected; where nothing is, far less, by age. */
function overdueShare({ asOf, expectedEveryHours }: Omit<Dated, 'kind'>, nowAt: string): number {
  if (asOf === null) return Number.POSITIVE_INFINITY
  const ageHours = (epochMinutesOf(nowAt) - epochMinutesOf(asOf)) / 60
  return expectedEveryHours === null ? ageHours * 1e-9 : ageHours / expectedEveryHours
}

function sentenceOf({ title, asOf, expectedEveryHours }: Judged, nowAt: string): string {
  if (asOf === null) return `${title}: age not known.`
  const age = ageText(asOf, nowAt)
  const old = age === 'later' ? 'from after the planning time' : `${age} old`
  return expectedEveryHours === null
    ? `${title}: ${old}; nothing new is expected regularly.`
    : `${title}: ${old}, expected every ${hoursText(expectedEveryHours)}.`
}
