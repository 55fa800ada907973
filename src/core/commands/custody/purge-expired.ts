import { type Change, put, remove } from '../../change.ts'
import type { OperationDocument } from '../../document.ts'
import type { Purge } from '../../records/purge.ts'
import { expiriesAt, type Holding } from '../../retention/holdings.ts'
import type { Command } from '../command.ts'

/** What is to be deleted for good, and by whose word. */
export type PurgeWish = {
  readonly chosen: readonly Pick<Holding, 'table' | 'id'>[]
  /** UTC ISO, by the clock of the machine. */
  readonly now: string
  readonly by: string
  readonly isAutomatic: boolean
  /** New; the rows of the log are numbered after it. */
  readonly purgeId: string
}

/**
 * Takes out what has expired and leaves a row of the log a subject, label and rule. Whoever runs it must
 * see to it that nothing brings the rows back: `DocumentState.purge`.
 */
export const purgeExpired: Command<PurgeWish> = {
  id: 'expired.purge',
  title: 'Delete what has expired',

  blocked(document, wish) {
    if (wish.chosen.length === 0) return 'Nothing is chosen to be deleted.'
    return chosenIn(document, wish).length === wish.chosen.length
      ? null
      : 'Some of it has not expired, or is no longer there. Look at the list again.'
  },

  change(document, wish): Change {
    const holdings = chosenIn(document, wish)
    return {
      note: 'Delete what had expired',
      rows: [
        ...holdings.map(({ table, id }) => remove(document, table, id)),
        ...logOf(holdings, wish).map((row) => put(document, 'purges', row)),
      ],
    }
  },
}

function chosenIn(document: OperationDocument, { chosen, now }: PurgeWish): Holding[] {
  const names = new Set(chosen.map(({ table, id }) => `${table}/${id}`))
  return expiriesAt(document, now).expired.filter(({ table, id }) => names.has(`${table}/${id}`))
}

function logOf(
  holdings: readonly Holding[],
  { now, by, isAutomatic, purgeId }: PurgeWish,
): readonly Purge[] {
  const groups = new Map<string, Holding[]>()
  for (const holding of holdings) {
    const { subject, label, rule } = holding
    const key = [subject, label, rule?.months].join()
    groups.set(key, [...(groups.get(key) ?? []), holding])
  }
  return [...groups.values()].map((group, index) => {
    const { table, subject, label, rule } = group[0]!
    return {
      id: `${purgeId}-${index + 1}`,
      purgedAt: now,
      by,
      isAutomatic,
      subject,
      label,
      rowCount: group.reduce((sum, { rowCount }) => sum + rowCount, 0),
      datasetCount: table === 'datasets' ? group.length : null,
      ruleMonths: rule?.months ?? null,
    }
  })
}
