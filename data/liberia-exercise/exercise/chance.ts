import { createRandom, type Random } from '#core/random.ts'

/** Draws for one layer of the exercise. Each layer has its own, so that one can change alone. */
export type Chance = Random & {
  /** Uniform between two numbers. */
  between(low: number, high: number): number
  /** Bell-shaped about 0 with a standard deviation of 1 (sum of twelve draws; never beyond ±6). */
  bell(): number
  /** One entry, all equally likely. */
  pick<T>(list: readonly T[]): T
  /** An index, likely in proportion to its weight. */
  weighted(weights: readonly number[]): number
}

/** A source of chance for a layer: the same seed and name give the same draws. */
export function chanceFor(seed: number, layer: string): Chance {
  let mixed = seed >>> 0
  for (const letter of layer) mixed = (Math.imul(mixed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  const random = createRandom(mixed)
  return {
    next: random.next,
    below: random.below,
    between: (low, high) => low + (high - low) * random.next(),
    bell: () => {
      let sum = -6
      for (let i = 0; i < 12; i++) sum += random.next()
      return sum
    },
    pick: (list) => list[random.below(list.length)]!,
    weighted: (weights) => {
      let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
      for (let i = 0; i < weights.length; i++) {
        left -= weights[i]!
        if (left < 0) return i
      }
      return weights.length - 1
    },
  }
}
