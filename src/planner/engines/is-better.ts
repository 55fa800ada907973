import { emptyForcedCount, type Laydown } from './laydown.ts'

/** Fewer places empty that have to be used, then more worth. */
export function isBetter(one: Laydown, other: Laydown): boolean {
  const emptyCount = emptyForcedCount(one) - emptyForcedCount(other)
  return emptyCount < 0 || (emptyCount === 0 && one.objective > other.objective)
}
