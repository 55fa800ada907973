import { logGamma } from './beta.ts'

/**
 * The regularised lower incomplete gamma function P(a, x) for a > 0: by its series for small x, by a
 * continued fraction for large x.
 *
 * @source Abramowitz and Stegun, 6.5.29 and 6.5.31; Lentz's evaluation.
 */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? front * gammaSeries(a, x) : 1 - front * gammaFraction(a, x)
}

/** The x at which P(a, x) is `share`; by halving, to the last digits. */
export function gammaQuantile(share: number, a: number): number {
  let low = 0
  let high = 2 * a + 2
  while (lowerGamma(a, high) < share) high *= 2
  for (let i = 0; i < 1100 && high - low > 1e-15 * high; i++) {
    const middle = (low + high) / 2
    if (lowerGamma(a, middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; k < 100_000 && term > 1e-17 * sum; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

function gammaFraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let k = 1; k <= 100_000; k++) {
    const step = -k * (k - a)
    b += 2
    d = step * d + b
    if (Math.abs(d) < tiny) d = tiny
    c = b + step / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h
}
