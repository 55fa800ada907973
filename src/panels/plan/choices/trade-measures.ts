import { decimal, grouped, NOTHING, usdShown } from '#core/figures.ts'
import type { PlanTradeOffs } from '#jobs/weigh-plan.ts'
import { TRADED, type TradedName, tradedValue } from '#planner/choices/traded.ts'
import type { PlanMeasures } from '#planner/measures.ts'

export type Traded = PlanTradeOffs['plans'][number]

/** Short enough for the head of a column. */
export const COLUMNS: Readonly<Record<TradedName, string>> = {
  coveredPoints: 'covered',
  worstPoints: 'worst',
  fairMinutes: 'fair min',
  costUsd: 'cost',
  moveCount: 'moves',
}

const ALL = Object.keys(TRADED) as TradedName[]

/** What the plans can be told apart by: without prices of units all of them would cost nothing. */
export function measuresOf(plans: readonly Traded[]): readonly TradedName[] {
  const isPriced = plans.some(({ measures }) => measures.costUsd > 0)
  return isPriced ? ALL : ALL.filter((name) => name !== 'costUsd')
}

/** A figure for a cell of the table; the column says the unit. */
export function cellText(name: TradedName, measures: PlanMeasures): string {
  if (name === 'worstPoints' && measures.worst === null) return NOTHING
  const value = tradedValue(name, measures)
  if (name === 'costUsd') return usdText(value)
  return name === 'moveCount' || name === 'fairMinutes' ? grouped(value) : decimal(value)
}

/** A figure with its unit, for a sentence. */
export function valueText(name: TradedName, measures: PlanMeasures): string {
  const text = cellText(name, measures)
  if (name === 'coveredPoints' || name === 'worstPoints') return `${text} %`
  return name === 'fairMinutes' ? `${text} min` : text
}

/** A tick of an axis. */
export function tickText(name: TradedName, value: number, step: number): string {
  if (name === 'costUsd') return usdText(value)
  return step < 1 ? decimal(value) : grouped(value)
}

function usdText(usd: number): string {
  const { value, unit } = usdShown(usd)
  return `${value} ${unit}`
}
