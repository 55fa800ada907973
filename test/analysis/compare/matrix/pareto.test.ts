import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beatenBy, nonDominated } from '#analysis/compare/matrix/pareto.ts'
import { hasReferences, referenceValues } from '../../reference-values.ts'

type Reference = {
  readonly inputs: {
    readonly pareto_points_min_min: readonly (readonly [number, number])[]
    readonly hv_ref: readonly [number, number]
  }
  readonly expected: {
    readonly nondominated_indices: readonly number[]
    readonly hypervolume: number
  }
}

/** Area that points of a front in two dimensions, less is better, leave behind them up to a corner. */
function hypervolume(
  front: readonly (readonly [number, number])[],
  [right, top]: readonly [number, number],
): number {
  const sorted = [...front].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  let area = 0
  let below = top
  for (const [x, y] of sorted) {
    if (y >= below) continue
    area += (right - x) * (below - y)
    below = y
  }
  return area
}

describe('who is ruled out by nobody', () => {
  it.skipIf(!hasReferences)('is the front of the reference, with its hypervolume', () => {
    const { inputs, expected } = referenceValues<Reference>(
      '06-robustness/regret_pareto_shapley.json',
    )
    const points = inputs.pareto_points_min_min
    const front = nonDominated(points, [false, false])
    expect(front).toEqual(expected.nondominated_indices)
    expect(
      hypervolume(
        front.map((at) => points[at]!),
        inputs.hv_ref,
      ),
    ).toBe(expected.hypervolume)
    const mirrored = points.map(([x, y]) => [-x, -y])
    expect(nonDominated(mirrored, [true, true])).toEqual(front)
  })

  it('leaves out no point that matters, and keeps none that another is at least as good as', () => {
    const coordinate = fc.integer({ min: 0, max: 5 })
    const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(points, (some) => {
        const front = nonDominated(some, [false, false])
        expect(front.length).toBeGreaterThan(0)
        expect(
          hypervolume(
            front.map((at) => some[at]!),
            [9, 9],
          ),
        ).toBe(hypervolume(some, [9, 9]))
        for (const a of front) {
          for (const b of front) {
            const isNoWorse = some[a]![0] <= some[b]![0] && some[a]![1] <= some[b]![1]
            expect(isNoWorse && String(some[a]) !== String(some[b])).toBe(false)
          }
        }
      }),
    )
  })

  it('has no place for what is not known', () => {
    expect(
      nonDominated(
        [
          [1, Number.NaN],
          [2, 3],
        ],
        [true, true],
      ),
    ).toEqual([1])
    expect(nonDominated([], [true])).toEqual([])
    expect(
      beatenBy(
        [
          [1, 2],
          [2, 2],
          [Number.NaN, 9],
          [2, 2],
        ],
        [true, true],
      ),
    ).toEqual([1, -1, -1, -1])
  })
})
