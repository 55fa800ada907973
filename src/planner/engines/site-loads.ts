import type { CoverModel } from './cover-model.ts'

/** Prices that the bound puts on what a load uses. */
export type Prices = {
  /** Per slot, what a unit earns there before any price. */
  readonly earned: Float64Array
  /** Per type, what taking one from the supply costs. */
  readonly supply: Float64Array
  budget: number
  move: number
}

/** Scratch arrays of `loadSite`; `load` holds its answer, units per type, perhaps fractions. */
export type LoadBench = {
  readonly load: Float64Array
  readonly trial: Float64Array
  readonly isCarrier: Uint8Array
  readonly carriers: readonly number[]
  readonly itemType: Int32Array
  readonly itemProfit: Float64Array
  readonly itemCount: Float64Array
  readonly itemRate: Float64Array
}

/** A work bench for `loadSite`. */
export function createLoadBench(model: CoverModel): LoadBench {
  const isCarrier = new Uint8Array(model.typeCount)
  for (const type of model.needsType) if (type >= 0) isCarrier[type] = 1
  const items = 2 * model.typeCount
  return {
    load: new Float64Array(model.typeCount),
    trial: new Float64Array(model.typeCount),
    isCarrier,
    carriers: [...isCarrier.keys()].filter((type) => isCarrier[type] === 1),
    itemType: new Int32Array(items),
    itemProfit: new Float64Array(items),
    itemCount: new Float64Array(items),
    itemRate: new Float64Array(items),
  }
}

/**
 * The most that one site can earn at these prices, or a little more: carriers are enumerated,
 * the other types fill the room that is left by profit per size and the last may be cut.
 *
 * @returns an upper bound on the earnings of every load the site may have; `bench.load` attains it.
 */
export function loadSite(
  { model, prices }: { readonly model: CoverModel; readonly prices: Prices },
  bench: LoadBench,
  site: number,
): number {
  let best = emptyLoad(model, bench, site)
  const { carriers, trial } = bench
  const base = site * model.typeCount
  for (const type of carriers) trial[type] = model.fixed[base + type]!
  for (;;) {
    const earned = fillAround({ model, prices }, bench, site)
    if (earned > best) {
      best = earned
      bench.load.set(trial)
    }
    let at = 0
    while (at < carriers.length) {
      const type = carriers[at]!
      const isFull =
        model.isForbidden[base + type] === 1 || trial[type]! >= model.most[base + type]!
      if (!isFull) {
        trial[type]! += 1
        break
      }
      trial[type] = model.fixed[base + type]!
      at += 1
    }
    if (at === carriers.length) return best
  }
}

/** Nothing at all earns nothing, where nothing has to stay. */
function emptyLoad(model: CoverModel, bench: LoadBench, site: number): number {
  const base = site * model.typeCount
  bench.load.fill(0)
  for (let type = 0; type < model.typeCount; type++) {
    if (model.fixed[base + type]! > 0) return -Infinity
  }
  return 0
}

/** Earnings with the trial's carriers and the best of the rest; −∞ if the carriers do not fit. */
function fillAround(
  { model, prices }: { readonly model: CoverModel; readonly prices: Prices },
  bench: LoadBench,
  site: number,
): number {
  const { trial, isCarrier } = bench
  const base = site * model.typeCount
  let room = model.capacity[site]!
  let earned = -prices.budget * model.openingCost[site]!
  let itemCount = 0
  for (let type = 0; type < model.typeCount; type++) {
    const slot = base + type
    const profit = prices.earned[slot]! - prices.supply[type]! - prices.budget * model.cost[type]!
    const today = model.current[slot]!
    if (isCarrier[type] === 0) trial[type] = model.fixed[slot]!
    room -= trial[type]! * model.size[type]!
    earned += trial[type]! * profit - Math.max(0, trial[type]! - today) * prices.move
    if (isCarrier[type] === 1 || model.isForbidden[slot] === 1) continue
    const most = Math.min(model.most[slot]!, crewMost(model, bench, slot))
    const free = Math.max(0, Math.min(most, today) - trial[type]!)
    const dear = Math.max(0, most - Math.max(today, trial[type]!))
    if (free > 0 && profit > 0)
      itemCount = addItem(bench, itemCount, [type, profit, free, model.size[type]!])
    const moved = profit - prices.move
    if (dear > 0 && moved > 0)
      itemCount = addItem(bench, itemCount, [type, moved, dear, model.size[type]!])
  }
  if (room < 0) return -Infinity
  for (let i = 0; i < itemCount && room > 0; i++) {
    const type = bench.itemType[i]!
    const taken = Math.min(bench.itemCount[i]!, room / model.size[type]!)
    trial[type]! += taken
    room -= taken * model.size[type]!
    earned += taken * bench.itemProfit[i]!
  }
  return earned
}

function crewMost(model: CoverModel, bench: LoadBench, slot: number): number {
  const type = slot % model.typeCount
  const carrier = model.needsType[type]!
  if (carrier < 0) return Infinity
  return Math.floor(bench.trial[carrier]! * model.needsRatio[type]!) + model.needsSlack[slot]!
}

/** Keeps items by falling profit per size; equal ones in order of type. */
function addItem(
  bench: LoadBench,
  itemCount: number,
  [type, profit, count, size]: readonly [number, number, number, number],
): number {
  const { itemType, itemProfit, itemRate, itemCount: counts } = bench
  const rate = profit / size
  let at = itemCount
  for (; at > 0 && itemRate[at - 1]! < rate; at--) {
    itemType[at] = itemType[at - 1]!
    itemProfit[at] = itemProfit[at - 1]!
    itemRate[at] = itemRate[at - 1]!
    counts[at] = counts[at - 1]!
  }
  itemType[at] = type
  itemProfit[at] = profit
  itemRate[at] = rate
  counts[at] = count
  return itemCount + 1
}
