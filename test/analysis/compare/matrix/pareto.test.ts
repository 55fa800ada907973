import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatrixRow } from '#analysis/compare/matrix/matrix.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { ruledOutBy } from '#analysis/compare/matrix/pareto.ts'
import { hasReferences, referenceValues } from '../../reference-values.ts'
import { judged, matrixFacts, ownRow, rangesAround } from './some-matrix.ts'

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

/** Rows of a matrix in which people judged each point by each dimension; null: nobody did. */
function rowsOf(points: readonly (readonly (number | null)[])[], isHighGood: boolean): MatrixRow[] {
  const scenarioIds = points.map((_, at) => `s${at}`)
  const rows = (points[0] ?? []).map((_, dimension) => {
    const known = points.flatMap((point, at) => {
      const value = point[dimension]
      return value === null || value === undefined ? [] : [[`s${at}`, value] as const]
    })
    return ownRow(`D${dimension}`, { isHighGood, values: Object.fromEntries(known) })
  })
  const scale = isHighGood ? { worst: 0, best: 10 } : { worst: 10, best: 0 }
  const criteria = rows.map(({ id, name }) =>
    judged(name, { id, measureId: null, isHighGood, scale }),
  )
  return [...matrixOf({ ...matrixFacts({}, criteria, { rows }), scenarioIds }).rows]
}

function frontOf(points: readonly (readonly number[])[], isHighGood: boolean): number[] {
  const by = ruledOutBy(rowsOf(points, isHighGood))
  return [...points.keys()].filter((at) => by[at] === -1)
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
    const front = frontOf(points, false)
    expect(front).toEqual(expected.nondominated_indices)
    expect(
      hypervolume(
        front.map((at) => points[at]!),
        inputs.hv_ref,
      ),
    ).toBe(expected.hypervolume)
    const mirrored = points.map(([x, y]) => [-x, -y])
    expect(frontOf(mirrored, true)).toEqual(front)
  })

  it('leaves out no point that matters, and keeps none that another is at least as good as', () => {
    const coordinate = fc.integer({ min: 0, max: 5 })
    const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(points, (some) => {
        const front = frontOf(some, false)
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
    expect(ruledOutBy([])).toEqual([])
    const points = [
      [1, 2],
      [2, 2],
      [null, 9],
      [2, 2],
    ]
    expect(ruledOutBy(rowsOf(points, true))).toEqual([1, -1, -1, -1])
  })

  it('is ruled out by a difference that draws bear out, and by no other', () => {
    const values = { A: [5000, 5001], B: [7000, 7000] }
    const ruledOut = (margin: number | null) => {
      const ranges = margin === null ? null : rangesAround(values, margin)
      return ruledOutBy(matrixOf({ ...matrixFacts(values), ranges }).rows)
    }
    expect(ruledOut(null)).toEqual([1, -1])
    expect(ruledOut(0.5)).toEqual([1, -1])
    expect(ruledOut(500)).toEqual([-1, -1])
  })
})
