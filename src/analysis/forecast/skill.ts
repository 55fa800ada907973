import { FORECAST_BASELINES, type Forecaster } from './baselines.ts'
import { centralInterval, ignoranceScore, intervalScore, rankedScore } from './scores.ts'

/** Means over the steps that were forecast; lower is better, but for the coverage. */
export type ForecastScore = {
  readonly name: string
  readonly rankedScore: number
  readonly ignoranceScore: number
  readonly intervalScore: number
  /** Share of steps inside of the 90 % interval; near 0.9 is honest. */
  readonly coverageShare: number
}

/** Whether a forecast is worth showing. */
export type ForecastSkill = {
  readonly forecast: ForecastScore
  readonly baselines: readonly ForecastScore[]
  readonly bestBaseline: ForecastScore
  /** By the ranked score; “same” where the best baseline is as good. The screen says so. */
  readonly verdict: 'better' | 'same' | 'worseThanBaseline'
  readonly stepCount: number
}

/**
 * Holds a forecaster against what anybody could say: each step from one on is forecast from those
 * before it alone, by all of them, and only steps that all could forecast count.
 *
 * @param counts by step in order of time; NaN not known, and not scored.
 * @returns null where no step could be scored.
 * @source analysis.md §4.10.
 */
export function forecastSkill(
  counts: readonly number[],
  forecaster: Forecaster,
  { fromStep, periodSteps = 12 }: { readonly fromStep: number; readonly periodSteps?: number },
): ForecastSkill | null {
  const forecasters = [['forecast', forecaster], ...Object.entries(FORECAST_BASELINES)] as const
  const rows: ForecastScore[][] = forecasters.map(() => [])
  for (let step = fromStep; step < counts.length; step++) {
    const count = counts[step]!
    const said = forecasters.map(([, say]) => say(counts.slice(0, step), periodSteps))
    if (Number.isNaN(count) || said.some((one) => one === null)) continue
    said.forEach((one, f) => {
      const { lower, upper } = centralInterval(one!)
      rows[f]!.push({
        name: forecasters[f]![0],
        rankedScore: rankedScore(one!, count),
        ignoranceScore: ignoranceScore(one!, count),
        intervalScore: intervalScore(one!, count),
        coverageShare: count >= lower && count <= upper ? 1 : 0,
      })
    })
  }
  const stepCount = rows[0]!.length
  if (stepCount === 0) return null
  const [forecast, ...baselines] = rows.map(meanOf)
  const bestBaseline = baselines.reduce((best, one) =>
    one.rankedScore < best.rankedScore ? one : best,
  )
  const ahead = bestBaseline.rankedScore - forecast!.rankedScore
  return { forecast: forecast!, baselines, bestBaseline, verdict: verdictOf(ahead), stepCount }
}

/** Ahead of the baseline by so much: a hair’s breadth is none. */
export function verdictOf(ahead: number): ForecastSkill['verdict'] {
  if (Math.abs(ahead) < 1e-9) return 'same'
  return ahead > 0 ? 'better' : 'worseThanBaseline'
}

function meanOf(rows: readonly ForecastScore[]): ForecastScore {
  const mean = (of: (row: ForecastScore) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length
  return {
    name: rows[0]!.name,
    rankedScore: mean((row) => row.rankedScore),
    ignoranceScore: mean((row) => row.ignoranceScore),
    intervalScore: mean((row) => row.intervalScore),
    coverageShare: mean((row) => row.coverageShare),
  }
}
