import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { brokenLimit } from '#planner/broken-limit.ts'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { standingLaydown } from '#planner/engines/greedy.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { aProblem, aSite, aSmallProblem, aType } from './problems.ts'

describe('brokenLimit', () => {
  it('names a limit just where a laydown is not allowed', () => {
    const told = new Set<string>()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const problem = aSmallProblem(seed)
        const model = coverModelOf(problem)
        const random = createRandom(seed)
        for (let trial = 0; trial < 10; trial++) {
          const count = model.fixed.map((units) => units + random.below(2))
          const broken = brokenLimit(problem, model, count)
          expect(broken === null).toBe(isFeasible(laydownOf(model, count)))
          told.add(broken?.split(' ').slice(0, 3).join(' ') ?? 'none')
        }
      }),
      { numRuns: 200, seed: 1 },
    )
    // Supply and room share their words with nothing, so five beginnings are all but what is held.
    expect([...told].sort()).toEqual([
      'This plan costs',
      'This plan leaves',
      'This plan makes',
      'This plan places',
      'This plan puts',
      'none',
    ])
  })

  it('says where a unit has to stay', () => {
    const problem = aProblem({
      sites: [aSite(0)],
      types: [aType()],
      demand: [Float64Array.from([1])],
      minutes: { vehicle: Float64Array.from([0]) },
      currentCount: Int32Array.from([1]),
      fixedCount: Int32Array.from([1]),
    })
    expect(brokenLimit(problem, coverModelOf(problem), new Int32Array(1))).toBe(
      'This plan takes Platoon from Site 0, where it is to stay.',
    )
  })
})

describe('standingLaydown', () => {
  it('sends a crew back with carriers that may not stay', () => {
    const crew = aType({ supplyCount: 2, needs: { typeIndex: 1, ratio: 1 } })
    const problem = aProblem({
      sites: [aSite(0, { barredTypes: [1] }), aSite(1)],
      types: [crew, aType({ id: 'truck', name: 'Truck', supplyCount: 2, weight: 0 })],
      demand: [Float64Array.from([1, 1]), Float64Array.from([1, 1])],
      minutes: { vehicle: Float64Array.from([0, 500, 500, 0]) },
      currentCount: Int32Array.from([1, 1, 1, 1]),
    })
    const standing = standingLaydown({ ...coverModelOf(problem), maxMoves: 0 })
    expect([...standing.count]).toEqual([0, 0, 1, 1])
  })

  it('is always allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const standing = standingLaydown({ ...coverModelOf(aSmallProblem(seed)), maxMoves: 0 })
        expect(isFeasible(standing)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
