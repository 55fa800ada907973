import { createRandom, type Random } from '#core/random.ts'
import { checkProblem, minutesFor, type PlanProblem } from '../problem.ts'

/** Least demand × minutes with p open sites (p-median). */
export type Median = {
  readonly openCount: number
  /** Sites that may be used, as indices of the problem's sites. */
  readonly sites: Int32Array
  readonly cellCount: number
  /** Demand × minutes, `[site × cellCount + cell]`; what cannot be reached costs as twice the longest way. */
  readonly cost: Float64Array
  /** All costs are whole numbers: a bound may be rounded up. */
  readonly isWhole: boolean
}

/**
 * Compiles a travel-time problem. Cells without demand are left out.
 *
 * @throws RangeError for more than one type, or a limit that a p-median has not: budget, moves,
 *   forced sites, fixed units.
 */
export function medianOf(problem: PlanProblem): Median {
  checkProblem(problem)
  const { sites: all, demand, fixedCount } = problem
  const hasLimits =
    problem.budgetUsd !== null ||
    problem.maxMoveCount !== null ||
    all.some((site) => site.rule === 'forced') ||
    fixedCount.some((count) => count > 0)
  if (hasLimits) throw new RangeError('a travel-time problem takes no limit but its supply')
  const { sizeUnits, supplyCount } = problem.types[0]!
  const weights = demand[0]!
  const isUsable = (site: number) =>
    all[site]!.rule !== 'forbidden' && all[site]!.capacityUnits >= sizeUnits
  const sites = Int32Array.from([...all.keys()].filter(isUsable))
  const cells = [...weights.keys()].filter((cell) => weights[cell]! > 0)
  const ways = new Float64Array(sites.length * cells.length)
  sites.forEach((site, s) => {
    cells.forEach((cell, i) => {
      ways[s * cells.length + i] = minutesFor(problem, 0, { site, cell })
    })
  })
  const longest = ways.reduce((most, way) => (Number.isNaN(way) ? most : Math.max(most, way)), 0)
  const cost = ways.map(
    (way, at) => (Number.isNaN(way) ? 2 * longest : way) * weights[cells[at % cells.length]!]!,
  )
  return {
    openCount: Math.min(supplyCount, sites.length),
    sites,
    cellCount: cells.length,
    cost,
    isWhole: cost.every((value) => Number.isInteger(value)),
  }
}

type Bench = {
  readonly median: Median
  readonly random: Random
  readonly isOpen: Uint8Array
  readonly open: number[]
  /** Nearest and second-nearest open site of each cell, and their costs. */
  readonly first: Int32Array
  readonly second: Int32Array
  readonly firstCost: Float64Array
  readonly secondCost: Float64Array
  readonly netLoss: Float64Array
}

/** Iterated interchange for the p-median; one move tries one closed site against every open one. */
export type MedianSearch = {
  readonly best: Int32Array
  bestObjective: number
  move(): void
  /** Takes up another choice of sites at the next restart. */
  suggest(sites: ArrayLike<number>): void
}

/**
 * Greedy, then interchange descent with restarts from disturbed best choices.
 *
 * @source R. A. Whitaker, "A fast algorithm for the greedy interchange for large-scale clustering
 *   and median location problems", INFOR 21 (1983).
 */
export function createMedianSearch(median: Median, seed: number): MedianSearch {
  const bench: Bench = {
    median,
    random: createRandom(seed),
    isOpen: new Uint8Array(median.sites.length),
    open: [],
    first: new Int32Array(median.cellCount).fill(-1),
    second: new Int32Array(median.cellCount).fill(-1),
    firstCost: new Float64Array(median.cellCount).fill(Infinity),
    secondCost: new Float64Array(median.cellCount).fill(Infinity),
    netLoss: new Float64Array(median.sites.length),
  }
  fill(bench)
  let failures = 0
  let cursor = 0
  let suggestion: ArrayLike<number> | null = null
  const search: MedianSearch = {
    best: Int32Array.from(bench.open),
    bestObjective: totalOf(bench),
    move() {
      const siteCount = median.sites.length
      if (bench.open.length === 0 || bench.open.length === siteCount) return
      cursor = (cursor + 1) % siteCount
      const isBetter = bench.isOpen[cursor] === 0 && interchange(bench, cursor)
      failures = isBetter ? 0 : failures + 1
      if (failures < siteCount) return
      failures = 0
      const objective = totalOf(bench)
      if (objective <= search.bestObjective) {
        search.bestObjective = objective
        search.best.set(bench.open)
      } else goTo(bench, search.best)
      if (suggestion) goTo(bench, suggestion)
      else disturb(bench)
      suggestion = null
    },
    suggest(sites) {
      suggestion = sites
    },
  }
  return search
}

function totalOf({ firstCost }: Bench): number {
  return firstCost.reduce((sum, cost) => sum + cost, 0)
}

function fill(bench: Bench): void {
  const { median, firstCost, isOpen } = bench
  const { cost, cellCount, sites } = median
  while (bench.open.length < median.openCount) {
    let best = -1
    let least = Infinity
    for (let s = 0; s < sites.length; s++) {
      if (isOpen[s] === 1) continue
      let total = 0
      for (let i = 0; i < cellCount; i++) {
        const way = cost[s * cellCount + i]!
        total += Math.min(way, firstCost[i]!)
      }
      if (total < least) {
        least = total
        best = s
      }
    }
    openSite(bench, best)
  }
}

function openSite(bench: Bench, site: number): void {
  const { median, first, second, firstCost, secondCost } = bench
  bench.isOpen[site] = 1
  bench.open.push(site)
  for (let i = 0; i < median.cellCount; i++) {
    const way = median.cost[site * median.cellCount + i]!
    if (way < firstCost[i]!) {
      second[i] = first[i]!
      secondCost[i] = firstCost[i]!
      first[i] = site
      firstCost[i] = way
    } else if (way < secondCost[i]!) {
      second[i] = site
      secondCost[i] = way
    }
  }
}

function closeSite(bench: Bench, site: number): void {
  const { median, first, second, firstCost, secondCost, open } = bench
  bench.isOpen[site] = 0
  open[open.indexOf(site)] = open.at(-1)!
  open.pop()
  for (let i = 0; i < median.cellCount; i++) {
    if (first[i] !== site && second[i] !== site) continue
    if (first[i] === site) {
      first[i] = second[i]!
      firstCost[i] = secondCost[i]!
    }
    second[i] = -1
    secondCost[i] = Infinity
    for (const other of open) {
      const way = median.cost[other * median.cellCount + i]!
      if (other === first[i] || way >= secondCost[i]!) continue
      second[i] = other
      secondCost[i] = way
    }
  }
}

/** Opens a site for the open one that then matters least, if that shortens the total. */
function interchange(bench: Bench, into: number): boolean {
  const { median, first, firstCost, secondCost, netLoss, open } = bench
  const base = into * median.cellCount
  let gain = 0
  for (const site of open) netLoss[site] = 0
  for (let i = 0; i < median.cellCount; i++) {
    const way = median.cost[base + i]!
    const nearest = firstCost[i]!
    if (way < nearest) gain += nearest - way
    else netLoss[first[i]!]! += Math.min(way, secondCost[i]!) - nearest
  }
  let out = -1
  for (const site of open) if (out < 0 || netLoss[site]! < netLoss[out]!) out = site
  if (gain - netLoss[out]! <= 1e-9 * gain) return false
  openSite(bench, into)
  closeSite(bench, out)
  return true
}

function goTo(bench: Bench, sites: ArrayLike<number>): void {
  const wanted = Array.from(sites)
  for (const site of wanted) if (bench.isOpen[site] === 0) openSite(bench, site)
  for (const site of [...bench.open]) if (!wanted.includes(site)) closeSite(bench, site)
}

function disturb(bench: Bench): void {
  const { random, open, median } = bench
  const count = Math.min(2 + random.below(4), open.length)
  for (let i = 0; i < count; i++) {
    const into = random.below(median.sites.length)
    if (bench.isOpen[into] === 1) continue
    const out = open[random.below(open.length)]!
    openSite(bench, into)
    closeSite(bench, out)
  }
}
