import { describe, expect, it } from 'vitest'
import { finish } from '#planner/steps.ts'
import { growZones } from '#planner/zoning/grow-zones.ts'
import { judged, shareOut } from '#planner/zoning/share-out.ts'
import { FREE, TAKEN, type ZoningProblem } from '#planner/zoning/zoning-problem.ts'
import { byWorker, isWhole, problemOf, riverGrid, smallProblem } from './zoning-cases.ts'

const CASES = Array.from({ length: 60 }, (_, i) => i + 1)

/** The lowest balance index of all zones there are, and of all that are allowed and whole. */
function bestOfAll(problem: ZoningProblem): number {
  const { blockCount, seeds, fixedZone } = problem
  const zoneOf = growZones(problem, 'even')
  const free = [...Array(blockCount).keys()].filter(
    (block) => fixedZone[block] === FREE && seeds.every((seed) => seed.block !== block),
  )
  let best = Number.POSITIVE_INFINITY
  const choose = (at: number) => {
    if (at === free.length) {
      const { balanceIndex } = judged(problem, zoneOf)
      if (balanceIndex >= best) return
      if (seeds.every((_, zone) => isWhole(problem, zoneOf, zone))) best = balanceIndex
      return
    }
    for (let zone = 0; zone < seeds.length; zone++) {
      zoneOf[free[at]!] = zone
      choose(at + 1)
    }
  }
  choose(0)
  return best
}

const answers = CASES.map((seed) => {
  const problem = smallProblem(seed)
  const found = finish(shareOut(problem, { seed: 7, maxSteps: 900 }))
  return { problem, found, best: bestOfAll(problem) }
})

describe('sharing few blocks out, against all zones there are', () => {
  it('keeps every zone in one piece, and fixed blocks where they are', () => {
    for (const { problem, found } of answers) {
      problem.seeds.forEach((_, zone) => {
        expect(isWhole(problem, found.zoneOf, zone)).toBe(true)
      })
      problem.fixedZone.forEach((zone, block) => {
        if (zone !== FREE) expect(found.zoneOf[block]).toBe(zone)
      })
      expect(found.leftOut).toHaveLength(0)
    }
  })

  it('finds the most even zones in nearly all, and is never far from them', () => {
    const known = answers.filter(({ best }) => best > 0)
    const over = known.map(({ found, best }) => found.balanceIndex / best)
    expect(Math.min(...over)).toBeGreaterThan(1 - 1e-9)
    expect(over.filter((ratio) => ratio < 1 + 1e-9).length / over.length).toBeGreaterThan(0.95)
    expect(Math.max(...over)).toBeLessThan(1.1)
  })

  it('never states a bound above what some zones come to', () => {
    for (const { found, best } of answers) {
      expect(found.balanceBound).toBeLessThanOrEqual(best + 1e-9)
    }
  })
})

describe('sharing work out that depends on who does it', () => {
  const rows = CASES.map((seed) => {
    const problem = byWorker(smallProblem(seed), seed)
    const found = finish(shareOut(problem, { seed: 7, maxSteps: 900 }))
    return { found, best: bestOfAll(problem) }
  })

  it('finds the most even zones in nearly all, and never states a bound above them', () => {
    for (const { found, best } of rows) {
      expect(found.balanceIndex).toBeGreaterThan(best - 1e-9)
      expect(found.balanceBound).toBeLessThanOrEqual(best + 1e-9)
    }
    const met = rows.filter(({ found, best }) => found.balanceIndex < best + 1e-9)
    expect(met.length / rows.length).toBeGreaterThan(0.9)
  })

  it('states a bound that is more than that all work has to be carried', () => {
    const told = rows.map(({ found, best }) => (found.balanceBound - 1) / (best - 1))
    expect(told.reduce((sum, share) => sum + share, 0) / told.length).toBeGreaterThan(0.5)
  })
})

describe('sharing some hundreds of blocks out among rivers', () => {
  const grids = Array.from({ length: 12 }, (_, i) => riverGrid(i + 1).problem)
  const shared = grids.map((problem) => finish(shareOut(problem, { seed: 3, maxSteps: 15_000 })))

  it('never cuts a zone by a river without a bridge, and leaves out only what no seed comes to', () => {
    grids.forEach((problem, at) => {
      const { zoneOf, leftOut } = shared[at]!
      problem.seeds.forEach((_, zone) => {
        expect(isWhole(problem, zoneOf, zone)).toBe(true)
      })
      const grown = growZones(problem, 'nearest')
      const unreached = [...grown.keys()].filter(
        (block) => grown[block] === -1 && problem.fixedZone[block] !== TAKEN,
      )
      expect([...leftOut]).toEqual(unreached)
      problem.fixedZone.forEach((zone, block) => {
        if (zone === TAKEN) expect(zoneOf[block]).toBe(-1)
      })
    })
  })

  it('is more even than zones grown by travel or by load, and near its bound', () => {
    const ratios = grids.map((problem, at) => {
      const found = shared[at]!
      expect(found.balanceIndex).toBeGreaterThanOrEqual(found.balanceBound - 1e-9)
      for (const order of ['even', 'nearest'] as const) {
        const grown = judged(problem, growZones(problem, order))
        expect(found.balanceIndex).toBeLessThanOrEqual(Math.max(1.05, grown.balanceIndex) + 1e-9)
      }
      return found.balanceIndex / Math.max(1.05, found.balanceBound)
    })
    expect(ratios.filter((ratio) => ratio < 1.01).length).toBeGreaterThanOrEqual(9)
    expect(Math.max(...ratios)).toBeLessThan(1.3)
  })

  it('gives one answer to one seed, however often it is asked whether to go on', () => {
    const steps = shareOut(grids[0]!, { seed: 3, maxSteps: 15_000 })
    let step = steps.next()
    while (!step.done) step = steps.next()
    expect(step.value.zoneOf).toEqual(shared[0]!.zoneOf)
  })

  it('ends with whole zones when it is stopped', () => {
    const problem = grids[1]!
    const steps = shareOut(problem, { seed: 3, maxSteps: 1_000_000 })
    steps.next()
    const step = steps.next(true)
    expect(step.done).toBe(true)
    if (!step.done) return
    expect(step.value.searchSteps).toBeLessThan(2000)
    problem.seeds.forEach((_, zone) => {
      expect(isWhole(problem, step.value.zoneOf, zone)).toBe(true)
    })
  })
})

describe('what a problem may say', () => {
  it('lets work depend on who does it', () => {
    const weightUnits = Float64Array.from([1, 1, 9, 9, 9, 9, 1, 1])
    const seeds = [
      { block: 0, share: 1 },
      { block: 3, share: 1 },
    ]
    const links = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const
    const found = finish(
      shareOut(problemOf(4, links, { seeds, weightUnits }), { seed: 1, maxSteps: 300 }),
    )
    expect([...found.zoneOf]).toEqual([0, 0, 1, 1])
    expect([...found.loadUnits]).toEqual([2, 2])
  })

  it('keeps a block from zones that may not have it', () => {
    const seeds = [
      { block: 0, share: 1 },
      { block: 3, share: 1 },
    ]
    const links = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const
    const mayHave = Uint8Array.from([1, 1, 1, 1, 1, 0, 1, 1])
    const weightUnits = Float64Array.from([50, 10, 10, 1])
    const problem = problemOf(4, links, { seeds, weightUnits, mayHave })
    const found = finish(shareOut(problem, { seed: 1, maxSteps: 300 }))
    expect([...found.zoneOf]).toEqual([0, 0, 1, 1])
    expect(found.balanceBound).toBeCloseTo(60 / 35.5)
  })

  it('refuses fixed blocks that do not hang together with their seed', () => {
    const fixedZone = Int32Array.from([FREE, FREE, 0])
    const seeds = [{ block: 0, share: 1 }]
    const weightUnits = Float64Array.from([1, 1, 1])
    const links = [
      [0, 1],
      [1, 2],
    ] as const
    expect(() => growZones(problemOf(3, links, { seeds, weightUnits, fixedZone }), 'even')).toThrow(
      'do not hang together',
    )
  })
})
