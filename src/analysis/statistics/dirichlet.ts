import type { Random } from '#core/random.ts'

/**
 * Draws shares that sum to 1, spread about their expectation alpha/Σalpha: the larger the sum of
 * alpha, the closer. A part with alpha 0 stays 0.
 *
 * @source G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26
 *   (2000): a Dirichlet draw is gamma draws over their sum.
 */
export function drawDirichlet(alpha: readonly number[], random: Random): number[] {
  const draws = alpha.map((shape) => (shape > 0 ? drawGamma(shape, random) : 0))
  const sum = draws.reduce((total, draw) => total + draw, 0)
  return draws.map((draw) => draw / sum)
}

function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * open(random) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = drawNormal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(open(random)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(open(random))) * Math.cos(2 * Math.PI * random.next())
}

function open(random: Random): number {
  return (random.next() * 4294967296 + 0.5) / 4294967296
}
