/** A source of chance that repeats itself exactly for the same seed, in every engine. */
export type Random = {
  /** Uniform in [0, 1) with 32 random bits. */
  next(): number
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number
}

/**
 * Integer arithmetic only, so that Node and Chromium draw the same numbers.
 *
 * @source D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators" (2021): xoshiro128**.
 */
export function createRandom(seed: number): Random {
  const state = new Uint32Array(4)
  let spread = seed >>> 0
  for (let i = 0; i < 4; i++) {
    spread = (spread + 0x9e3779b9) >>> 0
    let word = spread
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    state[i] = (word ^ (word >>> 16)) >>> 0
  }
  const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by))
  const draw = () => {
    const result = Math.imul(rotate(Math.imul(state[1]!, 5), 7), 9) >>> 0
    const shifted = state[1]! << 9
    state[2]! ^= state[0]!
    state[3]! ^= state[1]!
    state[1]! ^= state[2]!
    state[0]! ^= state[3]!
    state[2]! ^= shifted
    state[3] = rotate(state[3]!, 11)
    return result
  }
  return {
    next: () => draw() / 4294967296,
    below: (count) => Math.floor((draw() / 4294967296) * count),
  }
}
