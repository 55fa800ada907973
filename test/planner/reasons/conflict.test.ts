import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/random.ts'
import { solve } from '#planner/index.ts'
import type { PlanProblem } from '#planner/problem.ts'
import { conflictOf } from '#planner/reasons/conflicts/conflict.ts'
import { type Demand, demandsOf } from '#planner/reasons/conflicts/demands.ts'
import { smallestHitting } from '#planner/reasons/conflicts/smallest-conflict.ts'
import { finish } from '#planner/steps.ts'
import { isAllowed } from '../brute-force.ts'
import { aProblem, aSite, aSmallProblem, aType } from '../problems.ts'
import { isDemandKept } from './demands-by-hand.ts'

/** A small problem that asks for much. */
function demanding(seed: number): PlanProblem {
  const random = createRandom(seed + 7e8)
  const problem = aSmallProblem(seed)
  return {
    ...problem,
    types: problem.types.map((type) => ({ ...type, hasFloor: random.below(3) > 0 })),
    floorShare: [0.3, 0.5, 0.8][random.below(3)]!,
    floorPricePoints: 20,
    maxMoveCount: random.below(3) === 0 ? null : random.below(3),
  }
}

/** Every laydown of up to so many units in a slot. */
function* laydowns(problem: PlanProblem, most: number): Generator<Int32Array> {
  const count = new Int32Array(problem.currentCount.length)
  for (;;) {
    yield count
    let slot = 0
    while (slot < count.length && count[slot] === most) count[slot++] = 0
    if (slot === count.length) return
    count[slot]! += 1
  }
}

/** Crews of half a carrier's worth need two carriers each, so three units in a slot are enough to tell. */
function canBeHeld(problem: PlanProblem, demands: readonly Demand[]): boolean {
  for (const count of laydowns(problem, 3)) {
    if (demands.every((demand) => isDemandKept(problem, demand, count))) return true
  }
  return false
}

const SEEDS = Array.from({ length: 320 }, (_, at) => at + 1)

describe('demands in conflict', () => {
  it('cannot hold together, and each part of them can, whatever is tried', {
    timeout: 60_000,
  }, () => {
    const seen = { conflict: 0, none: 0, unknown: 0 }
    const sizes = new Set<number>()
    for (const seed of SEEDS) {
      const problem = demanding(seed)
      const plan = solve(problem, { seed: 1, maxMoves: 40 }).laydown
      const found = finish(conflictOf(problem, plan))
      seen[found.verdict] += 1
      const all = demandsOf(problem)
      if (found.verdict === 'none') {
        expect(all.every((demand) => isDemandKept(problem, demand, found.laydown!))).toBe(true)
        expect(isAllowed(problem, found.laydown!)).toBe(true)
        continue
      }
      sizes.add(found.demands.length)
      expect(found.isSmallest).toBe(true)
      expect(canBeHeld(problem, found.demands), `seed ${seed}`).toBe(false)
      found.demands.forEach((_, without) => {
        const less = found.demands.filter((_, at) => at !== without)
        expect(canBeHeld(problem, less), `seed ${seed}`).toBe(true)
      })
    }
    expect(seen.unknown).toBe(0)
    expect(seen.conflict).toBeGreaterThan(80)
    expect(seen.none).toBeGreaterThan(80)
    expect(Math.max(...sizes)).toBeGreaterThan(2)
  })

  const site = (index: number, name: string, parts = {}) => aSite(index, { name, ...parts })
  const floor = { floorShare: 0.35, floorPricePoints: 10 }
  const platoon = aType({ name: 'Platoon', supplyCount: 9, hasFloor: true })

  it('are told in the words of whoever demanded them', () => {
    const far = 200
    const problem = aProblem({
      ...floor,
      sites: [site(0, 'Greenville'), site(1, 'Fish Town', { rule: 'forbidden' }), site(2, 'Kaka')],
      types: [platoon],
      stratumNames: ['River Gee', 'Sinoe'],
      cellStratum: Int32Array.from([0, 0, 0, 1]),
      demand: [Float64Array.from([3, 1, 1, 5])],
      minutes: {
        vehicle: Float32Array.from([far, 10, far, far, 10, 10, 10, 10, far, far, 10, 10]),
      },
      maxMoveCount: 1,
    })
    const found = finish(conflictOf(problem, new Int32Array(3)))
    expect(found.sentence).toBe(
      'Three demands cannot hold together: at most 1 move, Fish Town is not to be used, at least 35 % in River Gee.',
    )
    const alone = { ...problem, types: [{ ...platoon, reachMinutes: 5 }], stratumNames: ['A', 'B'] }
    expect(finish(conflictOf(alone, new Int32Array(3))).sentence).toBe(
      'One demand cannot be held by any plan: at least 35 % in A.',
    )
  })

  it('are all held in a sentence that names the types whose floor is asked for', () => {
    const said = (hasFloor: readonly boolean[]) => {
      const problem = aProblem({
        floorShare: 0.3,
        floorPricePoints: 5,
        types: [
          aType({ id: 'a', name: 'Platoon', supplyCount: 2, hasFloor: hasFloor[0]! }),
          aType({ id: 'b', name: 'Medical team', supplyCount: 2, hasFloor: hasFloor[1]! }),
        ],
        sites: [site(0, 'Greenville')],
        demand: [Float64Array.from([1]), Float64Array.from([1])],
        minutes: { vehicle: Float32Array.from([10]) },
      })
      return finish(conflictOf(problem, Int32Array.from([1, 1]))).sentence
    }
    expect(said([true, false])).toBe(
      'The plan holds everything that is demanded of it, with at least 30 % everywhere by Platoon; no floor is asked of the other types.',
    )
    expect(said([true, true])).toContain('everywhere by Platoon and Medical team.')
    expect(said([false, false])).toBe(
      'The plan holds everything that is demanded of it; it has no floors.',
    )
  })

  it('are no conflict where it is not proven', () => {
    const random = createRandom(5)
    const cells = 400
    const sites = Array.from({ length: 40 }, (_, at) => site(at, `Site ${at}`))
    const problem = aProblem({
      floorShare: 0.9,
      floorPricePoints: 10,
      sites,
      types: [platoon],
      demand: [Float64Array.from({ length: cells }, () => 1)],
      minutes: {
        vehicle: Float32Array.from({ length: sites.length * cells }, () => random.below(400)),
      },
    })
    const found = finish(conflictOf(problem, new Int32Array(40), { maxNodes: 5 }))
    expect(found.verdict).toBe('unknown')
    expect(found.sentence).toContain('it is not proven that there is none')
  })

  it('end early when asked to', () => {
    const steps = conflictOf(demanding(3), new Int32Array(demanding(3).currentCount.length))
    let step = steps.next(true)
    while (!step.done) step = steps.next(true)
    expect(step.value.sentence.length).toBeGreaterThan(10)
  })
})

describe('a smallest hitting set', () => {
  it('is as small as any', () => {
    const random = createRandom(11)
    for (let round = 0; round < 200; round++) {
      const lists = Array.from({ length: 1 + random.below(6) }, () =>
        Array.from({ length: 1 + random.below(3) }, () => random.below(7)),
      )
      const found = smallestHitting(lists)!
      const hits = (taken: readonly number[]) =>
        lists.every((list) => list.some((at) => taken.includes(at)))
      expect(hits(found)).toBe(true)
      for (let bits = 0; bits < 128; bits++) {
        const taken = [0, 1, 2, 3, 4, 5, 6].filter((at) => (bits >> at) & 1)
        if (taken.length < found.length) expect(hits(taken)).toBe(false)
      }
    }
  })
})
