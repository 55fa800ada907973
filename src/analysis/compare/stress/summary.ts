import { listed } from '#core/figures.ts'
import { rangeOfDraws } from '../ranges/range-of-draws.ts'
import { meets, metShare, robustnessOf } from '../robustness.ts'
import { isTooFew } from './enough-draws.ts'
import type { NeedMetIn } from './need-met-in.ts'
import type { Future, StressAnswer } from './stress.ts'
import { stressMeasure } from './stress-measures.ts'
import type { StressFacts } from './stress-of.ts'

/** What came of all draws, [scenario][future][draw]. */
export type Drawings = {
  readonly options: readonly Future[]
  readonly futures: readonly Future[]
  readonly values: readonly (readonly (readonly number[])[])[]
  readonly met: readonly (readonly (readonly NeedMetIn[])[])[]
  readonly made: number
  readonly wasStopped: boolean
}

/** Means, ranges, losses, regrets and who stays underserved, of whatever draws there are. */
export function summaryOf(facts: StressFacts, drawings: Drawings): StressAnswer {
  const { courses, settings, threshold } = facts
  const { futures, options, made, wasStopped } = drawings
  const scenarioIds = courses.map(({ scenarioId }) => scenarioId)
  const { isHighGood } = stressMeasure(settings.measureId)
  const values = drawings.values.map((row) => row.map(meanOf))
  const asIs = futures.findIndex(({ kind }) => kind === 'asIs')
  const sign = isHighGood ? 1 : -1
  const shares =
    threshold === null
      ? undefined
      : drawings.values.map((row) => metShare(row.flat(), threshold, isHighGood))
  const { regrets, ...robustness } = robustnessOf(values, {
    isHighGood,
    threshold,
    scenarioIds,
    ...(shares ? { shares } : {}),
  })
  return {
    settings,
    measureId: settings.measureId,
    isHighGood,
    drawCount: made,
    seed: settings.seed,
    wasStopped,
    scenarioIds,
    futures,
    options,
    values,
    ranges: drawings.values.map((row) =>
      row.map((draws) => rangeOfDraws(isTooFew({ drawCount: made }) ? [] : knownOf(draws))),
    ),
    losses: values.map((row) => row.map((value) => sign * (row[asIs]! - value))),
    regrets,
    behindShares: behindIn(drawings.values, regrets, sign),
    robustness,
    underserved: underservedIn(facts, drawings),
    floorShare: floorOf(facts),
    notes: notesOf(facts),
  }
}

function floorOf({ courses }: StressFacts): number {
  return courses[0]?.input.operation.floorShare ?? 0
}

/** Counties that are under the floor in any draw of any course, those of the most first. */
function underservedIn(facts: StressFacts, { met }: Drawings): StressAnswer['underserved'] {
  const names = facts.courses[0]?.input.ground.areaNames ?? []
  const floor = floorOf(facts)
  return names
    .map((name, areaIndex) => ({
      name,
      areaIndex,
      shares: met.map((row) =>
        shareWhere(
          row.flat().map(({ byArea }) => byArea[areaIndex]!),
          (share) => !meets(share, floor, true),
        ),
      ),
    }))
    .filter(({ shares }) => shares.some((share) => share > 0))
    .sort((a, b) => sumOfKnown(b.shares) - sumOfKnown(a.shares) || a.areaIndex - b.areaIndex)
}

/** Which course is under a shock in every future, as it takes it for granted. */
export function notesOf({ courses, shocks }: StressFacts): string[] {
  return courses.flatMap(({ name, ownShockIds }) => {
    const names = shocks.shocks.filter(({ id }) => ownShockIds.includes(id)).map((row) => row.name)
    if (names.length === 0) return []
    return [`${name} is under ${listed(names)} in every future: it takes it for granted.`]
  })
}

/** How often each course is worse than the one with the least regret, draw by draw. */
function behindIn(
  values: Drawings['values'],
  regrets: readonly (readonly number[])[],
  sign: 1 | -1,
): number[][] {
  const best = (regrets[0] ?? []).map((_, f) => {
    const column = regrets.map((row) => (Number.isNaN(row[f]!) ? Infinity : row[f]!))
    return column.indexOf(Math.min(...column))
  })
  return values.map((row) =>
    row.map((draws, f) => {
      const first = values[best[f]!]![f]!
      return shareWhere(
        draws.map((value, draw) => sign * (first[draw]! - value)),
        (less) => less > 0,
      )
    }),
  )
}

function meanOf(draws: readonly number[]): number {
  return sumOf(draws) / draws.length
}

function sumOfKnown(values: readonly number[]): number {
  return sumOf(knownOf(values))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Of the values that can be said; NaN where none can. */
function shareWhere(values: readonly number[], holds: (value: number) => boolean): number {
  const known = knownOf(values)
  return known.length > 0 ? known.filter(holds).length / known.length : Number.NaN
}

function knownOf(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value))
}
