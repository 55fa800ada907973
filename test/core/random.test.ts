import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'

describe('random', () => {
  it('repeats itself for a seed, and not for another', () => {
    const draws = (seed: number) => {
      const random = createRandom(seed)
      return Array.from({ length: 20 }, () => random.next())
    }
    expect(draws(42)).toEqual(draws(42))
    expect(draws(42)).not.toEqual(draws(43))
  })

  it('draws the same numbers as xoshiro128** in arithmetic of unlimited width', () => {
    const random = createRandom(7)
    const reference = xoshiro(7)
    for (let i = 0; i < 1000; i++) expect(random.next()).toBe(Number(reference()) / 2 ** 32)
  })

  it('is spread evenly: 16 bins of 160,000 draws, chi-squared under its 99.9th centile', () => {
    const random = createRandom(1)
    const bins = new Float64Array(16)
    for (let i = 0; i < 160_000; i++) bins[random.below(16)]! += 1
    const chiSquared = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    expect(chiSquared).toBeLessThan(37.7)
  })

  it('stays below the count that was asked for', () => {
    const random = createRandom(3)
    for (let i = 0; i < 1000; i++) expect(random.below(3)).toBeLessThan(3)
    expect(random.below(1)).toBe(0)
  })
})

function xoshiro(seed: number): () => bigint {
  const word = (value: bigint) => value & 0xffffffffn
  const rotate = (value: bigint, by: bigint) => word((value << by) | (value >> (32n - by)))
  const state: bigint[] = []
  let spread = BigInt(seed)
  for (let i = 0; i < 4; i++) {
    spread = word(spread + 0x9e3779b9n)
    let part = spread
    part = word((part ^ (part >> 16n)) * 0x85ebca6bn)
    part = word((part ^ (part >> 13n)) * 0xc2b2ae35n)
    state.push(part ^ (part >> 16n))
  }
  return () => {
    const [a, b, c, d] = state as [bigint, bigint, bigint, bigint]
    const result = word(rotate(word(b * 5n), 7n) * 9n)
    const third = c ^ a
    const fourth = d ^ b
    state[1] = b ^ third
    state[0] = a ^ fourth
    state[2] = third ^ word(b << 9n)
    state[3] = rotate(fourth, 11n)
    return result
  }
}
