/**
 * e^x by halving and a Taylor series: only + and ×, so every engine gives the same bits. Within
 * 1e-13 of the true value, relatively, for |x| ≤ 50.
 */
export function exponential(x: number): number {
  let halvings = 0
  let reduced = x
  while (reduced > 0.25 || reduced < -0.25) {
    reduced /= 2
    halvings += 1
  }
  let term = 1
  let sum = 1
  for (let k = 1; k <= 14; k++) {
    term = (term * reduced) / k
    sum += term
  }
  for (; halvings > 0; halvings--) sum *= sum
  return sum
}

/** e^x − 1; the series itself for small x, where the difference would lose its digits. */
export function exponentialLessOne(x: number): number {
  if (x > 1e-3) return exponential(x) - 1
  return x * (1 + (x / 2) * (1 + (x / 3) * (1 + x / 4)))
}

/** ln x for x > 0 by the series of artanh, for the same reason; within 1e-14. */
export function logarithm(x: number): number {
  let mantissa = x
  let doublings = 0
  for (; mantissa > 1.5; doublings++) mantissa /= 2
  for (; mantissa < 0.75; doublings--) mantissa *= 2
  const ratio = (mantissa - 1) / (mantissa + 1)
  let power = ratio
  let sum = 0
  for (let k = 1; k <= 27; k += 2) {
    sum += power / k
    power *= ratio * ratio
  }
  return 2 * sum + doublings * Math.LN2
}

/** The largest power of two that is no more than x > 0: to scale by it changes no digit. */
export function powerOfTwoBelow(x: number): number {
  let power = 1
  while (power > x) power /= 2
  while (2 * power <= x) power *= 2
  return power
}

/** Table of −ln((i + ½)/size): how far downhill a uniform draw lets a search go at temperature 1. */
export function coolingDraws(size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => -logarithm((i + 0.5) / size))
}
