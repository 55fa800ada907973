import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver, type Solver } from '#jobs/certify/solve-program.ts'
import { coverProgram, laydownOfColumns, UNITS_PER_COST } from '#planner/certify/cover-program.ts'
import { coverModelOf } from '#planner/engines/cover-model.ts'
import { isFeasible, laydownOf } from '#planner/engines/laydown.ts'
import { bestByTrial, worthOf } from '../../planner/brute-force.ts'
import { aSmallProblem } from '../../planner/problems.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

describe('a cover problem as a program', () => {
  it('has the optimum that trying all laydowns finds, and every bound on the way is above it', () => {
    let solved = 0
    let hopeless = 0
    for (let seed = 1; seed <= 580; seed++) {
      const model = coverModelOf(aSmallProblem(seed))
      const best = bestByTrial(model)
      const program = coverProgram(model, { servesForced: true })
      let found = Number.NaN
      const bounds: number[] = []
      const { isOptimal, bound } = solver.solve(program, {
        onBound: (value) => bounds.push(value),
        onSolution: (values) => {
          const count = laydownOfColumns(program, values)
          expect(isFeasible(laydownOf(model, count)), `seed ${seed}`).toBe(true)
          found = worthOf(model, count)
        },
      })
      if (bound === null) {
        expect(best, `seed ${seed}`).toBe(-Infinity)
        hopeless += 1
        continue
      }
      solved += 1
      expect(isOptimal, `seed ${seed}`).toBe(true)
      expect(Math.abs(found - best), `seed ${seed}: ${found} for ${best}`).toBeLessThanOrEqual(10)
      for (const value of bounds) {
        expect(value * UNITS_PER_COST, `seed ${seed}`).toBeGreaterThan(best - 100)
      }
    }
    expect(solved).toBeGreaterThanOrEqual(500)
    expect(hopeless).toBeGreaterThan(5)
  })
})
