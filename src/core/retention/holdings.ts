import { type OperationDocument, operationOf } from '../document.ts'
import type { Sensitivity } from '../place.ts'
import type { Dataset } from '../records/dataset.ts'
import type { Engagement } from '../records/engagement.ts'
import type { Grievance } from '../records/grievance.ts'
import { KEEPING_SUBJECTS, type KeepingRule, type KeepingSubject } from '../records/keeping.ts'
import { isAbove } from '../sensitivity-order.ts'
import { dayOf, daysAfter, monthsAfter } from './days.ts'

/** Something that tells of people and is kept up to a day. */
export type Holding = {
  readonly table: 'datasets' | 'engagements' | 'grievances'
  readonly id: string
  readonly subject: KeepingSubject
  readonly label: Sensitivity
  /** Observations of a dataset; 1 for a row of a register. */
  readonly rowCount: number
  /** UTC, the last one on which it is kept: `2026-11-22`. */
  readonly lastDay: string
  /** What says so; null: the date that a person gave it. */
  readonly rule: KeepingRule | null
}

/** What is past its last day, and what will be within thirty days; each the earliest first. */
export type Expiries = { readonly expired: readonly Holding[]; readonly soon: readonly Holding[] }

const SOON_DAYS = 30

/**
 * What has outlived its time at an instant. A date that a person gave a row or dataset holds before any
 * rule; what neither says anything of is kept. Costs a look at every row of three registers.
 *
 * @param now UTC ISO, by the clock of the machine: keeping is about today, not about the planning time.
 * @param rules those that are set, unless others are to be tried.
 */
export function expiriesAt(
  document: OperationDocument,
  now: string,
  rules: readonly KeepingRule[] = operationOf(document).keeping.rules,
): Expiries {
  const [today, later] = [dayOf(now), daysAfter(now, SOON_DAYS)]
  const held = holdings(document, rules).sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
  return {
    expired: held.filter(({ lastDay }) => lastDay < today),
    soon: held.filter(({ lastDay }) => lastDay >= today && lastDay < later),
  }
}

function holdings({ tables }: OperationDocument, rules: readonly KeepingRule[]): Holding[] {
  return [
    ...[...tables.datasets.values()].map((row) => datasetHolding(row, rules)),
    ...[...tables.engagements.values()].map((row) => engagementHolding(row, rules)),
    ...[...tables.grievances.values()].map((row) => grievanceHolding(row, rules)),
  ].filter((holding) => holding !== null)
}

/** A dataset is as old as the newest that it tells of, else as its import. */
function datasetHolding(row: Dataset, rules: readonly KeepingRule[]): Holding | null {
  const { id, kind, sensitivity: label, rowCount, asOf, importedAt } = row
  const subject = KEEPING_SUBJECTS.find((one) => one === kind)
  if (!subject) return null
  const about = { table: 'datasets', id, subject, label, rowCount } as const
  return held(about, row, asOf ?? importedAt, rules)
}

/** What came of a planned meeting is not known before it; from its day on it ages. */
function engagementHolding(row: Engagement, rules: readonly KeepingRule[]): Holding | null {
  const about = {
    table: 'engagements',
    id: row.id,
    subject: 'engagements',
    label: 'high',
    rowCount: 1,
  } as const
  const instants = [row.heldAt, row.followUpAt ?? row.heldAt].map(dayOf).sort()
  return held(about, row, instants.at(-1)!, rules)
}

/**
 * The time of a grievance runs from its closure: the answer. Open ones stay, and so do
 * those closed without a day on record, until somebody gives them one or the other. */
function grievanceHolding(row: Grievance, rules: readonly KeepingRule[]): Holding | null {
  const about = {
    table: 'grievances',
    id: row.id,
    subject: 'grievances',
    label: row.isProtectedCase ? 'severe' : 'high',
    rowCount: 1,
  } as const
  const isClosed = row.status === 'resolved' || row.status === 'referred'
  return held(about, row, isClosed ? row.respondedAt : null, rules)
}

function held(
  about: Omit<Holding, 'lastDay' | 'rule'>,
  { keepUntil }: { readonly keepUntil?: string | undefined },
  startAt: string | null,
  rules: readonly KeepingRule[],
): Holding | null {
  if (keepUntil !== undefined) return { ...about, lastDay: keepUntil, rule: null }
  const rule = shortest(about, rules)
  if (!rule || startAt === null) return null
  return { ...about, lastDay: monthsAfter(dayOf(startAt), rule.months), rule }
}

function shortest(
  { subject, label }: Pick<Holding, 'subject' | 'label'>,
  rules: readonly KeepingRule[],
): KeepingRule | null {
  const meant = rules.filter((rule) => rule.subject === subject && !isAbove(rule.label, label))
  return meant.reduce<KeepingRule | null>(
    (least, rule) => (least && least.months <= rule.months ? least : rule),
    null,
  )
}
