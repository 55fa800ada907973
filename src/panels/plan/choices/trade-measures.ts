import { decimal, grouped, NOTHING, usdShown } from '#core/figures.ts'
import type { PlanTradeOffs } from '#jobs/weigh-plan.ts'
import { betterBy, TRADED, type TradedName, tradedValue } from '#planner/choices/traded.ts'
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

const UNITS: Readonly<Partial<Record<TradedName, string>>> = {
  coveredPoints: ' %',
  worstPoints: ' %',
  fairMinutes: ' min',
}

/** The ticks of an axis, the last with the unit. */
export function tickTexts(name: TradedName, ticks: readonly number[]): readonly string[] {
  const isFine = ticks.length > 1 && ticks[1]! - ticks[0]! < 1
  return ticks.map((tick, at) => {
    if (name === 'costUsd') return usdText(tick)
    const text = isFine ? decimal(tick) : grouped(tick)
    return at === ticks.length - 1 ? `${text}${UNITS[name] ?? ''}` : text
  })
}

/** Indices of the plans that none beats in these two measures alone, from left to right. */
export function frontOf(plans: readonly Traded[], across: TradedName, up: TradedName): number[] {
  const isBeaten = ({ measures }: Traded) =>
    plans.some((other) => {
      const [a, b] = [across, up].map((name) => betterBy(name, other.measures, measures))
      return a! >= 0 && b! >= 0 && a! + b! > 0
    })
  const at = (index: number) => tradedValue(across, plans[index]!.measures)
  return [...plans.keys()].filter((index) => !isBeaten(plans[index]!)).sort((a, b) => at(a) - at(b))
}

function usdText(usd: number): string {
  const { value, unit } = usdShown(usd)
  return `${value} ${unit}`
}
