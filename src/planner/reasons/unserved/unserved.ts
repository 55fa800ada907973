import type { SearchSettings } from '../../index.ts'
import type { PlanProblem } from '../../problem.ts'
import { partOf, type Steps } from '../../steps.ts'
import { strataCover } from '../../strata-cover.ts'
import type { Decision } from '../decisions.ts'
import { solvedAgain } from '../solve-again.ts'
import { type Contribution, contributionsTo } from './contributions.ts'
import { laddersFor } from './relaxations.ts'
import { type Bench, NEARLY_ALL, type Remedies, remediesFor } from './remedies.ts'
import { unservedSentence } from './unserved-sentences.ts'

/** A stratum that is not served in full: who serves it, and what would help. */
export type Unserved = Remedies & {
  readonly stratum: number
  readonly name: string
  readonly coveredShare: number
  readonly shortfallShare: number
  readonly contributions: readonly Contribution[]
  readonly sentence: string
}

export type UnservedSettings = SearchSettings & {
  readonly decisions: readonly Decision[]
  readonly only?: number | undefined
}

export type UnservedStrata = {
  readonly strata: readonly Unserved[]
  readonly wasStopped: boolean
}

/**
 * For each stratum that lacks something, what would serve it: bring a type more to its floor there,
 * or, where none is short that there is any unit of, raise its cover clearly. Each remedy was searched from the plan. Where the plan
 * itself would not use it there, the search is told to, and the remedy counts only if others lose at
 * most half of what they would if the same were taken from them without it.
 *
 * @param only the one stratum that is asked about; left out: all of them.
 * @param settings for each search. Some 0.2 s each at country scale with 20,000 moves, and some
 *   twenty of them a stratum.
 * @throws RangeError for a travel-time problem.
 */
export function* unservedStrata(
  problem: PlanProblem,
  plan: Int32Array,
  { decisions, only, ...settings }: UnservedSettings,
): Steps<UnservedStrata> {
  if (problem.aim !== 'cover') throw new RangeError('only cover problems serve strata')
  const first = yield* partOf(solvedAgain(problem, plan, settings), { from: 0, to: 0.02 })
  const count = first.value.count.slice()
  let { wasStopped } = first
  const before = strataCover(problem, count)
  const short = before.filter(
    ({ stratum, coveredShare }) =>
      1 - coveredShare >= 1 - NEARLY_ALL && (only === undefined || stratum === only),
  )
  const bench: Bench = { problem, settings, count, before, undirected: new Map() }
  const strata: Unserved[] = []
  for (const [at, cover] of short.entries()) {
    const from = 0.02 + (0.98 * at) / short.length
    const to = 0.02 + (0.98 * (at + 1)) / short.length
    const ladders = wasStopped
      ? []
      : laddersFor(problem, decisions, { stratum: cover.stratum, plan: count })
    const found = yield* partOf(remediesFor(bench, cover, ladders), { from, to })
    wasStopped ||= found.wasStopped
    const { stratum, name, coveredShare, shortfallShare } = cover
    const facts = { stratum, name, coveredShare, shortfallShare, ...found.value }
    const contributions = contributionsTo(problem, count, stratum)
    strata.push({ ...facts, contributions, sentence: unservedSentence(facts, wasStopped) })
  }
  return { strata, wasStopped }
}
