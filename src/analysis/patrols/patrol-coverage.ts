import { presenceSurface } from '../presence.ts'
import { type Revisits, revisits } from './revisits.ts'
import type { Visits } from './visits.ts'

const MINUTES_PER_DAY = 1440

export type CoverageOptions = {
  readonly cellCount: number
  /** The last so many days up to the instant are looked at. */
  readonly atEpochMinutes: number
  readonly windowDays: number
  /** A visit covers its place for so many days. */
  readonly withinDays: number
  /** After so many days a visit counts for half: nobody knows how many, see the two others. */
  readonly halfLifeDays: number
}

/** Which cells were visited, and when. */
type VisitTimes = Pick<Visits, 'cell' | 'epochMinutes'>

/** What patrols did, a number a cell; days unless named otherwise. */
export type PatrolCoverage = {
  readonly [measure in keyof Revisits]: Float64Array
} & {
  readonly visitCount: Float64Array
  /** Looked for in all records; NaN: never. */
  readonly daysSinceVisit: Float64Array
  /** 1 − Π(1 − 0.5^(age/half-life)) over the visits in the window, 0 to 1. */
  readonly presenceShare: Float64Array
  /** The same with half the half-life, and with twice. */
  readonly presenceShareAtHalf: Float64Array
  readonly presenceShareAtDouble: Float64Array
}

/**
 * Visits, age, gaps and presence of every cell over a period. A cell without a visit has one gap:
 * the period.
 *
 * @source analysis.md §6.1, §6.2; reference 04-patrol/coverage_metrics.json.
 */
export function patrolCoverage(visits: VisitTimes, options: CoverageOptions): PatrolCoverage {
  const { cellCount, windowDays, withinDays, halfLifeDays } = options
  const presenceAt = (days: number) => presenceSurface(visits, { ...options, halfLifeDays: days })
  const { visitCount, daysSinceVisit, presenceShare } = presenceAt(halfLifeDays)
  const days = () => new Float64Array(cellCount)
  const gaps = {
    meanGapDays: days(),
    maxGapDays: days(),
    meanSinceVisitDays: days(),
    shareOfDaysWithin: days(),
  }
  const visitDays = visitDaysByCell(visits, options)
  for (let cell = 0; cell < cellCount; cell++) {
    const found = revisits(visitDays.get(cell) ?? [], [0, windowDays], withinDays)
    for (const measure of Object.keys(gaps) as (keyof Revisits)[]) {
      gaps[measure][cell] = found[measure]
    }
  }
  return {
    ...gaps,
    visitCount,
    daysSinceVisit,
    presenceShare,
    presenceShareAtHalf: presenceAt(halfLifeDays / 2).presenceShare,
    presenceShareAtDouble: presenceAt(halfLifeDays * 2).presenceShare,
  }
}

/** Days of visits from the start of the window on. */
function visitDaysByCell(
  visits: VisitTimes,
  { atEpochMinutes, windowDays }: CoverageOptions,
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (let i = 0; i < visits.cell.length; i++) {
    const ageDays = (atEpochMinutes - visits.epochMinutes[i]!) / MINUTES_PER_DAY
    if (!(ageDays >= 0 && ageDays <= windowDays)) continue
    const days = found.get(visits.cell[i]!)
    if (days) days.push(windowDays - ageDays)
    else found.set(visits.cell[i]!, [windowDays - ageDays])
  }
  return found
}

/** Coverage of all cells in a few numbers, weighted by people, or by people × need. */
export type CoverageSummary = {
  /** Of all cells, whatever they weigh. */
  readonly visitedCellShare: number
  readonly visitedShare: number
  /** Last visited within so many days. */
  readonly coveredShare: number
  readonly meanPresenceShare: number
  readonly meanMaxGapDays: number
  /** Longest gap of any cell that weighs anything: the measure that cannot be bettered by the easy. */
  readonly worstGapDays: number
}

/**
 * @param weights a cell: people, or people × need; 0 and NaN (need not known) leave all but the share
 *   of cells. The numbers are NaN where nothing weighs.
 */
export function coverageSummary(
  coverage: Pick<PatrolCoverage, 'visitCount' | 'daysSinceVisit' | 'presenceShare' | 'maxGapDays'>,
  weights: ArrayLike<number>,
  withinDays: number,
): CoverageSummary {
  const { visitCount, daysSinceVisit, presenceShare, maxGapDays } = coverage
  const sums = { weight: 0, visited: 0, covered: 0, presence: 0, gap: 0 }
  let visitedCells = 0
  let worstGapDays = Number.NaN
  for (let cell = 0; cell < visitCount.length; cell++) {
    const weight = weights[cell]!
    if (visitCount[cell]! > 0) visitedCells++
    if (!(weight > 0)) continue
    sums.weight += weight
    if (visitCount[cell]! > 0) sums.visited += weight
    if (daysSinceVisit[cell]! <= withinDays) sums.covered += weight
    sums.presence += weight * presenceShare[cell]!
    sums.gap += weight * maxGapDays[cell]!
    if (!(worstGapDays >= maxGapDays[cell]!)) worstGapDays = maxGapDays[cell]!
  }
  return {
    visitedCellShare: visitedCells / visitCount.length,
    visitedShare: sums.visited / sums.weight,
    coveredShare: sums.covered / sums.weight,
    meanPresenceShare: sums.presence / sums.weight,
    meanMaxGapDays: sums.gap / sums.weight,
    worstGapDays,
  }
}
