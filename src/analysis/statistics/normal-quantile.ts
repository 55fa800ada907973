import { upperTail } from './normal-tail.ts'

/** The z below which a standard normal lies with this probability, 0 < share < 1; by halving. */
export function normalQuantile(share: number): number {
  if (share < 0.5) return -normalQuantile(1 - share)
  let low = 0
  let high = 40
  for (let i = 0; i < 100 && high - low > 1e-16 * high; i++) {
    const middle = (low + high) / 2
    if (upperTail(middle) > 1 - share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
