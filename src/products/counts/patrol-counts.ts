import { categoriesOf, numbersOf } from '#core/columns/columns.ts'
import type { Period } from '../levels/told-period.ts'
import { observedOf, recordedPeriod } from './observed.ts'
import type { CountFacts } from './period-of.ts'

/** Patrols that set out in the deck's period, and in the four before on average. */
export type PatrolCounts = {
  /** Null: nothing is known of it. */
  readonly period: Period | null
  readonly count: number
  readonly usualCount: number | null
  readonly types: readonly { readonly type: string; readonly count: number }[]
}

const PERIODS_BEFORE = 4

/** Null: patrols are not at hand yet. Types add up to all. */
export function patrolCounts(facts: CountFacts): PatrolCounts | null {
  const observed = observedOf(facts, 'patrols', 'startedEpochMinutes')
  if (!observed) return null
  const period = recordedPeriod(facts, observed)
  if (!period) return { period, count: 0, usualCount: null, types: [] }
  const lengthMinutes = period.until - period.from
  const byType = new Map<string, number>()
  let before = 0
  for (const batch of observed.batches) {
    const { codes, labels } = categoriesOf(batch, 'type')
    numbersOf(batch, 'startedEpochMinutes').forEach((time, row) => {
      const ago = Math.ceil((period.until - time) / lengthMinutes) - 1
      if (ago > 0 && ago <= PERIODS_BEFORE) before++
      if (ago !== 0) return
      const type = labels[codes[row]!] ?? 'other'
      byType.set(type, (byType.get(type) ?? 0) + 1)
    })
  }
  const types = [...byType].map(([type, count]) => ({ type, count }))
  const hasUsual = observed.from <= period.from - PERIODS_BEFORE * lengthMinutes
  return {
    period,
    count: types.reduce((sum, { count }) => sum + count, 0),
    usualCount: hasUsual ? before / PERIODS_BEFORE : null,
    types: types.sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
  }
}
