import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withCarriersFromHome } from '#planner/carriers-from-home.ts'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { solve } from '#planner/index.ts'
import { shiftsBetween } from '#planner/shifts.ts'
import { aProblem, aSite, aSmallProblem, aType } from './problems.ts'

const CREW = aType({ supplyCount: 2, needs: { typeIndex: 1, ratio: 0.5 } })
const TRUCK = aType({ id: 'truck', name: 'Truck', supplyCount: 8, weight: 0 })

/** Crews stand at 0 and 1 with two trucks each, four more trucks idle at 2; the towns are at 3 and 4. */
function problem(parts = {}) {
  const minutes = Float64Array.from({ length: 25 }, (_, at) => (at % 6 === 0 ? 0 : 500))
  return aProblem({
    sites: [0, 1, 2, 3, 4].map((j) => aSite(j, { cell: j })),
    types: [CREW, TRUCK],
    demand: [Float64Array.from([0, 0, 0, 60, 40]), new Float64Array(5)],
    minutes: { vehicle: minutes, foot: minutes },
    currentCount: Int32Array.from([1, 2, 1, 2, 0, 4, 0, 0, 0, 0]),
    ...parts,
  })
}

describe('carriers', () => {
  it('go along with the crews that they carried, and idle ones stay', () => {
    const given = problem()
    // Both crews go, and all trucks come from the idle ones.
    const count = Int32Array.from([0, 2, 0, 2, 0, 0, 1, 2, 1, 2])
    const settled = withCarriersFromHome(given, coverModelOf(given), count)
    expect([...settled]).toEqual([0, 0, 0, 0, 0, 4, 1, 2, 1, 2])
    const trucks = shiftsBetween(given, settled).filter(({ type }) => type === 1)
    const crews = shiftsBetween(given, settled).filter(({ type }) => type === 0)
    expect(trucks.map(({ from, to }) => [from, to])).toEqual(
      crews.map(({ from, to }) => [from, to]),
    )
  })

  it('stay behind where they are fixed', () => {
    const given = problem({ fixedCount: Int32Array.from([0, 2, 0, 0, 0, 0, 0, 0, 0, 0]) })
    const count = Int32Array.from([0, 2, 0, 2, 0, 0, 1, 2, 1, 2])
    const settled = withCarriersFromHome(given, coverModelOf(given), count)
    expect([...settled]).toEqual([0, 2, 0, 0, 0, 2, 1, 2, 1, 2])
  })

  it('change nothing else: every limit holds, worth and moves stay, and no crew moves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const given = aSmallProblem(seed)
        const model = coverModelOf(given)
        const found = solve(given, { seed: 1, maxMoves: 500 }).laydown
        const before = laydownOf(model, found)
        const after = laydownOf(model, withCarriersFromHome(given, model, found))
        expect(isFeasible(after)).toBe(isFeasible(before))
        expect(after.objective).toBeGreaterThanOrEqual(before.objective)
        expect(after.moves).toBe(before.moves)
        const isCarrier = (type: number) =>
          [...model.needsType].includes(type) && given.types[type]!.weight === 0
        found.forEach((units, slot) => {
          if (!isCarrier(slot % model.typeCount)) expect(after.count[slot]).toBe(units)
        })
        expect([...after.stock]).toEqual([...before.stock])
      }),
      { numRuns: 150 },
    )
  })
})
