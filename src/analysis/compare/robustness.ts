import type { Robustness } from './stress/stress.ts'

type Terms = {
  readonly isHighGood: boolean
  /** What is good enough; null: nobody has said. */
  readonly threshold: number | null
  readonly scenarioIds: readonly string[]
  /** By scenario: share of draws and futures that meet the threshold; left out: of futures alone. */
  readonly shares?: readonly number[]
}

/** Whether a value is good enough, but for a rounding of the machine; what cannot be said (NaN) is not. */
export function meets(value: number, threshold: number, isHighGood: boolean): boolean {
  const over = isHighGood ? value - threshold : threshold - value
  return over >= -1e-9 * Math.max(1, Math.abs(threshold))
}

/**
 * Who holds out best over futures, in four ways that disagree by design. Regret is what is lost
 * against the best course in the same future: 0 for that course, never less. A value that cannot be
 * said (NaN) makes that course's worst, mean and greatest regret NaN, so that it leads by none.
 *
 * @param values [scenario][future]; with no future nobody leads.
 * @source analysis.md §8.1; reference 06-robustness/regret_pareto_shapley.json.
 */
export function robustnessOf(
  values: readonly (readonly number[])[],
  { isHighGood, threshold, scenarioIds, shares }: Terms,
): Robustness & { readonly regrets: readonly (readonly number[])[] } {
  const sign = isHighGood ? 1 : -1
  const goods = values.map((row) => row.map((value) => sign * value))
  const best = (goods[0] ?? []).map((_, future) => bestOf(goods.map((row) => row[future]!)))
  const regrets = goods.map((row) => row.map((good, future) => best[future]! - good))
  const worst = goods.map((row) => (row.length > 0 ? sign * Math.min(...row) : Number.NaN))
  const mean = values.map(meanOf)
  const maxRegret = regrets.map((row) => (row.length > 0 ? Math.max(...row) : Number.NaN))
  const leaders = (figures: readonly number[], isMoreGood: boolean) =>
    leadersOf(scenarioIds, figures, isMoreGood)
  return {
    regrets,
    worst,
    maxRegret,
    mean,
    threshold,
    satisficingShare:
      threshold === null
        ? null
        : (shares ?? values.map((row) => metShare(row, threshold, isHighGood))),
    maximinIds: leaders(worst, isHighGood),
    minimaxRegretIds: leaders(maxRegret, false),
    laplaceIds: leaders(mean, isHighGood),
  }
}

/** How many of some values are good enough; NaN where there are none. */
export function metShare(
  values: readonly number[],
  threshold: number,
  isHighGood: boolean,
): number {
  return values.filter((value) => meets(value, threshold, isHighGood)).length / values.length
}

/** The ids with the best figure; those that differ from it by a rounding of the machine are a tie. */
function leadersOf(
  ids: readonly string[],
  figures: readonly number[],
  isMoreGood: boolean,
): readonly string[] {
  const goods = figures.map((figure) => (isMoreGood ? figure : -figure))
  const best = bestOf(goods)
  const tolerance = 1e-9 * Math.max(1, Math.abs(best))
  return ids.filter((_, at) => goods[at]! >= best - tolerance)
}

function bestOf(goods: readonly number[]): number {
  const known = goods.filter((good) => !Number.isNaN(good))
  return known.length > 0 ? Math.max(...known) : Number.NaN
}

function meanOf(row: readonly number[]): number {
  return row.reduce((sum, value) => sum + value, 0) / row.length
}
