import { createLoadBench, type LoadBench, type LoadPrices } from './best-load.ts'
import type { CoverModel } from './cover-model.ts'
import type { Laydown } from './laydown.ts'
import { slotRangeOf } from './slot-range.ts'
import type { UnitPrices } from './unit-bound.ts'

/** A proven limit that tightens step by step: no laydown is worth more. Integer units. */
export type LevelBound = {
  bound: number
  /** Steps can hardly tighten it any more. */
  isSpent: boolean
  /** Units per slot that the loads of late steps held, on average: where the prices would have units. */
  readonly held: Float64Array
  tighten(reached: number): void
  /** Goes on from prices of whole groups where these hold a tighter bound; each level takes its group's. */
  adopt(prices: UnitPrices): void
}

/** Where each kind of price lies in one array: levels of groups, floors, types, budget, moves. */
type Parts = {
  readonly floor: number
  readonly supply: number
  readonly budget: number
  readonly move: number
  readonly length: number
}

type Bench = {
  readonly model: CoverModel
  readonly parts: Parts
  readonly at: Float64Array
  readonly best: Float64Array
  readonly gradient: Float64Array
  readonly direction: Float64Array
  readonly scale: Float64Array
  /** No price above these helps, and one far above would drown the sum in rounding. */
  readonly most: Float64Array
  readonly prices: LoadPrices
  readonly loads: LoadBench
  readonly held: Float64Array
}

const LEAST_STEP = 0.0005
/** Share of the newest subgradient in the direction: at first, and where it stalls. */
const FRESH_SHARES = { most: 0.1, least: 0.005 } as const
/** Share of the newest loads in the average of what slots hold. */
const HELD_SHARE = 0.02
const SPENT_AFTER_STEPS = 600

/**
 * Lagrangian bound that knows levels: for each K, levels 1 … K of a group are covered by no more than
 * min(K, units) of every slot in reach. One price a level, falling, so that the second unit of a place
 * earns less than the first, as in truth; what a place carries is chosen among whole loads. At country
 * scale it comes to within 1.1 % of the best known plans, where prices of groups alone, the linear
 * relaxation and its cuts end at 1.3 to 2.1 %. Valid at every step; a step takes some 1.5 ms there.
 *
 * @source F. Barahona, R. Anbil, "The volume algorithm: producing primal solutions with a subgradient
 *   method", Mathematical Programming 87 (2000): steps from the best prices, directions averaged.
 */
export function createLevelBound(model: CoverModel, start: Laydown): LevelBound {
  const bench = benchOf(model, start)
  const { at, best, direction, gradient } = bench
  let step = 0.1
  let fresh: number = FRESH_SHARES.most
  let failures = 0
  let steps = 0
  let marked = Infinity
  let spentSteps = 0
  const bound: LevelBound = {
    bound: Infinity,
    isSpent: false,
    held: bench.held,
    tighten(reached) {
      const isFirst = bound.bound === Infinity
      if (!isFirst) walk(bench, step * Math.max(0, bound.bound - reached))
      const found = evaluate(bench)
      const limit = Math.floor(found + 1)
      if (isFirst) direction.set(gradient)
      const along = isFirst ? 0 : turn(bench, fresh)
      spentSteps = bound.bound - limit > 1e-6 * Math.abs(limit) ? 0 : spentSteps + 1
      if (limit < bound.bound) {
        bound.bound = limit
        best.set(at)
        failures = 0
        if (along > 0) step = Math.min(2, 1.1 * step)
      } else {
        failures += 1
        if (failures >= 20) {
          failures = 0
          step = Math.max(LEAST_STEP, 0.66 * step)
        }
      }
      steps += 1
      if (steps % 100 === 0) {
        const isStalled = marked - bound.bound < 0.01 * (bound.bound - reached)
        if (isStalled) fresh = Math.max(FRESH_SHARES.least, fresh / 2)
        marked = bound.bound
      }
      bound.isSpent = bound.bound <= reached || spentSteps >= SPENT_AFTER_STEPS
    },
    adopt(prices) {
      take(bench, prices)
      settle(bench)
      const limit = Math.floor(evaluate(bench) + 1)
      if (limit < bound.bound) {
        bound.bound = limit
        best.set(at)
        direction.set(gradient)
        step = 0.1
        fresh = FRESH_SHARES.most
        failures = 0
        spentSteps = 0
        bound.isSpent = false
      } else at.set(best)
    },
  }
  return bound
}

function benchOf(model: CoverModel, start: Laydown): Bench {
  const { groupCount, levelCount, typeCount, floorCount, siteCount } = model
  const floor = groupCount * levelCount
  const supply = floor + floorCount
  const budget = supply + typeCount
  const parts = { floor, supply, budget, move: budget + 1, length: budget + 2 }
  const at = new Float64Array(parts.length)
  const prices: LoadPrices = {
    earned: new Float64Array(siteCount * typeCount * levelCount),
    supply: at.subarray(supply, budget),
    budget: 0,
    move: 0,
  }
  const bench: Bench = {
    model,
    parts,
    at,
    best: new Float64Array(parts.length),
    gradient: new Float64Array(parts.length),
    direction: new Float64Array(parts.length),
    scale: new Float64Array(parts.length),
    most: new Float64Array(parts.length).fill(Infinity),
    prices,
    loads: createLoadBench(model, slotRangeOf(model), prices),
    held: new Float64Array(siteCount * typeCount),
  }
  setUp(bench, start)
  settle(bench)
  bench.best.set(at)
  return bench
}

/** First prices: the worth of one more unit over each group; squared natural sizes, much the same for all groups. */
function setUp({ model, parts, at, scale, most }: Bench, start: Laydown): void {
  const { groupCount, levelCount, value } = model
  let total = 0
  for (let group = 0; group < groupCount; group++) total += value[group * levelCount]!
  const mean = Math.max(1, total / Math.max(1, groupCount))
  for (let group = 0; group < groupCount; group++) {
    const worth = (k: number) => (k < levelCount ? value[group * levelCount + k]! : 0)
    const level = start.cover[group]!
    const next = level === 0 ? worth(0) : (worth(level - 1) + worth(level)) / 2
    for (let k = 0; k < levelCount; k++) {
      const i = group * levelCount + k
      at[i] = Math.min(next, worth(k))
      scale[i] = (worth(k) + 10 * mean) * mean
      most[i] = worth(k) + (k === 0 ? model.floorPrice * model.groupShare[group]! : 0)
    }
  }
  const units = start.count.reduce((sum, count) => sum + count, 0)
  const unitWorth = Math.max(1, total / Math.max(1, units))
  scale.fill(model.floorPrice * model.floorPrice * 0.01, parts.floor, parts.supply)
  most.fill(model.floorPrice, parts.floor, parts.supply)
  for (let type = 0; type < model.typeCount; type++) {
    scale[parts.supply + type] = (50 * unitWorth * mean) / Math.max(1, model.supply[type]!)
  }
  const paid = [...model.cost, ...model.openingCost].filter((price) => price > 0)
  most.fill(total, parts.supply, parts.budget)
  most[parts.budget] = total / paid.reduce((least, price) => Math.min(least, price), total + 1)
  most[parts.move] = total
  const spend = Math.max(1, model.budget)
  if (model.budget !== Infinity)
    scale[parts.budget] = (50 * unitWorth * mean * Math.max(1, units)) / (spend * spend)
  if (model.maxMoves !== Infinity) {
    const moves = Math.max(1, Math.min(model.maxMoves, units))
    scale[parts.move] = (50 * unitWorth * mean) / moves
  }
}

function take({ model, parts, at }: Bench, prices: UnitPrices): void {
  const { groupCount, levelCount } = model
  for (let group = 0; group < groupCount; group++) {
    at.fill(prices.group[group]!, group * levelCount, (group + 1) * levelCount)
  }
  at.set(prices.floor, parts.floor)
  at.set(prices.supply, parts.supply)
  at[parts.budget] = prices.limit[0]!
  at[parts.move] = prices.limit[1]!
}

/** The bound at the prices, and its subgradient. */
function evaluate(bench: Bench): number {
  const { model, parts, at, gradient } = bench
  gradient.fill(0)
  let bound = coverPart(bench) + sitePart(bench)
  for (let type = 0; type < model.typeCount; type++) {
    bound += at[parts.supply + type]! * model.supply[type]!
    gradient[parts.supply + type]! += model.supply[type]!
  }
  if (model.budget !== Infinity) {
    bound += at[parts.budget]! * model.budget
    gradient[parts.budget]! += model.budget
  }
  if (model.maxMoves !== Infinity) {
    bound += at[parts.move]! * model.maxMoves
    gradient[parts.move]! += model.maxMoves
  }
  return bound
}

/** Every group takes the levels that are worth more than their price. */
function coverPart({ model, parts, at, gradient }: Bench): number {
  const { levelCount, value, groupFloor, groupShare } = model
  let bound = 0
  for (let floor = 0; floor < model.floorCount; floor++) {
    bound -= at[parts.floor + floor]! * model.floorTarget
    gradient[parts.floor + floor] = -model.floorTarget
  }
  for (let group = 0; group < model.groupCount; group++) {
    const floor = groupFloor[group]!
    for (let k = 0; k < levelCount; k++) {
      const i = group * levelCount + k
      const share = k === 0 && floor >= 0 ? groupShare[group]! : 0
      const extra = share > 0 ? at[parts.floor + floor]! * share : 0
      const profit = value[i]! + extra - at[i]!
      if (profit <= 0) continue
      bound += profit
      gradient[i] = -1
      if (share > 0) gradient[parts.floor + floor]! += share
    }
  }
  return bound
}

/** Every site takes the load that earns most. */
function sitePart(bench: Bench): number {
  const { model, parts, at, gradient, prices, loads, held } = bench
  const { offsets, groups, typeCount, levelCount } = model
  prices.budget = at[parts.budget]! + model.costPrice
  prices.move = at[parts.move]! + model.movePrice
  earn(bench)
  let bound = 0
  for (let site = 0; site < model.siteCount; site++) {
    bound += loads.best(site)
    let isOpen = false
    for (let type = 0; type < typeCount; type++) {
      const units = loads.load[type]!
      const slot = site * typeCount + type
      held[slot]! += HELD_SHARE * (units - held[slot]!)
      if (units === 0) continue
      isOpen = true
      gradient[parts.supply + type]! -= units
      gradient[parts.budget]! -= units * model.cost[type]!
      gradient[parts.move]! -= Math.max(0, units - model.current[slot]!)
      const levels = Math.min(levelCount, units)
      for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) {
        const base = groups[i]! * levelCount
        for (let k = 0; k < levels; k++) gradient[base + k]! += Math.min(1, units - k)
      }
    }
    if (isOpen) gradient[parts.budget]! -= model.openingCost[site]!
  }
  return bound
}

/** What the n-th unit of every slot earns: the prices of level n of all groups in its reach. */
function earn({ model, at, prices: { earned } }: Bench): void {
  const { offsets, groups, levelCount } = model
  earned.fill(0)
  for (let slot = 0; slot + 1 < offsets.length; slot++) {
    const to = slot * levelCount
    for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) {
      const from = groups[i]! * levelCount
      for (let k = 0; k < levelCount; k++) earned[to + k]! += at[from + k]!
    }
  }
}

/** From the best prices a step along the direction, as long as the distance that is left asks for. */
function walk(bench: Bench, distance: number): void {
  const { at, best, direction, scale } = bench
  let length = 0
  for (let i = 0; i < at.length; i++) {
    const along = best[i] === 0 && direction[i]! > 0 ? 0 : direction[i]!
    length += scale[i]! * along * along
  }
  const pace = length > 0 ? distance / length : 0
  for (let i = 0; i < at.length; i++) at[i] = best[i]! - pace * scale[i]! * direction[i]!
  settle(bench)
}

/** Takes the newest subgradient into the direction; returns how far the two agree. */
function turn({ direction, gradient, scale }: Bench, fresh: number): number {
  let old = 0
  let both = 0
  let now = 0
  for (let i = 0; i < direction.length; i++) {
    const a = direction[i]!
    const b = gradient[i]!
    old += scale[i]! * a * a
    both += scale[i]! * a * b
    now += scale[i]! * b * b
  }
  const apart = old - 2 * both + now
  const wanted = apart > 0 ? (old - both) / apart : 0
  const share = Math.min(fresh, Math.max(fresh / 10, wanted))
  for (let i = 0; i < direction.length; i++) {
    direction[i] = (1 - share) * direction[i]! + share * gradient[i]!
  }
  return both
}

/** Back to prices that prove something: none below zero or of no use, and those of levels falling. */
function settle({ model, parts, at, most }: Bench): void {
  const { levelCount } = model
  for (let i = 0; i < at.length; i++) at[i] = Math.min(most[i]!, Math.max(0, at[i]!))
  for (let base = 0; base < parts.floor; base += levelCount) {
    for (let k = 1; k < levelCount; k++) {
      let from = k
      let sum = at[base + k]!
      while (from > 0 && at[base + from - 1]! < sum / (k - from + 1)) {
        from -= 1
        sum += at[base + from]!
      }
      if (from < k) at.fill(sum / (k - from + 1), base + from, base + k + 1)
    }
  }
}
