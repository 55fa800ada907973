import { type CoverModel, coverModelOf, UNITS_PER_POINT } from '../engines/cover-model.ts'
import { laydownOf } from '../engines/laydown.ts'
import { coverageIn } from '../plan.ts'
import type { PlanProblem } from '../problem.ts'
import { grouped, tenths } from '../sentences.ts'
import { partOf, type Steps } from '../steps.ts'
import { apartShare, type Posted, postedIn, postingsOf, slotNames, unitsIn } from './postings.ts'
import { createPrice, priceOfRepeating } from './repeat-price.ts'
import { completed, searchFrom } from './search-from.ts'

/** How many other plans, how near to the best and how far from each other; and how long to look. */
export type AlternativesSettings = {
  readonly seed: number
  /** The best one counted in. */
  readonly planCount: number
  /** A plan may be worth so much less than the best: 0.02 is 2 %. */
  readonly withinShare: number
  /** Any two plans differ by at least this share of what they post; see `apartShare`. */
  readonly apartShare: number
  readonly searchCount: number
  readonly movesPerSearch: number
}

export const ALTERNATIVES: Omit<AlternativesSettings, 'seed'> = {
  planCount: 4,
  withinShare: 0.02,
  apartShare: 0.25,
  searchCount: 16,
  movesPerSearch: 60_000,
}

/** One of several plans that are nearly as good. All figures without the price on repeating. */
export type AlternativePlan = {
  readonly laydown: Int32Array
  readonly objective: number
  readonly coveredPoints: number
  /** Points above what stands today: beside these a loss tells how much of the gain is given up. */
  readonly gainPoints: number
  /** What it is worth less than the best of them, of that one's worth. */
  readonly lossShare: number
  readonly movedCount: number
  /** How far it is from the first. */
  readonly apartShare: number
  readonly postings: readonly Posted[]
}

/** How firmly a type belongs at a place, by the plans that post it there. */
export type Standing = Omit<Posted, 'count'> & {
  /** never: in no plan kept, but in one that costs more than the share allows. */
  readonly kind: 'always' | 'sometimes' | 'never'
  readonly planCount: number
  /** Fewest and most units that any plan posts there. */
  readonly leastCount: number
  readonly mostCount: number
}

export type Alternatives = {
  /** The best known first: the plan that was given, unless a better one was met. */
  readonly plans: readonly AlternativePlan[]
  readonly isBetterThanGiven: boolean
  /** By how many plans have it, most first, then by place and type. */
  readonly standings: readonly Standing[]
  readonly searchCount: number
  readonly wasStopped: boolean
  readonly sentence: string
}

type Candidate = {
  readonly count: Int32Array
  readonly posted: Int32Array
  /** Integer units, without the price on repeating. */
  readonly worth: number
}

/**
 * Clearly different plans that are nearly as good as a given one: searches again and again, each
 * posting that a kept plan has costing a price, which rises while plans come out alike and falls
 * while they cost too much. Every plan is re-evaluated without the price. That no more are found
 * proves nothing. Some 0.2 s a search at country scale.
 *
 * @param given the laydown of a plan of this problem.
 * @throws RangeError for a travel-time problem.
 */
export function* alternatives(
  problem: PlanProblem,
  given: Int32Array,
  settings: AlternativesSettings,
): Steps<Alternatives> {
  if (problem.aim !== 'cover') throw new RangeError('only cover problems have alternatives')
  const model = coverModelOf(problem)
  const pool = [candidateOf(model, given)]
  const price = createPrice({
    allowedLoss: settings.withinShare * Math.abs(pool[0]!.worth),
    movedCount: unitsIn(pool[0]!.posted),
  })
  let kept = pool
  let searchCount = 0
  let wasStopped = false
  while (searchCount < settings.searchCount && kept.length < settings.planCount && !wasStopped) {
    const repeatPrice = priceOfRepeating(
      kept.map(({ posted }) => posted),
      price.units(),
    )
    const found = yield* partOf(
      searchFrom({ ...model, repeatPrice }, kept[0]!.count, {
        seed: settings.seed + searchCount,
        maxMoves: settings.movesPerSearch,
      }),
      { from: searchCount / settings.searchCount, to: (searchCount + 1) / settings.searchCount },
    )
    wasStopped = found.wasStopped
    searchCount += 1
    // What the price kept in place may be worth placing without it; a plan that moves less is one too.
    const candidate = candidateOf(model, completed(model, found.value.count).count)
    pool.push(candidate, candidateOf(model, found.value.count))
    const before = kept
    kept = selected(pool, settings)
    price.learn(
      kept.length > before.length
        ? 'kept'
        : isNear(candidate, kept[0]!, settings)
          ? 'alike'
          : 'dear',
    )
  }
  return answerOf(problem, { model, pool, kept, settings, searchCount, wasStopped })
}

function candidateOf(model: CoverModel, count: Int32Array): Candidate {
  const laydown = laydownOf(model, count)
  return {
    count: laydown.count.slice(),
    posted: postedIn(model, laydown.count),
    worth: laydown.objective,
  }
}

function isNear(
  { worth }: Candidate,
  best: Candidate,
  { withinShare }: Pick<AlternativesSettings, 'withinShare'>,
): boolean {
  return best.worth - worth <= withinShare * Math.abs(best.worth)
}

/** Best first, and each next one that is near enough to it and far enough from all before. */
function selected(pool: readonly Candidate[], settings: AlternativesSettings): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of [...pool].sort((a, b) => b.worth - a.worth)) {
    if (kept.length === settings.planCount) break
    const isApart = kept.every(
      ({ posted }) => apartShare(posted, candidate.posted) >= settings.apartShare,
    )
    if (kept.length === 0 || (isApart && isNear(candidate, kept[0]!, settings))) {
      kept.push(candidate)
    }
  }
  return kept
}

type Found = {
  readonly model: CoverModel
  readonly pool: readonly Candidate[]
  readonly kept: readonly Candidate[]
  readonly settings: AlternativesSettings
  readonly searchCount: number
  readonly wasStopped: boolean
}

function answerOf(problem: PlanProblem, found: Found): Alternatives {
  const { model, pool, kept, settings, searchCount, wasStopped } = found
  const best = kept[0]!
  const covered = coverageIn(problem)
  const today = laydownOf(model, model.current).objective
  const plans = kept.map(({ count, posted, worth }) => ({
    laydown: count,
    objective: worth / UNITS_PER_POINT,
    coveredPoints: covered(count),
    gainPoints: (worth - today) / UNITS_PER_POINT,
    lossShare: best.worth === worth ? 0 : (best.worth - worth) / Math.abs(best.worth),
    movedCount: unitsIn(posted),
    apartShare: apartShare(best.posted, posted),
    postings: postingsOf(problem, posted),
  }))
  const dropped = pool.filter((candidate) => !isNear(candidate, best, settings))
  const standings = standingsOf(problem, kept, dropped)
  const isBetterThanGiven = best !== pool[0]
  const sentence = sentenceOf({ plans, standings, settings, isBetterThanGiven })
  return { plans, isBetterThanGiven, standings, searchCount, wasStopped, sentence }
}

function standingsOf(
  problem: PlanProblem,
  kept: readonly Candidate[],
  dropped: readonly Candidate[],
): Standing[] {
  const standings: (Standing & { readonly slot: number })[] = []
  for (let slot = 0; slot < problem.currentCount.length; slot++) {
    const counts = kept.map(({ posted }) => posted[slot]!)
    const planCount = counts.filter((count) => count > 0).length
    if (planCount === 0 && !dropped.some(({ posted }) => posted[slot]! > 0)) continue
    standings.push({
      ...slotNames(problem, slot),
      kind: planCount === kept.length ? 'always' : planCount > 0 ? 'sometimes' : 'never',
      planCount,
      leastCount: Math.min(...counts),
      mostCount: Math.max(...counts),
      slot,
    })
  }
  return standings
    .sort((a, b) => b.planCount - a.planCount || a.slot - b.slot)
    .map(({ slot: _, ...standing }) => standing)
}

function sentenceOf(
  found: Pick<Alternatives, 'plans' | 'standings' | 'isBetterThanGiven'> & {
    readonly settings: AlternativesSettings
  },
): string {
  const { plans, standings, isBetterThanGiven, settings } = found
  const within = `${tenths(100 * settings.withinShare)} %`
  const apart = `${grouped(100 * settings.apartShare)} %`
  const better = isBetterThanGiven
    ? ' One of them is better than the plan that was given: search longer.'
    : ''
  if (plans.length === 1) {
    return `No other plan was found that is worth at most ${within} less and posts at least ${apart} of its units elsewhere. There may be one.${better}`
  }
  const [most, least] = [plans[0]!.gainPoints, Math.min(...plans.map((plan) => plan.gainPoints))]
  const gains = `Against today they gain ${tenths(least)} to ${tenths(most)} points.`
  const usual = standings.filter(({ kind }) => kind === 'always').length
  const sometimes = standings.filter(({ kind }) => kind === 'sometimes').length
  const rest = `${grouped(usual)} ${usual === 1 ? 'posting stands' : 'postings stand'} in all of them, ${grouped(sometimes)} only in some.`
  return `${grouped(plans.length)} plans are within ${within} of each other’s worth and differ in at least ${apart} of their units. ${gains} ${rest}${better}`
}
