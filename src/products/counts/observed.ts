import { type Columns, numbersOf } from '#core/columns/columns.ts'
import type { DatasetKind } from '#core/records/dataset.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { countedDatasets } from '../levels/counted-datasets.ts'
import type { Period } from '../levels/told-period.ts'
import { type CountFacts, periodOf, planningMinutes } from './period-of.ts'

/** Columns of all that was observed of a kind, and from when to when it was. */
export type Observed = {
  readonly batches: readonly Columns[]
  /** Of the first row, and of the last or what the source says, up to the planning instant. */
  readonly from: number
  readonly until: number
}

const spans = new WeakMap<Columns, { readonly first: number; readonly last: number }>()

/**
 * What was observed of a kind by the planning instant; null: its columns are not at hand. Without a
 * dataset there are no batches, and nothing is known of any time.
 */
export function observedOf(
  facts: CountFacts,
  kind: DatasetKind,
  timeField: string,
): Observed | null {
  const datasets = countedDatasets(facts.document, kind)
  const batches = datasets.flatMap(({ id }) => facts.columns.get(id) ?? [])
  if (batches.length < datasets.length) return null
  const known = batches.map((batch) => spanOf(batch, timeField))
  const told = datasets.flatMap(({ asOf }) => (asOf === null ? [] : [epochMinutesOf(asOf)]))
  const from = Math.min(Number.POSITIVE_INFINITY, ...known.map(({ first }) => first))
  const last = Math.max(Number.NEGATIVE_INFINITY, ...known.map(({ last: end }) => end), ...told)
  const at = planningMinutes(facts)
  return { batches, from, until: Number.isFinite(last) ? Math.min(at, last) : at }
}

/** Up to where records of many periods are told: as far as they go, and no further than the deck's period. */
export function toldUntil(facts: CountFacts, { until }: Pick<Observed, 'until'>): number {
  return Math.min(until, periodOf(facts).until)
}

function spanOf(batch: Columns, timeField: string) {
  const known = spans.get(batch)
  if (known) return known
  let [first, last] = [Infinity, -Infinity]
  for (const time of numbersOf(batch, timeField)) {
    if (time < first) first = time
    if (time > last) last = time
  }
  spans.set(batch, { first, last })
  return { first, last }
}

/**
 * The part of the deck's period up to where records go, as long as the whole and so earlier; null: they
 * end before it began, or there are none, so nothing is known of it.
 */
export function recordedPeriod(facts: CountFacts, { from, until }: Observed): Period | null {
  const asked = periodOf(facts)
  const lengthMinutes = asked.until - asked.from
  const end = Math.min(asked.until, until)
  const isKnown = end > asked.from && from < end
  return isKnown ? { from: end - lengthMinutes, until: end } : null
}
