import type { CoverModel } from './cover-model.ts'
import { loadPlansOf } from './load-plans.ts'
import type { SlotRange } from './slot-range.ts'

/** What units earn at the prices of a bound. */
export type LoadPrices = {
  /** `[slot × levelCount + n − 1]`: the n-th unit of a slot, before any price; falling in n. */
  readonly earned: Float64Array
  readonly supply: Float64Array
  budget: number
  move: number
}

/** Finds the best load of a site; `load` (units per type, the last perhaps in part) attains what it returns. */
export type LoadBench = {
  readonly load: Float64Array
  best(site: number): number
}

/**
 * The most that one site can earn: exactly, by trying all that it may carry; where that is too much,
 * carriers are tried and the others fill the room by earnings per size, the last perhaps in part, so
 * that the answer is never too low.
 */
export function createLoadBench(
  model: CoverModel,
  range: SlotRange,
  prices: LoadPrices,
): LoadBench {
  const { siteCount, typeCount } = model
  const plans = Array.from({ length: siteCount }, (_, site) => loadPlansOf(model, range, site))
  const stride = 1 + range.most.reduce((most, units) => Math.max(most, units), 0)
  const worth = new Float64Array(typeCount * stride)
  const load = new Float64Array(typeCount)
  const trial = new Float64Array(typeCount)
  const carriers = [...new Set(model.needsType)].filter((type) => type >= 0)

  const list = (listed: Uint8Array, opening: number): number => {
    let best = -Infinity
    let bestAt = 0
    for (let at = 0; at < listed.length; at += typeCount) {
      let earned = 0
      let units = 0
      for (let type = 0; type < typeCount; type++) {
        const count = listed[at + type]!
        earned += worth[type * stride + count]!
        units += count
      }
      if (units > 0) earned -= opening
      if (earned <= best) continue
      best = earned
      bestAt = at
    }
    for (let type = 0; type < typeCount; type++) load[type] = listed[bestAt + type]!
    return best
  }

  /** With the carriers of the trial, the best of the others; −∞ where they do not fit. */
  const fill = (site: number): number => {
    const base = site * typeCount
    let room = model.capacity[site]!
    let earned = 0
    for (let type = 0; type < typeCount; type++) {
      if (!carriers.includes(type)) trial[type] = range.least[base + type]!
      room -= trial[type]! * model.size[type]!
      earned += worth[type * stride + trial[type]!]!
    }
    if (room < 0) return -Infinity
    for (;;) {
      let next = -1
      let rate = 0
      for (let type = 0; type < typeCount; type++) {
        const units = trial[type]!
        if (carriers.includes(type) || units >= mostWith(base, type)) continue
        const gain = worth[type * stride + units + 1]! - worth[type * stride + units]!
        if (gain / model.size[type]! <= rate) continue
        rate = gain / model.size[type]!
        next = type
      }
      if (next < 0) return earned
      const size = model.size[next]!
      const share = Math.min(1, room / size)
      earned += share * rate * size
      trial[next]! += share
      room -= share * size
      if (share < 1) return earned
    }
  }
  const mostWith = (base: number, type: number): number => {
    const carrier = model.needsType[type]!
    const most = range.most[base + type]!
    if (carrier < 0) return most
    const carried = Math.floor(trial[carrier]! * model.needsRatio[type]!)
    return Math.min(most, carried + model.needsSlack[base + type]!)
  }
  const search = (site: number, opening: number): number => {
    const base = site * typeCount
    let isFixed = false
    for (let type = 0; type < typeCount; type++) isFixed ||= range.least[base + type]! > 0
    let best = isFixed ? -Infinity : 0
    load.fill(0)
    for (const type of carriers) trial[type] = range.least[base + type]!
    for (;;) {
      const earned = fill(site) - opening
      if (earned > best) {
        best = earned
        load.set(trial)
      }
      const next = carriers.find((type) => trial[type]! < range.most[base + type]!)
      if (next === undefined) return best
      for (const type of carriers) {
        if (type === next) break
        trial[type] = range.least[base + type]!
      }
      trial[next]! += 1
    }
  }

  return {
    load,
    best(site) {
      weigh(model, { range, prices, worth, stride }, site)
      const opening = prices.budget * model.openingCost[site]!
      const listed = plans[site]
      return listed ? list(listed, opening) : search(site, opening)
    },
  }
}

/** Worth of 0, 1, 2 … units of each type at a site. */
function weigh(
  model: CoverModel,
  bench: {
    readonly range: SlotRange
    readonly prices: LoadPrices
    readonly worth: Float64Array
    readonly stride: number
  },
  site: number,
): void {
  const { typeCount, levelCount, current } = model
  const { range, prices, worth, stride } = bench
  for (let type = 0; type < typeCount; type++) {
    const slot = site * typeCount + type
    const price = prices.supply[type]! + prices.budget * model.cost[type]!
    let sum = 0
    worth[type * stride] = 0
    for (let n = 1; n <= range.most[slot]!; n++) {
      sum += (n <= levelCount ? prices.earned[slot * levelCount + n - 1]! : 0) - price
      if (n > current[slot]!) sum -= prices.move
      worth[type * stride + n] = sum
    }
  }
}
