import { createRandom, type Random } from '#core/random.ts'
import { coverModelOf, UNITS_PER_POINT } from '../engines/cover-model.ts'
import { laydownOf } from '../engines/laydown.ts'
import type { PlanProblem } from '../problem.ts'
import { shiftsBetween } from '../shifts.ts'
import { partOf, type Steps } from '../steps.ts'
import { postedIn, slotNames } from './postings.ts'
import { completed, searchFrom } from './search-from.ts'

/** How far a posting of a plan hangs on what is not known of need. */
export type SureOfPosting = {
  readonly placeId: string
  readonly placeName: string
  readonly typeId: string
  readonly typeName: string
  /** Units that the plan posts there. */
  readonly count: number
  /** Share of the draws in which a plan made for that draw posts at least one there. */
  readonly keptShare: number
  /** Of all units posted there, moved alone from where the plan takes them: 5 and 95 % of the draws. */
  readonly gainPoints: readonly [low: number, high: number]
}

export type HowSure = {
  readonly postings: readonly SureOfPosting[]
  /** Points of the whole plan above today: 5 and 95 % of the draws. */
  readonly gainPoints: readonly [low: number, high: number]
  /** What the plan is worth less than the one made for a draw: median and 95 % of the draws. */
  readonly regretPoints: readonly [median: number, high: number]
  readonly drawCount: number
  readonly wasStopped: boolean
}

export type HowSureSettings = {
  readonly seed: number
  readonly drawCount: number
  readonly movesPerDraw: number
}

export const HOW_SURE: Omit<HowSureSettings, 'seed'> = { drawCount: 40, movesPerDraw: 30_000 }

type Draw = {
  readonly posted: Int32Array
  readonly gains: readonly number[]
  readonly planGain: number
  readonly regret: number
}

/**
 * Plans again under draws of what need could be, going on from the given plan, and tells how much
 * of that plan stays. What is not known is taken to lie between its best and worst case, equally far
 * in all cells of an area: there one indicator is usually missing for all. Some 0.3 s a draw at
 * country scale.
 *
 * @param given the laydown of a plan of this problem.
 * @throws RangeError for a travel-time problem.
 */
export function* howSure(
  problem: PlanProblem,
  given: Int32Array,
  settings: HowSureSettings,
): Steps<HowSure> {
  if (problem.aim !== 'cover') throw new RangeError('only cover problems are drawn')
  const posted = postedIn({ current: problem.currentCount }, given)
  const slots = [...posted.keys()].filter((slot) => posted[slot]! > 0)
  const moved = slots.map((slot) => movedAlone(problem, given, slot))
  const random = createRandom(settings.seed)
  const draws: Draw[] = []
  let wasStopped = false
  while (draws.length < settings.drawCount && !wasStopped) {
    const drawn = { ...problem, demand: drawnDemand(problem, random) }
    const model = coverModelOf(drawn)
    const today = laydownOf(model, problem.currentCount).objective
    const worth = laydownOf(model, given).objective
    const search = yield* partOf(
      searchFrom(model, given, {
        seed: settings.seed + draws.length,
        maxMoves: settings.movesPerDraw,
      }),
      { from: draws.length / settings.drawCount, to: (draws.length + 1) / settings.drawCount },
    )
    const best = completed(model, search.value.count)
    wasStopped = search.wasStopped
    draws.push({
      posted: postedIn(model, best.count),
      gains: moved.map((alone) => (laydownOf(model, alone).objective - today) / UNITS_PER_POINT),
      planGain: (worth - today) / UNITS_PER_POINT,
      regret: Math.max(0, best.objective - worth) / UNITS_PER_POINT,
    })
  }
  return {
    postings: slots.map((slot, at) => ({
      ...slotNames(problem, slot),
      count: posted[slot]!,
      keptShare: draws.filter((draw) => draw.posted[slot]! > 0).length / draws.length,
      gainPoints: between(draws.map(({ gains }) => gains[at]!)),
    })),
    gainPoints: between(draws.map(({ planGain }) => planGain)),
    regretPoints: [
      quantile(
        draws.map(({ regret }) => regret),
        0.5,
      ),
      quantile(
        draws.map(({ regret }) => regret),
        0.95,
      ),
    ],
    drawCount: draws.length,
    wasStopped,
  }
}

/** What stands today, and of the plan no more than what goes to one slot. */
function movedAlone(problem: PlanProblem, given: Int32Array, slot: number): Int32Array {
  const alone = problem.currentCount.slice()
  const typeCount = problem.types.length
  for (const { type, count, from, to } of shiftsBetween(problem, given)) {
    if (to * typeCount + type !== slot) continue
    alone[slot]! += count
    if (from >= 0) alone[from * typeCount + type]! -= count
  }
  return alone
}

/** One level per area and draw, the same for every type: need is one thing. */
function drawnDemand(problem: PlanProblem, random: Random): Float64Array[] {
  const { demand, demandRange, cellStratum, stratumNames } = problem
  const levels = Array.from({ length: stratumNames.length + 1 }, () => random.next())
  return demand.map((values, type) => {
    const range = demandRange?.[type]
    if (!range) return values
    return values.map((_, cell) => {
      const level = levels[cellStratum[cell]! + 1]!
      return range.lowest[cell]! + level * (range.highest[cell]! - range.lowest[cell]!)
    })
  })
}

function between(values: readonly number[]): [number, number] {
  return [quantile(values, 0.05), quantile(values, 0.95)]
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
