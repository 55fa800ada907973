import { createRandom, type Random } from '#core/random.ts'
import type { CoverModel } from './cover-model.ts'

/** Covering with p units of one type, one level and no side limits (MCLP), as swap search wants it. */
export type SingleCover = {
  readonly openCount: number
  /** Sites that may be used, as indices of the model's sites. */
  readonly sites: Int32Array
  readonly weight: Float64Array
  /** Groups of site s: `groups[offsets[s]]` up to `offsets[s + 1]` − 1; and sites of each group. */
  readonly offsets: Uint32Array
  readonly groups: Uint32Array
  readonly groupOffsets: Uint32Array
  readonly groupSites: Uint32Array
  /** All weights are whole numbers: a bound may be rounded down. */
  readonly isWhole: boolean
}

/** The pure covering problem in a model; null if it has any limit that swaps do not know. */
export function singleCoverOf(model: CoverModel): SingleCover | null {
  const isPlain =
    model.typeCount === 1 &&
    model.levelCount === 1 &&
    model.budget === Infinity &&
    model.maxMoves === Infinity &&
    model.movePrice === 0 &&
    model.costPrice === 0 &&
    model.floorCount === 0 &&
    model.isForced.every((forced) => forced === 0) &&
    model.fixed.every((count) => count === 0)
  if (!isPlain) return null
  const isUsable = (site: number) =>
    model.isForbidden[site] === 0 &&
    model.capacity[site]! >= model.size[0]! &&
    model.offsets[site + 1]! > model.offsets[site]!
  const sites = Int32Array.from(
    Array.from({ length: model.siteCount }, (_, site) => site).filter(isUsable),
  )
  const offsets = new Uint32Array(sites.length + 1)
  sites.forEach((site, s) => {
    offsets[s + 1] = offsets[s]! + model.offsets[site + 1]! - model.offsets[site]!
  })
  const groups = new Uint32Array(offsets[sites.length]!)
  sites.forEach((site, s) => {
    groups.set(model.groups.subarray(model.offsets[site]!, model.offsets[site + 1]!), offsets[s]!)
  })
  const isWhole = model.groupDemand.every((demand) => Number.isInteger(demand))
  return {
    openCount: Math.min(model.supply[0]!, sites.length),
    sites,
    weight: isWhole ? model.groupDemand : model.value,
    offsets,
    groups,
    ...transpose(offsets, groups, model.groupCount),
    isWhole,
  }
}

function transpose(offsets: Uint32Array, groups: Uint32Array, groupCount: number) {
  const groupOffsets = new Uint32Array(groupCount + 1)
  for (const group of groups) groupOffsets[group + 1]! += 1
  for (let group = 0; group < groupCount; group++) {
    groupOffsets[group + 1]! += groupOffsets[group]!
  }
  const next = groupOffsets.slice()
  const groupSites = new Uint32Array(groups.length)
  for (let site = 0; site + 1 < offsets.length; site++) {
    for (let i = offsets[site]!; i < offsets[site + 1]!; i++) groupSites[next[groups[i]!]!++] = site
  }
  return { groupOffsets, groupSites }
}

type Bench = {
  readonly cover: SingleCover
  readonly random: Random
  readonly isOpen: Uint8Array
  readonly open: number[]
  readonly over: Uint16Array
  /** What a closed site would add; what an open one alone covers. */
  readonly gain: Float64Array
  readonly loss: Float64Array
  readonly extra: Float64Array
  objective: number
}

/** Iterated swap search for MCLP; one move tries to replace one open site by the best closed one. */
export type SwapSearch = {
  readonly best: Int32Array
  bestObjective: number
  /** Makes one move. */
  move(): void
  /** Takes up another choice of sites at the next restart. */
  suggest(sites: readonly number[]): void
}

/**
 * Greedy, then swap descent with restarts from disturbed best choices. Sums are exact: weights
 * are whole numbers.
 */
export function createSwapSearch(cover: SingleCover, seed: number): SwapSearch {
  const siteCount = cover.sites.length
  const bench: Bench = {
    cover,
    random: createRandom(seed),
    isOpen: new Uint8Array(siteCount),
    open: [],
    over: new Uint16Array(cover.weight.length),
    gain: new Float64Array(siteCount),
    loss: new Float64Array(siteCount),
    extra: new Float64Array(siteCount),
    objective: 0,
  }
  for (let s = 0; s < siteCount; s++) {
    for (let i = cover.offsets[s]!; i < cover.offsets[s + 1]!; i++) {
      bench.gain[s]! += cover.weight[cover.groups[i]!]!
    }
  }
  fill(bench)
  let failures = 0
  let cursor = 0
  let suggestion: readonly number[] | null = null
  const search: SwapSearch = {
    best: Int32Array.from(bench.open),
    bestObjective: bench.objective,
    move() {
      if (bench.open.length === 0 || bench.open.length === siteCount) return
      cursor = (cursor + 1) % bench.open.length
      failures = improve(bench, cursor) ? 0 : failures + 1
      if (failures < bench.open.length) return
      failures = 0
      if (bench.objective >= search.bestObjective) {
        search.bestObjective = bench.objective
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

function fill(bench: Bench): void {
  while (bench.open.length < bench.cover.openCount) {
    let best = -1
    for (let s = 0; s < bench.gain.length; s++) {
      if (bench.isOpen[s] === 0 && (best < 0 || bench.gain[s]! > bench.gain[best]!)) best = s
    }
    openSite(bench, best)
  }
}

function openSite(bench: Bench, site: number): void {
  const { cover, over, gain, loss, isOpen } = bench
  isOpen[site] = 1
  bench.open.push(site)
  loss[site] = 0
  for (let i = cover.offsets[site]!; i < cover.offsets[site + 1]!; i++) {
    const group = cover.groups[i]!
    const weight = cover.weight[group]!
    const before = over[group]!++
    if (before > 1) continue
    const from = cover.groupOffsets[group]!
    const to = cover.groupOffsets[group + 1]!
    if (before === 0) {
      bench.objective += weight
      loss[site]! += weight
      for (let k = from; k < to; k++) gain[cover.groupSites[k]!]! -= weight
    } else {
      for (let k = from; k < to; k++) {
        const other = cover.groupSites[k]!
        if (isOpen[other] === 1 && other !== site) loss[other]! -= weight
      }
    }
  }
}

function closeSite(bench: Bench, site: number): void {
  const { cover, over, gain, loss, isOpen, open } = bench
  isOpen[site] = 0
  open[open.indexOf(site)] = open.at(-1)!
  open.pop()
  for (let i = cover.offsets[site]!; i < cover.offsets[site + 1]!; i++) {
    const group = cover.groups[i]!
    const weight = cover.weight[group]!
    const after = --over[group]!
    if (after > 1) continue
    const from = cover.groupOffsets[group]!
    const to = cover.groupOffsets[group + 1]!
    if (after === 0) {
      bench.objective -= weight
      for (let k = from; k < to; k++) gain[cover.groupSites[k]!]! += weight
    } else {
      for (let k = from; k < to; k++) {
        const other = cover.groupSites[k]!
        if (isOpen[other] === 1) loss[other]! += weight
      }
    }
  }
  loss[site] = 0
}

/** Replaces the open site at this place in the list if that is worth more; true if it was. */
function improve(bench: Bench, at: number): boolean {
  const { cover, over, gain, loss, extra, isOpen } = bench
  const out = bench.open[at]!
  extra.fill(0)
  for (let i = cover.offsets[out]!; i < cover.offsets[out + 1]!; i++) {
    const group = cover.groups[i]!
    if (over[group] !== 1) continue
    const weight = cover.weight[group]!
    for (let k = cover.groupOffsets[group]!; k < cover.groupOffsets[group + 1]!; k++) {
      extra[cover.groupSites[k]!]! += weight
    }
  }
  let best = -1
  let worth = loss[out]!
  for (let s = 0; s < gain.length; s++) {
    if (isOpen[s] === 1 || gain[s]! + extra[s]! <= worth) continue
    worth = gain[s]! + extra[s]!
    best = s
  }
  if (best < 0) return false
  closeSite(bench, out)
  openSite(bench, best)
  return true
}

function goTo(bench: Bench, sites: ArrayLike<number>): void {
  const wanted = new Set(Array.from(sites))
  for (const site of [...bench.open]) if (!wanted.has(site)) closeSite(bench, site)
  for (const site of wanted) if (bench.isOpen[site] === 0) openSite(bench, site)
}

/** Two to five open sites give way, half of the time to a neighbour, else to any site. */
function disturb(bench: Bench): void {
  const { cover, random, open } = bench
  const count = Math.min(2 + random.below(4), open.length)
  for (let i = 0; i < count; i++) {
    const out = open[random.below(open.length)]!
    const first = cover.offsets[out]!
    const group = cover.groups[first + random.below(cover.offsets[out + 1]! - first)]!
    const from = cover.groupOffsets[group]!
    const isNear = random.below(2) === 0
    const into = isNear
      ? cover.groupSites[from + random.below(cover.groupOffsets[group + 1]! - from)]!
      : random.below(cover.sites.length)
    if (bench.isOpen[into] === 1) continue
    closeSite(bench, out)
    openSite(bench, into)
  }
}
