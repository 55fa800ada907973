import { describe, expect, it } from 'vitest'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
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
import { aUnit } from '#support/build.ts'
import { base, community, ground, input, NOW, posting } from './an-operation.ts'

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
        aUnit(),
        aUnit({ id: 'qrf', role: 'qrf', elements: [{ typeId: 'platoon', count: 1 }] }),
      ],
    })
    const { problem } = operationProblem(given)
    expect(problem.fixedCount.reduce((sum, count) => sum + count, 0)).toBe(1)
    const found = solve(problem, { seed: 1, maxMoves: 20_000 })
    expect(found.laydown.every((count, slot) => count >= problem.fixedCount[slot]!)).toBe(true)
  })

  it('fixes what a person holds: a posting, and all or some of what stands at a place', () => {
    const held = posting({ isHeld: true })
    const site = { id: 's', scenarioId: 's-1', placeId: 'base-1', rule: 'held' as const }
    const fixedOf = (given: OperationProblemInput) => {
      const { problem } = operationProblem(given)
      return problem.sites.flatMap(({ placeId }, j) =>
        problem.types.flatMap(({ id }, r) => {
          const count = problem.fixedCount[j * problem.types.length + r]!
          return count > 0 ? [[placeId, id, count]] : []
        }),
      )
    }
    expect(fixedOf(input({ postings: [held] }))).toEqual([['v-020', 'platoon', 1]])
    expect(fixedOf(input({ sites: [site] }))).toEqual([
      ['base-1', 'patrol-vehicle', 8],
      ['base-1', 'platoon', 3],
    ])
    expect(fixedOf(input({ sites: [{ ...site, typeIds: ['platoon'] }] }))).toEqual([
      ['base-1', 'platoon', 3],
    ])
  })

  it('bars the types that a place is forbidden for, and no other', () => {
    const site = { id: 's', scenarioId: 's-1', placeId: 'v-000', rule: 'forbidden' as const }
    const first = input().places[1]!
    const bar = { ...site, placeId: first.placeId }
    const { problem } = operationProblem(input({ sites: [{ ...bar, typeIds: ['platoon'] }] }))
    const at = problem.sites.find(({ placeId }) => placeId === first.placeId)!
    expect(at.rule).toBe('optional')
    expect(at.barredTypes.map((type) => problem.types[type]!.id)).toEqual(['platoon'])
    expect(operationProblem(input({ sites: [bar] })).problem.sites[1]).toMatchObject({
      rule: 'forbidden',
      barredTypes: [],
    })
  })

  it('holds back a reserve, and lets service fade with time', () => {
    const resourceTypes = DEFAULT_RESOURCE_TYPES.map((type) =>
      type.id === 'platoon'
        ? { ...type, reserveCount: 1, fading: { fullMinutes: 30, worthShare: 0.5 } }
        : type,
    )
    const { problem } = operationProblem(input({ resourceTypes }))
    const platoon = problem.types.findIndex(({ id }) => id === 'platoon')
    expect(problem.types[platoon]).toMatchObject({
      reserveCount: 1,
      grades: [
        { withinMinutes: 30, worth: 1 },
        { withinMinutes: 120, worth: 0.5 },
      ],
    })
    const found = solve(problem, { seed: 1, maxMoves: 20_000 })
    const plan = planFrom(problem, found, { objectiveName: 'x', seed: 1, wasStopped: false })
    const placed = plan.laydown.filter(({ typeId }) => typeId === 'platoon')
    expect(placed.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect(plan.withdrawals).toMatchObject([{ why: 'reserve', typeId: 'platoon', count: 1 }])
    expect(plan.reasons.join()).toContain('held in reserve there, covering nothing')
  })

  it('turns a share of the effort to where need is least known, and asks for as much in all', () => {
    const given = input()
    const lowest = given.need.lowest.slice()
    const highest = given.need.highest.slice()
    for (let cell = 5; cell < lowest.length; cell++) lowest[cell] = highest[cell] = 4
    const need = { ...given.need, lowest, highest }
    const demandOf = (evidenceShare: number) => {
      const operation = { ...given.operation, evidenceShare }
      const { problem } = operationProblem({ ...given, need, operation })
      return problem.demand[problem.types.findIndex(({ id }) => id === 'platoon')]!
    }
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
    const [none, half, all] = [demandOf(0), demandOf(0.5), demandOf(1)]
    expect(total(half)).toBeCloseTo(total(none), 6)
    expect(half[0]!).toBeGreaterThan(none[0]!)
    expect(half[9]!).toBeCloseTo(none[9]! / 2, 6)
    expect(all[9]).toBe(0)
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
