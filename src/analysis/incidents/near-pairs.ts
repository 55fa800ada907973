import KDBush from 'kdbush'
import type { Plane } from './incident-density.ts'

/** Pairs of places that lie near each other, by band of distance. */
export type NearPairs = {
  /** Ends of each pair, the pairs of one band together. */
  readonly first: Uint32Array
  readonly second: Uint32Array
  /** Pairs of band b: `bandOffsets[b]` up to `bandOffsets[b + 1]` − 1. */
  readonly bandOffsets: Uint32Array
}

/** More near pairs than this are not listed: 9 bytes each, and again for every permutation. */
export const MOST_NEAR_PAIRS = 20_000_000

/**
 * Lists the pairs up to the last edge apart. Bands are (lo, hi]; the first holds 0 as well.
 *
 * @param edges upper edges of the bands, finite and rising, in the unit of the places.
 * @returns by steps: the share of places that are done, and at the end the pairs; null if there are
 *   more than `mostPairs`.
 */
export function* nearPairs(
  { east, north }: Plane,
  edges: readonly number[],
  mostPairs = MOST_NEAR_PAIRS,
): Generator<number, NearPairs | null> {
  const count = east.length
  const reach = edges.at(-1)
  if (reach === undefined || count === 0) return banded([], edges.length)
  const index = new KDBush(count)
  for (let i = 0; i < count; i++) index.add(east[i]!, north[i]!)
  index.finish()
  const pairs: (readonly [first: Uint32Array, second: Uint32Array, band: Uint8Array])[] = []
  let total = 0
  for (let i = 0; i < count; i++) {
    if (i % 500 === 499) yield (i + 1) / count
    const near = index.within(east[i]!, north[i]!, reach * (1 + 1e-12)).filter((other) => other > i)
    const band = new Uint8Array(near.length)
    const kept: number[] = []
    for (const other of near) {
      const metres = Math.sqrt((east[other]! - east[i]!) ** 2 + (north[other]! - north[i]!) ** 2)
      const found = edges.findIndex((edge) => metres <= edge)
      if (found < 0) continue
      band[kept.length] = found
      kept.push(other)
    }
    total += kept.length
    if (total > mostPairs) return null
    if (kept.length === 0) continue
    const first = new Uint32Array(kept.length).fill(i)
    pairs.push([first, Uint32Array.from(kept), band.subarray(0, kept.length)])
  }
  return banded(pairs, edges.length)
}

function banded(
  pairs: readonly (readonly [Uint32Array, Uint32Array, Uint8Array])[],
  bandCount: number,
): NearPairs {
  const bandOffsets = new Uint32Array(bandCount + 1)
  for (const [, , bands] of pairs) for (const band of bands) bandOffsets[band + 1]!++
  for (let band = 0; band < bandCount; band++) bandOffsets[band + 1]! += bandOffsets[band]!
  const total = bandOffsets[bandCount]!
  const first = new Uint32Array(total)
  const second = new Uint32Array(total)
  const next = bandOffsets.slice()
  for (const [ones, others, bands] of pairs) {
    for (let p = 0; p < ones.length; p++) {
      const place = next[bands[p]!]!++
      first[place] = ones[p]!
      second[place] = others[p]!
    }
  }
  return { first, second, bandOffsets }
}
