import type { CoverModel } from './cover-model.ts'
import type { Laydown } from './laydown.ts'
import { createLoadBench, type LoadBench, loadSite, type Prices } from './site-loads.ts'

/** A proven limit that tightens step by step: no laydown is worth more. */
export type UnitBound = {
  /** Those that the bound holds at. */
  readonly prices: UnitPrices
  /** Integer units; only ever falls. */
  bound: number
  /** One step of the subgradient method towards an objective that was reached. */
  tighten(reached: number): void
}

/** Prices of groups, floors, types, budget and moves. */
export type UnitPrices = Multipliers

/** Multipliers and their directions, side by side: groups, floors, types, budget, moves. */
type Multipliers = {
  readonly group: Float64Array
  readonly floor: Float64Array
  readonly supply: Float64Array
  /** Of the budget and of the moves. */
  readonly limit: Float64Array
}

type Bench = {
  readonly model: CoverModel
  readonly at: Multipliers
  readonly best: Multipliers
  readonly direction: Multipliers
  /** No multiplier above these helps, and one far above would drown the sum in rounding. */
  readonly most: Multipliers
  /** Squared natural size of each multiplier: how far one step may go. */
  readonly scale: Multipliers
  readonly prices: Prices
  readonly loads: LoadBench
  step: number
  /** Which of GROUP_PACES holds. */
  pace: number
  failures: number
}

/**
 * How fast multipliers of groups go beside those of limits and floors. No one pace suits all
 * problems: a stalled bound tries the next, and steps shrink only after all of them. On the real
 * roads of Liberia the gap after 800 steps fell from 30 % with the first alone to 0.2 %.
 */
const GROUP_PACES = [1, 0.1, 0.03] as const

/**
 * Lagrangian bound of the cover problem: the link from units to covered groups, supply, budget,
 * moves and floors are priced; what each site carries is solved exactly or a little too well.
 * Valid at every step, whatever the multipliers. A step costs about a millisecond at country scale.
 *
 * @source M. L. Fisher, "The Lagrangian relaxation method for solving integer programming
 *   problems", Management Science 27 (1981).
 */
export function createUnitBound(model: CoverModel, start: Laydown): UnitBound {
  const bench = benchOf(model, start)
  const bound: UnitBound = {
    prices: bench.best,
    bound: Infinity,
    tighten(reached) {
      const found = evaluate(bench)
      const limit = Math.floor(found + 1)
      if (limit < bound.bound) {
        const isReal = bound.bound - limit > 1e-5 * Math.abs(bound.bound)
        bound.bound = limit
        copyInto(bench.best, bench.at)
        bench.failures = isReal ? 0 : bench.failures + 1
      } else bench.failures += 1
      if (bench.failures >= 12) {
        bench.failures = 0
        bench.pace = (bench.pace + 1) % GROUP_PACES.length
        if (bench.pace === 0) bench.step *= 0.6
        copyInto(bench.at, bench.best)
        evaluate(bench)
      }
      walk(bench, Math.max(0, found - reached))
    },
  }
  return bound
}

function multipliers(model: CoverModel): Multipliers {
  return {
    group: new Float64Array(model.groupCount),
    floor: new Float64Array(model.floorCount),
    supply: new Float64Array(model.typeCount),
    limit: new Float64Array(2),
  }
}

function highest(model: CoverModel, total: number): Multipliers {
  const most = multipliers(model)
  for (let group = 0; group < model.groupCount; group++) {
    const floorWorth = model.floorPrice * model.groupShare[group]!
    most.group[group] = model.value[group * model.levelCount]! + floorWorth
  }
  most.floor.fill(model.floorPrice)
  most.supply.fill(total)
  const prices = [...model.cost, ...model.openingCost].filter((price) => price > 0)
  most.limit[0] = total / prices.reduce((least, price) => Math.min(least, price), total + 1)
  most.limit[1] = total
  return most
}

function copyInto(to: Multipliers, from: Multipliers): void {
  to.group.set(from.group)
  to.floor.set(from.floor)
  to.supply.set(from.supply)
  to.limit.set(from.limit)
}

/** Starts from the worth of one more unit over each group, as the first laydown has it. */
function benchOf(model: CoverModel, start: Laydown): Bench {
  const at = multipliers(model)
  const scale = multipliers(model)
  const { levelCount, value } = model
  let total = 0
  for (let group = 0; group < model.groupCount; group++) {
    const level = start.cover[group]!
    const worth = (k: number) => (k < levelCount ? value[group * levelCount + k]! : 0)
    at.group[group] = level === 0 ? worth(0) : (worth(level - 1) + worth(level)) / 2
    total += worth(0)
  }
  const mean = total / Math.max(1, model.groupCount)
  for (let group = 0; group < model.groupCount; group++) {
    scale.group[group] = (value[group * levelCount]! + 0.2 * mean) * mean
  }
  const units = Math.max(
    1,
    start.count.reduce((sum, count) => sum + count, 0),
  )
  const unitWorth = Math.max(1, total / units)
  scale.floor.fill(model.floorPrice * model.floorPrice * 0.01)
  for (let type = 0; type < model.typeCount; type++) {
    scale.supply[type] = (unitWorth * mean) / Math.max(1, model.supply[type]!)
    at.supply[type] = 0
  }
  const spend = Number.isFinite(model.budget) ? Math.max(1, model.budget) : 1
  scale.limit[0] = (unitWorth * mean * units) / (spend * spend)
  scale.limit[1] = (unitWorth * mean) / Math.max(1, Math.min(model.maxMoves, units))
  return {
    model,
    at,
    most: highest(model, total),
    best: multipliers(model),
    direction: multipliers(model),
    scale,
    prices: {
      earned: new Float64Array(model.siteCount * model.typeCount),
      supply: at.supply,
      budget: 0,
      move: 0,
    },
    loads: createLoadBench(model),
    step: 2,
    pace: 0,
    failures: 0,
  }
}

/** The bound at the multipliers; `direction` takes in its subgradient. */
function evaluate(bench: Bench): number {
  const { model, at, direction } = bench
  for (const part of [direction.group, direction.floor, direction.supply, direction.limit]) {
    for (let i = 0; i < part.length; i++) part[i]! *= 0.3
  }
  let bound = coverPart(bench)
  bound += sitePart(bench)
  for (let type = 0; type < model.typeCount; type++) {
    bound += at.supply[type]! * model.supply[type]!
    direction.supply[type]! += 0.7 * model.supply[type]!
  }
  const limits = [model.budget, model.maxMoves]
  limits.forEach((limit, i) => {
    if (limit === Infinity) return
    bound += at.limit[i]! * limit
    direction.limit[i]! += 0.7 * limit
  })
  return bound
}

/** Every group takes the levels that are worth more than its price. */
function coverPart({ model, at, direction }: Bench): number {
  const { levelCount, value, groupFloor, groupShare } = model
  let bound = 0
  for (let floor = 0; floor < model.floorCount; floor++) {
    bound -= at.floor[floor]! * model.floorTarget
    direction.floor[floor]! -= 0.7 * model.floorTarget
  }
  for (let group = 0; group < model.groupCount; group++) {
    const price = at.group[group]!
    const floor = groupFloor[group]!
    let taken = 0
    for (let k = 0; k < levelCount; k++) {
      const extra = k === 0 && floor >= 0 ? at.floor[floor]! * groupShare[group]! : 0
      const profit = value[group * levelCount + k]! + extra - price
      if (profit <= 0) continue
      bound += profit
      taken += 1
      if (k === 0 && floor >= 0) direction.floor[floor]! += 0.7 * groupShare[group]!
    }
    direction.group[group]! -= 0.7 * taken
  }
  return bound
}

/** Every site takes the load that earns most at the prices. */
function sitePart({ model, at, direction, prices, loads }: Bench): number {
  const { offsets, groups, typeCount } = model
  prices.budget = at.limit[0]! + model.costPrice
  prices.move = at.limit[1]! + model.movePrice
  let bound = 0
  for (let slot = 0; slot < prices.earned.length; slot++) {
    let earned = 0
    for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) earned += at.group[groups[i]!]!
    prices.earned[slot] = earned
  }
  for (let site = 0; site < model.siteCount; site++) {
    bound += loadSite({ model, prices }, loads, site)
    let isOpen = false
    for (let type = 0; type < typeCount; type++) {
      const units = loads.load[type]!
      if (units === 0) continue
      isOpen = true
      const slot = site * typeCount + type
      for (let i = offsets[slot]!; i < offsets[slot + 1]!; i++) {
        direction.group[groups[i]!]! += 0.7 * units
      }
      direction.supply[type]! -= 0.7 * units
      direction.limit[0]! -= 0.7 * units * model.cost[type]!
      direction.limit[1]! -= 0.7 * Math.max(0, units - model.current[slot]!)
    }
    if (isOpen) direction.limit[0]! -= 0.7 * model.openingCost[site]!
  }
  return bound
}

/** One scaled step against the direction, back into the allowed range. */
function walk(bench: Bench, distance: number): void {
  const { model, at, direction, scale, most, step } = bench
  const paceOf = { group: GROUP_PACES[bench.pace]!, floor: 1, supply: 1, limit: 1 }
  const isLimited = [model.budget !== Infinity, model.maxMoves !== Infinity]
  const parts = ['group', 'floor', 'supply', 'limit'] as const
  let length = 0
  for (const part of parts) {
    const values = at[part]
    const along = direction[part]
    for (let i = 0; i < values.length; i++) {
      if (part === 'limit' && !isLimited[i]) along[i] = 0
      if (values[i] === 0 && along[i]! > 0) along[i] = 0
      length += paceOf[part] * scale[part][i]! * along[i]! * along[i]!
    }
  }
  if (!(length > 1e-6)) return
  for (const part of parts) {
    const values = at[part]
    const pace = (paceOf[part] * step * distance) / length
    for (let i = 0; i < values.length; i++) {
      const next = values[i]! - pace * scale[part][i]! * direction[part][i]!
      values[i] = Math.min(most[part][i]!, Math.max(0, next))
    }
  }
}
