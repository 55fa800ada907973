import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { reducedCover, type SetCover, setCoverOf } from '#planner/engines/set-cover.ts'
import { createCoverSearch } from '#planner/engines/set-cover-search.ts'
import type { SingleCover } from '#planner/engines/single-cover.ts'
import { createSingleCoverProof } from '#planner/engines/single-cover-proof.ts'
import { choices } from './locate/cases.ts'

const seeds = fc.integer({ min: 0, max: 1e9 })

/** Rows that few sites cover each: bounds leave a gap, and parts have to be looked into. */
function aCover(seed: number): SetCover {
  const random = createRandom(seed)
  const siteCount = 6 + random.below(8)
  const rowCount = 5 + random.below(25)
  return setCoverOf(
    siteCount,
    Array.from({ length: rowCount }, () => {
      const sites = new Set<number>()
      for (let k = 0; k < 2 + random.below(3); k++) sites.add(random.below(siteCount))
      return [...sites].sort((a, b) => a - b)
    }),
  )
}

/** Rows of each site as bits. */
function bitsOf({ siteCount, siteOffsets, rows }: SetCover): number[] {
  return Array.from({ length: siteCount }, (_, site) =>
    rows
      .subarray(siteOffsets[site], siteOffsets[site + 1])
      .reduce((bits, row) => bits | (1 << row), 0),
  )
}

function coversAll(cover: SetCover, sites: readonly number[]): boolean {
  const bits = bitsOf(cover)
  const all = sites.reduce((covered, site) => covered | bits[site]!, 0)
  return all === 2 ** cover.rowCount - 1
}

function fewest(cover: SetCover): number {
  let count = 0
  while (!choices(cover.siteCount, count).some((sites) => coversAll(cover, sites))) count++
  return count
}

describe('smallest covers', () => {
  it('are found and proved, under bounds that always hold, from the whole or what is left of it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const cover = aCover(seed)
        const least = fewest(cover)
        const search = createCoverSearch(cover)
        for (let step = 0; step < 20_000 && !search.isDone(); step++) {
          search.step()
          expect(search.bound()).toBeLessThanOrEqual(least)
        }
        expect(coversAll(cover, search.best)).toBe(true)
        expect([search.isDone(), search.best.length]).toEqual([true, least])
        const { cover: left, essential, siteOf } = reducedCover(cover)
        const rest = createCoverSearch(left)
        while (!rest.isDone()) rest.step()
        const joined = [...essential, ...rest.best.map((site) => siteOf[site]!)]
        expect(coversAll(cover, joined)).toBe(true)
        expect(joined).toHaveLength(least)
      }),
      { seed: 5, numRuns: 120 },
    )
  })

  it('of fewer than a number of sites: says whether there is one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const cover = aCover(seed)
        const least = fewest(cover)
        for (const cap of [least, least + 1]) {
          const search = createCoverSearch(cover, cap)
          for (let step = 0; step < 20_000 && !search.isDone(); step++) search.step()
          expect(search.isDone()).toBe(true)
          if (cap > least) expect(search.best.length).toBe(least)
          else expect(search.bound()).toBeGreaterThanOrEqual(cap)
        }
      }),
      { seed: 6, numRuns: 60 },
    )
  })
})

describe('MCLP proofs', () => {
  it('bound rightly, and come upon the best, even against a total that is far from it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const whole = aCover(seed)
        const random = createRandom(seed)
        const bits = bitsOf(whole)
        const cover: SingleCover = {
          openCount: 1 + random.below(whole.siteCount - 1),
          sites: Int32Array.from(bits.keys()),
          weight: Float64Array.from({ length: whole.rowCount }, () => 1 + random.below(30)),
          offsets: whole.siteOffsets,
          groups: whole.rows,
          groupOffsets: whole.rowOffsets,
          groupSites: whole.rowSites,
          isWhole: true,
        }
        const coveredBy = (sites: readonly number[]) => {
          const all = sites.reduce((covered, site) => covered | bits[site]!, 0)
          return cover.weight.reduce((sum, weight, row) => sum + ((all >> row) & 1) * weight, 0)
        }
        const best = Math.max(...choices(whole.siteCount, cover.openCount).map(coveredBy))
        const proof = createSingleCoverProof(cover)
        let reached = 1
        for (let step = 0; step < 20_000 && -proof.bound > reached; step++) {
          proof.tighten(-reached)
          expect(-proof.bound).toBeGreaterThanOrEqual(best)
          const favoured = Array.from(proof.favoured())
          if (step % 500 === 499) reached = Math.max(reached, coveredBy(favoured))
        }
        expect(reached).toBe(best)
        expect(-proof.bound).toBe(best)
      }),
      { seed: 8, numRuns: 120 },
    )
  })
})
