/**
 * For each point, the index of one that is at least as good in everything and better in something; −1:
 * there is none. Equal points do not beat each other; one with a figure that is not known (NaN) neither
 * beats nor is beaten. For the few courses of one comparison: each point is held against all.
 *
 * @param isHighGood by dimension.
 */
export function beatenBy(
  points: readonly (readonly number[])[],
  isHighGood: readonly boolean[],
): number[] {
  return points.map((point) => points.findIndex((other) => beats(other, point, isHighGood)))
}

/**
 * Indices of the points that are beaten by none, those that are not known left out. Points that are
 * equal are both in it.
 *
 * @source reference 06-robustness/regret_pareto_shapley.json.
 */
export function nonDominated(
  points: readonly (readonly number[])[],
  isHighGood: readonly boolean[],
): number[] {
  const beaten = beatenBy(points, isHighGood)
  return [...points.keys()].filter((at) => beaten[at] === -1 && !points[at]!.some(Number.isNaN))
}

function beats(
  point: readonly number[],
  other: readonly number[],
  isHighGood: readonly boolean[],
): boolean {
  let isBetter = false
  for (const [dimension, isHigh] of isHighGood.entries()) {
    const gain = (isHigh ? 1 : -1) * (point[dimension]! - other[dimension]!)
    if (!(gain >= 0)) return false
    if (gain > 0) isBetter = true
  }
  return isBetter
}
