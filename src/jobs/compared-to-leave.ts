import type { BenchmarkStatus, Matrix, MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { weightPerCent } from '#analysis/compare/matrix/weight-text.ts'
import { communitiesIn } from '#analysis/compare/reach-of-people.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { isTooFew, tooFewText } from '#analysis/compare/stress/enough-draws.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { discloseCounts } from '#analysis/disclosure.ts'
import type { Ground } from '#analysis/ground.ts'
import { decimal, durationText } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Compared, ComparedCounty, ComparedCriterion } from '#formats/comparison/compared.ts'

/** What was worked out of a comparison, as far as it is there. */
export type ComparisonFacts = {
  readonly operation: Operation
  readonly matrix: Matrix
  readonly ground: Pick<Ground, 'areaNames' | 'communityNames' | 'communityCell' | 'grid'>
  readonly pair: {
    readonly fromId: string
    readonly toId: string
    readonly comparison: Comparison
  } | null
  readonly stress: StressAnswer | null
  /** Facts or courses have changed since the courses were tried: then stress stays here, and that is said. */
  readonly isStressStale: boolean
  /** Of the criterion that stress is told of: its name and unit. */
  readonly stressed: { readonly name: string; readonly unit: string } | null
  readonly draws: { readonly drawCount: number; readonly seed: number } | null
  readonly kappa: number | null
  readonly factsHash: string
  readonly sentences: Compared['sentences']
}

const STATUS_WORDS: Readonly<Record<Exclude<BenchmarkStatus, null>, string>> = {
  meets: 'meets',
  near: 'within a tenth',
  misses: 'misses',
}

/** A comparison as plain figures and words, small counts of people left out (analysis.md §9). */
export function comparedToLeave(facts: ComparisonFacts): Compared {
  const { matrix, pair, stressed } = facts
  const stress = whyNoStress(facts) === null ? facts.stress : null
  const weightSum = matrix.rows.reduce((sum, { criterion }) => sum + criterion.weight, 0)
  return {
    scenarioIds: matrix.scenarioIds,
    criteria: matrix.rows.map((row) => criterionOf(row, weightSum)),
    totals: matrix.totals,
    counties: pair && {
      fromId: pair.fromId,
      toId: pair.toId,
      rows: countiesOf(pair.comparison, facts.ground),
    },
    stress: stress
      ? {
          what: stressed?.name ?? stress.measureId,
          unit: stressed?.unit ?? '',
          futures: futuresOf(stress),
        }
      : null,
    sentences: facts.sentences,
    terms: termsOf(facts),
  }
}

function criterionOf({ criterion, cells, isTelling }: MatrixRow, weightSum: number) {
  const { name, definition, unit, isHighGood, weight, benchmark, scale } = criterion
  return {
    name,
    definition,
    unit,
    isHighGood,
    weightShare: weightSum > 0 ? weightPerCent(weight / weightSum) / 100 : null,
    benchmark,
    scale,
    isTelling,
    cells: cells.map(({ status, ...cell }) => ({
      ...cell,
      status: status && STATUS_WORDS[status],
    })),
  } satisfies ComparedCriterion
}

/**
 * Gains and losses by county, largest first. No hidden count can be worked out from the others of its
 * column, and a county with one has no net; where a total would have to be hidden too, which people
 * within the standard would tell, none is told.
 */
function countiesOf(
  comparison: Comparison,
  ground: ComparisonFacts['ground'],
): readonly ComparedCounty[] {
  const { counties, gainedCommunities, lostCommunities } = comparison
  const namesOf = (communities: readonly number[]) =>
    communities.map((community) => ground.communityNames[community] ?? '')
  const [gained, lost] = [
    discloseCounts([counties.map(({ gainedPeopleCount }) => Math.round(gainedPeopleCount))]),
    discloseCounts([counties.map(({ lostPeopleCount }) => Math.round(lostPeopleCount))]),
  ]
  const isTold = gained.total !== null && lost.total !== null
  return counties.map(({ name, areaIndex }, i) => ({
    name,
    gainedCount: isTold ? (gained.counts[0]?.[i] ?? null) : null,
    lostCount: isTold ? (lost.counts[0]?.[i] ?? null) : null,
    gainedCommunities: namesOf(communitiesIn(ground, gainedCommunities, areaIndex)),
    lostCommunities: namesOf(communitiesIn(ground, lostCommunities, areaIndex)),
  }))
}

function futuresOf({ futures, values, ranges, regrets }: StressAnswer) {
  const columnOf = <T>(table: readonly (readonly T[])[], future: number) =>
    table.map((row) => row[future]!)
  return futures.map(({ name, detail }, future) => ({
    name,
    detail,
    values: columnOf(values, future),
    ranges: columnOf(ranges, future),
    regrets: columnOf(regrets, future),
  }))
}

/** Why what was tried under stress does not leave; null: it does, or nothing was tried. */
function whyNoStress({ stress, isStressStale, matrix }: ComparisonFacts): string | null {
  if (!stress) return null
  if (isStressStale) return 'left out: facts or COAs have changed since they were tried'
  if (!sameOrder(stress, matrix)) return 'left out: other COAs were tried than are compared'
  return isTooFew(stress) ? `left out. ${tooFewText(stress)}` : null
}

/** Stress of other courses, or of these before one was added, is of no use beside this matrix. */
function sameOrder({ scenarioIds }: StressAnswer, matrix: Matrix): boolean {
  return scenarioIds.join('\n') === matrix.scenarioIds.join('\n')
}

function stressTerms({ drawCount, seed, notes }: StressAnswer): (readonly [string, string])[] {
  const how = drawCount > 0 ? `mean of ${drawCount} draws a future, seed ${seed}` : 'as measured'
  return [['Stress', how], ...notes.map((note) => ['Stress', note] as const)]
}

function termsOf(facts: ComparisonFacts): Compared['terms'] {
  const { operation, matrix, draws, stress, kappa, factsHash } = facts
  const why = whyNoStress(facts)
  const lines: (readonly [string, string] | null)[] = [
    ['Facts, SHA-256', factsHash],
    ['Response standard', durationText(operation.responseStandardMinutes)],
    kappa === null
      ? null
      : [
          'How fairly shared minutes weigh long ways, fixed at the current posture',
          `κ of Kolm–Pollak is ${decimal(kappa, 6)}`,
        ],
    draws && ['Ranges', `5 and 95 % of ${draws.drawCount} draws, seed ${draws.seed}`],
    ...(why === null ? (stress ? stressTerms(stress) : []) : [['Stress', why] as const]),
    ...matrix.faults.map((fault) => ['To know', fault] as const),
  ]
  return lines.filter((line) => line !== null).map(([word, text]) => ({ word, text }))
}
