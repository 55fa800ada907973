import type { Part } from './branch-and-bound.ts'
import { reducedCover, type SetCover, setCoverOf } from './set-cover.ts'

/** Where one bound starts from. */
type CoverStart = {
  /** Site of the whole for each site of the cover. */
  readonly siteOf: readonly number[]
  /** Sites of the whole that are open already; the cover has no row of theirs. */
  readonly opened: readonly number[]
  readonly multipliers: Float64Array
}

/** No row begins with more than the sites that cover it can bear: so far the bound is a dual ascent. */
function firstMultipliers({ rowCount, rowOffsets, rowSites, siteOffsets }: SetCover): Float64Array {
  return Float64Array.from({ length: rowCount }, (_, row) => {
    let most = 1
    for (let i = rowOffsets[row]!; i < rowOffsets[row + 1]!; i++) {
      const site = rowSites[i]!
      most = Math.max(most, siteOffsets[site + 1]! - siteOffsets[site]!)
    }
    return 1 / most
  })
}

/**
 * Fewest sites that cover every row: no cover has fewer than (open ones) + Σuᵢ + Σ min(0, c_j), where
 * c_j = 1 − Σ of uᵢ over the rows of site j, rounded up. Sites whose other choice leads to no fewer
 * than were reached are decided for good, and so is the last site that could cover a row.
 *
 * @source J. E. Beasley, "An algorithm for set covering problems", European Journal of Operational
 *   Research 31 (1987).
 */
export function setCoverPart(
  cover: SetCover,
  start: CoverStart = {
    siteOf: Array.from({ length: cover.siteCount }, (_, site) => site),
    opened: [],
    multipliers: firstMultipliers(cover),
  },
): Part {
  const { siteOf, opened } = start
  const verdict = new Int8Array(cover.siteCount).fill(-1)
  const whole = (sites: readonly number[]) => [...opened, ...sites.map((site) => siteOf[site]!)]
  const at = start.multipliers.slice()
  const best = at.slice()
  const priced = new Float64Array(cover.siteCount)
  const isCovered = new Uint8Array(cover.rowCount)
  const direction = new Float64Array(cover.rowCount)
  let lowest = -Infinity
  let step = 1
  let failures = 0
  const part: Part = {
    bound: opened.length,
    get favoured() {
      return whole(coverByPrices(cover, at, verdict))
    },
    tighten(reachedInAll) {
      const reached = reachedInAll - opened.length
      const openCount = settleRows(cover, verdict, isCovered)
      if (openCount === Infinity) {
        part.bound = Infinity
        return
      }
      const bound = openCount + price(cover, { at, verdict, isCovered, priced })
      if (bound > lowest + 1e-9) {
        lowest = bound
        best.set(at)
        failures = 0
      } else failures += 1
      part.bound = Math.max(part.bound, opened.length + Math.ceil(bound - 1e-6))
      for (let s = 0; s < cover.siteCount; s++) {
        if (verdict[s] !== -1 || bound + Math.abs(priced[s]!) <= reached - 1 + 1e-6) continue
        verdict[s] = priced[s]! < 0 ? 1 : 0
      }
      if (failures >= 12) {
        failures = 0
        step *= 0.6
        at.set(best)
      }
      walk(cover, { at, direction, priced, verdict, isCovered }, step * (1.02 * reached - bound))
    },
    last() {
      if (settleRows(cover, verdict, isCovered) === Infinity || isCovered.includes(0)) return null
      const sites = whole([...verdict.keys()].filter((site) => verdict[site] === 1))
      return { sites, cost: sites.length }
    },
    split() {
      const site = dividing(cover, verdict, { best, isCovered })
      return [1, 0].map((choice) => {
        const decided = verdict.slice()
        decided[site] = choice
        return () =>
          smallerPart(cover, { ...start, multipliers: best }, decided) ?? impossiblePart(part)
      })
    },
  }
  return part
}

/** No cover lies within it; what is favoured is what the part around it favours. */
function impossiblePart(around: Part): Part {
  return {
    bound: Infinity,
    get favoured() {
      return around.favoured
    },
    tighten() {},
    last: () => null,
    split: () => [],
  }
}

/** What is left once sites are decided, with everything obvious taken out of it; null if some row is out of reach. */
function smallerPart(cover: SetCover, start: CoverStart, verdict: Int8Array): Part | null {
  const isCovered = new Uint8Array(cover.rowCount)
  if (settleRows(cover, verdict, isCovered) === Infinity) return null
  const rows = [...isCovered.keys()].filter((row) => isCovered[row] === 0)
  const sitesOfRow = rows.map((row) =>
    Array.from(cover.rowSites.subarray(cover.rowOffsets[row], cover.rowOffsets[row + 1])).filter(
      (site) => verdict[site] === -1,
    ),
  )
  const left = reducedCover(setCoverOf(cover.siteCount, sitesOfRow))
  const open = [...verdict.keys()].filter((site) => verdict[site] === 1)
  return setCoverPart(left.cover, {
    siteOf: left.siteOf.map((site) => start.siteOf[site]!),
    opened: [...start.opened, ...[...open, ...left.essential].map((site) => start.siteOf[site]!)],
    multipliers: Float64Array.from(left.rowOf, (row) => start.multipliers[rows[row]!]!),
  })
}

/** Marks what open sites cover and opens the last hope of a row; the number open, Infinity if a row has none. */
function settleRows(cover: SetCover, verdict: Int8Array, isCovered: Uint8Array): number {
  const { siteCount, rowCount, siteOffsets, rows, rowOffsets, rowSites } = cover
  let openCount = 0
  const open = (site: number) => {
    openCount += 1
    for (let i = siteOffsets[site]!; i < siteOffsets[site + 1]!; i++) isCovered[rows[i]!] = 1
  }
  isCovered.fill(0)
  for (let s = 0; s < siteCount; s++) if (verdict[s] === 1) open(s)
  for (let row = 0; row < rowCount; row++) {
    if (isCovered[row] === 1) continue
    let hope = -1
    let count = 0
    for (let i = rowOffsets[row]!; i < rowOffsets[row + 1]! && count < 2; i++) {
      if (verdict[rowSites[i]!] === 0) continue
      hope = rowSites[i]!
      count += 1
    }
    if (count === 0) return Infinity
    if (count > 1) continue
    verdict[hope] = 1
    open(hope)
  }
  return openCount
}

type Pricing = {
  readonly at: Float64Array
  readonly verdict: Int8Array
  readonly isCovered: Uint8Array
  readonly priced: Float64Array
}

function price(cover: SetCover, { at, verdict, isCovered, priced }: Pricing): number {
  let bound = 0
  for (let row = 0; row < cover.rowCount; row++) if (isCovered[row] === 0) bound += at[row]!
  for (let s = 0; s < cover.siteCount; s++) {
    if (verdict[s] !== -1) continue
    let left = 1
    for (let i = cover.siteOffsets[s]!; i < cover.siteOffsets[s + 1]!; i++) {
      const row = cover.rows[i]!
      if (isCovered[row] === 0) left -= at[row]!
    }
    priced[s] = left
    if (left < 0) bound += left
  }
  return bound
}

function walk(
  cover: SetCover,
  { at, direction, priced, verdict, isCovered }: Pricing & { readonly direction: Float64Array },
  distance: number,
): void {
  for (let row = 0; row < cover.rowCount; row++) direction[row] = 0.3 * direction[row]! + 0.7
  for (let s = 0; s < cover.siteCount; s++) {
    if (verdict[s] !== -1 || priced[s]! >= 0) continue
    for (let i = cover.siteOffsets[s]!; i < cover.siteOffsets[s + 1]!; i++) {
      direction[cover.rows[i]!]! -= 0.7
    }
  }
  let length = 0
  for (let row = 0; row < cover.rowCount; row++) {
    if (isCovered[row] === 1 || (at[row] === 0 && direction[row]! < 0)) direction[row] = 0
    length += direction[row]! * direction[row]!
  }
  if (length < 1e-9) return
  const pace = Math.max(0, distance) / length
  for (let row = 0; row < cover.rowCount; row++) {
    at[row] = Math.min(1, Math.max(0, at[row]! + pace * direction[row]!))
  }
}

/** The undecided site that would take most of what the multipliers charge for the rows left. */
function dividing(
  cover: SetCover,
  verdict: Int8Array,
  { best, isCovered }: { readonly best: Float64Array; readonly isCovered: Uint8Array },
): number {
  let site = -1
  let most = -Infinity
  for (let s = 0; s < cover.siteCount; s++) {
    if (verdict[s] !== -1) continue
    let worth = 0
    let covers = 0
    for (let i = cover.siteOffsets[s]!; i < cover.siteOffsets[s + 1]!; i++) {
      if (isCovered[cover.rows[i]!] === 1) continue
      worth += best[cover.rows[i]!]!
      covers += 1
    }
    if (covers === 0 || worth <= most) continue
    most = worth
    site = s
  }
  return site
}

/**
 * A whole cover: the open sites, then again and again the one that takes most of what the multipliers
 * charge for the rows left, at last without those that are not needed.
 */
export function coverByPrices(
  cover: SetCover,
  multipliers: Float64Array,
  verdict: Int8Array | null = null,
): number[] {
  const { siteCount, siteOffsets, rows, rowOffsets, rowSites } = cover
  const times = new Uint32Array(cover.rowCount)
  const worth = new Float64Array(siteCount)
  for (let s = 0; s < siteCount; s++) {
    for (let i = siteOffsets[s]!; i < siteOffsets[s + 1]!; i++) {
      worth[s]! += multipliers[rows[i]!]! + LEAST_WORTH
    }
  }
  const chosen: number[] = []
  const take = (site: number) => {
    chosen.push(site)
    worth[site] = -Infinity
    for (let i = siteOffsets[site]!; i < siteOffsets[site + 1]!; i++) {
      const row = rows[i]!
      if (times[row]!++ > 0) continue
      left -= 1
      for (let k = rowOffsets[row]!; k < rowOffsets[row + 1]!; k++) {
        worth[rowSites[k]!]! -= multipliers[row]! + LEAST_WORTH
      }
    }
  }
  let left = cover.rowCount
  verdict?.forEach((choice, site) => {
    if (choice === 1) take(site)
  })
  while (left > 0) {
    let next = 0
    for (let s = 1; s < siteCount; s++) if (worth[s]! > worth[next]!) next = s
    take(next)
  }
  return withoutIdle(cover, chosen, times)
}

/** A row that costs nothing has to be covered too. */
const LEAST_WORTH = 1e-3

function withoutIdle({ siteOffsets, rows }: SetCover, chosen: number[], times: Uint32Array) {
  return chosen.filter((site) => {
    const own = rows.subarray(siteOffsets[site], siteOffsets[site + 1])
    if (own.some((row) => times[row]! < 2)) return true
    for (const row of own) times[row]! -= 1
    return false
  })
}
