/**
 * Indices of the points that no other is at least as good as in everything and better in something.
 * Points that are equal are both in it; one with a figure that is not known (NaN) is not, and rules
 * nobody out. For the few courses of one comparison: each point is held against all.
 *
 * @param isHighGood by dimension.
 * @source reference 06-robustness/regret_pareto_shapley.json.
 */
export function nonDominated(
  points: readonly (readonly number[])[],
  isHighGood: readonly boolean[],
): number[] {
  const isKnown = (point: readonly number[]) => !point.some(Number.isNaN)
  return [...points.keys()].filter((index) => {
    const point = points[index]!
    return (
      isKnown(point) && !points.some((other) => isKnown(other) && rules(other, point, isHighGood))
    )
  })
}

function rules(
  point: readonly number[],
  other: readonly number[],
  isHighGood: readonly boolean[],
): boolean {
  let isBetter = false
  for (const [dimension, isHigh] of isHighGood.entries()) {
    const gain = (isHigh ? 1 : -1) * (point[dimension]! - other[dimension]!)
    if (gain < 0) return false
    if (gain > 0) isBetter = true
  }
  return isBetter
}
