import { type ForecastSkill, verdictOf } from './skill.ts'

/** How well the cells said to be worst were those. */
export type PlaceScore = {
  /** Incidents in them. */
  readonly hitCount: number
  readonly hitShare: number
  /** Hit share over share of the ground (PAI): 1 is blind. */
  readonly accuracyIndex: number
  /** Hits over the most that so many cells could have had (PEI): 1 is the best there is. */
  readonly efficiencyIndex: number
}

/** What came afterwards, a number a cell. */
export type PlaceOutcome = {
  readonly counts: ArrayLike<number>
  readonly areaSquareKilometres: ArrayLike<number>
}

/**
 * Scores the cells that a map puts first; of equal ones the lower index. Cells without a score (NaN)
 * come last. All are NaN but the hits where nothing came.
 *
 * @param scores the map, one a cell: higher is worse.
 * @param chosenCount how many cells are chosen.
 * @source S. Chainey et al., Security Journal 21 (2008); J. M. Hunt, PEI (2016).
 */
export function placeScore(
  scores: ArrayLike<number>,
  { counts, areaSquareKilometres }: PlaceOutcome,
  chosenCount: number,
): PlaceScore {
  const sumOver = (cells: readonly number[], values: ArrayLike<number>) =>
    cells.reduce((sum, cell) => sum + values[cell]!, 0)
  const all = Array.from(counts, (_, cell) => cell)
  const chosen = highestFirst(scores).slice(0, chosenCount)
  const best = highestFirst(counts).slice(0, chosenCount)
  const hitCount = sumOver(chosen, counts)
  const hitShare = hitCount / sumOver(all, counts)
  const areaShare = sumOver(chosen, areaSquareKilometres) / sumOver(all, areaSquareKilometres)
  return {
    hitCount,
    hitShare,
    accuracyIndex: hitShare / areaShare,
    efficiencyIndex: hitCount / sumOver(best, counts),
  }
}

/** A map against a simpler one, as the density of the last three months, on as many cells. */
export function placeSkill(
  scores: ArrayLike<number>,
  baselineScores: ArrayLike<number>,
  outcome: PlaceOutcome,
  chosenCount: number,
): {
  readonly forecast: PlaceScore
  readonly baseline: PlaceScore
  readonly verdict: ForecastSkill['verdict']
} {
  const forecast = placeScore(scores, outcome, chosenCount)
  const baseline = placeScore(baselineScores, outcome, chosenCount)
  return { forecast, baseline, verdict: verdictOf(forecast.hitCount - baseline.hitCount) }
}

function highestFirst(values: ArrayLike<number>): number[] {
  const known = (cell: number) =>
    Number.isNaN(values[cell]!) ? Number.NEGATIVE_INFINITY : values[cell]!
  return Array.from(values, (_, cell) => cell).sort((a, b) => {
    const [first, second] = [known(a), known(b)]
    return first === second ? a - b : second - first
  })
}
