import { operationOf } from '#core/document.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { MONTHS_IN_FULL } from '#core/time/month-names.ts'
import type { ProductFacts } from '../facts.ts'
import { type Period, toldPeriod } from '../levels/told-period.ts'

/** What counts need of the facts. */
export type CountFacts = Pick<ProductFacts, 'document' | 'columns' | 'deck' | 'clockAt'>

/** The planning instant. */
export function planningMinutes({ document }: Pick<CountFacts, 'document'>): number {
  return epochMinutesOf(operationOf(document).planningAt)
}

/** The period that the deck tells of, as its readers may have it. */
export function periodOf(facts: CountFacts): Period {
  const { level, periodDays } = facts.deck
  const { planningAt, isExercise } = operationOf(facts.document)
  return toldPeriod({ planningAt, isExercise, clockAt: facts.clockAt, days: periodDays }, level)
}

/** "24 hours", "30 days". */
export function periodText({ deck }: Pick<CountFacts, 'deck'>): string {
  return deck.periodDays <= 2 ? `${24 * deck.periodDays} hours` : `${deck.periodDays} days`
}

/** "22 November 2026" */
export function dayInFull(epochMinutes: number): string {
  const date = new Date(epochMinutes * 60_000)
  return `${date.getUTCDate()} ${MONTHS_IN_FULL[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** "22 Nov" */
export function dayInShort(epochMinutes: number): string {
  const date = new Date(epochMinutes * 60_000)
  return `${date.getUTCDate()} ${MONTHS_IN_FULL[date.getUTCMonth()]!.slice(0, 3)}`
}
