import { describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import { candidatePlaces } from '#planner/candidate-places.ts'
import { solve } from '#planner/index.ts'
import { OBJECTIVES, objectiveNamed } from '#planner/objectives/registry.ts'
import {
  type OperationProblemInput,
  operationProblem,
} from '#planner/operation/operation-problem.ts'
import { planFrom } from '#planner/plan.ts'
import { base, community, ground, input, NOW, posting, unit } from './an-operation.ts'

function countAt(given: OperationProblemInput, placeId: string, typeId: string): number {
  const { problem } = operationProblem(given)
  const site = problem.sites.findIndex((one) => one.placeId === placeId)
  const type = problem.types.findIndex(({ id }) => id === typeId)
  return problem.currentCount[site * problem.types.length + type]!
}

describe('candidatePlaces', () => {
  it('takes valid bases and communities at least 8 km apart, the same whatever the order of rows', () => {
    const on = ground()
    const operation = operationOf(newOperation({ id: 'test', name: 'Test', planningAt: NOW }))
    const communities = on.grid.cells.map((_, cell) => community(on, cell))
    const ended = base(on, { id: 'base-0', validTo: '2026-01-01T00:00:00Z' })
    const facts = {
      ground: on,
      operation,
      bases: [base(on), ended],
      needScore: new Float64Array(on.grid.cells.length),
      requiredPlaceIds: new Set(['v-001']),
    }
    const places = candidatePlaces({ ...facts, communities })
    expect(candidatePlaces({ ...facts, communities: communities.toReversed() })).toEqual(places)
    const ids = places.map(({ placeId }) => placeId)
    expect(ids).toContain('base-1')
    expect(ids).toContain('v-001')
    expect(ids).not.toContain('base-0')
    expect(ids).not.toContain('v-000')
    expect(ids.length).toBeGreaterThan(3)
    expect(ids.length).toBeLessThan(communities.length)
  })
})

describe('operationProblem', () => {
  it('counts what stands in place, accepted postings carried out', () => {
    const given = input({ postings: [posting({})] })
    expect(countAt(given, 'base-1', 'platoon')).toBe(2)
    expect(countAt(given, 'v-020', 'platoon')).toBe(1)
    const { problem } = operationProblem(given)
    const platoon = problem.types.find(({ id }) => id === 'platoon')!
    expect(platoon.supplyCount).toBe(3)
  })

  it('keeps reserves, quick reaction forces and headquarters where they are', () => {
    const given = input({
      units: [
        unit(),
        unit({ id: 'qrf', role: 'qrf', elements: [{ typeId: 'platoon', count: 1 }] }),
      ],
    })
    const { problem } = operationProblem(given)
    expect(problem.fixedCount.reduce((sum, count) => sum + count, 0)).toBe(1)
    const found = solve(problem, { seed: 1, maxMoves: 20_000 })
    expect(found.laydown.every((count, slot) => count >= problem.fixedCount[slot]!)).toBe(true)
  })

  it('takes the middle of the interval where need is unknown, and says how many people that touches', () => {
    const given = input()
    const score = given.need.score.slice()
    score[3] = Number.NaN
    const { problem, isNeedUnknown, issues } = operationProblem({
      ...given,
      need: { ...given.need, score },
    })
    const type = problem.types.findIndex(({ id }) => id === 'platoon')
    expect(problem.demand[type]![3]).toBe(5 * 1000)
    expect(isNeedUnknown[3]).toBe(1)
    expect(issues.map(({ code }) => code)).toContain('need-unknown')
  })

  it('leads to a plan whose crews all have their vehicles', () => {
    const { problem } = operationProblem(input())
    const found = solve(problem, { seed: 1, maxMoves: 30_000 })
    const plan = planFrom(problem, found, {
      objectiveName: 'need-covered',
      seed: 1,
      wasStopped: false,
    })
    expect(plan.coveredPoints).toBeGreaterThan(plan.currentCoveredPoints)
    for (const { placeId, typeId, count } of plan.laydown) {
      if (typeId !== 'platoon') continue
      const vehicles = plan.laydown.find(
        (units) => units.placeId === placeId && units.typeId === 'patrol-vehicle',
      )
      expect(vehicles?.count ?? 0).toBeGreaterThanOrEqual(2 * count)
    }
  })
})

describe('objectives', () => {
  it('are all solvable, and fewest moves moves no more than need covered does', () => {
    const { problem } = operationProblem(input())
    const moved = new Map(
      OBJECTIVES.map((objective) => {
        const rewritten = objective.apply(problem)
        const found = solve(rewritten, { seed: 1, maxMoves: 20_000 })
        const moves = found.laydown.reduce(
          (sum, count, slot) => sum + Math.max(0, count - problem.currentCount[slot]!),
          0,
        )
        return [objective.name, moves]
      }),
    )
    expect(moved.get('fewest-moves')!).toBeLessThanOrEqual(moved.get('need-covered')!)
    expect(objectiveNamed('nonsense').name).toBe('need-covered')
  })
})
