import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessRouter } from '#analysis/access/access-facts.ts'
import { criticalStretches } from '#analysis/access/critical-stretches.ts'
import { lineOf, roadStretches } from '#analysis/access/road-stretches.ts'
import type { Ground } from '#analysis/ground.ts'
import { createRouter } from '#analysis/reach/router.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { aRestriction } from '#support/build.ts'
import { at } from '../reach/small-roads.ts'
import {
  accessFacts,
  meshGround,
  meshLines,
  meshRestriction,
  meshSide,
  networkBarring,
  ONE_ROAD,
} from './small-theatre.ts'

const STANDARD = 40

/** Waits alone stay where they are when roads around them go; points may move to another road. */
const delays = fc
  .array(
    meshRestriction.map((parts) =>
      aRestriction({ ...parts, effect: { type: 'delay', delayMinutes: 25 } }),
    ),
    { maxLength: 2 },
  )
  .map((all) =>
    all
      .filter(({ geometry }) => geometry.type === 'area')
      .map((each, i) => ({ ...each, id: `d${i}` })),
  )

function lossesOn(ground: Ground, restrictions: readonly Restriction[]) {
  const facts = accessFacts(ground, { restrictions, starts: [at(2, 2), at(20, 25)] })
  const { landingSites, operation, vehicle, starts } = facts
  const losses = accessRouter(facts).under({ acting: restrictions, isWet: false }).losses(starts)
  const bruteForce = (edges: readonly number[]) =>
    createRouter({ ...ground, network: networkBarring(ground.network, edges) })
      .under({ operation, vehicle, restrictions, landingSites })
      .toCells(starts)
  return { losses, bruteForce }
}

describe('the loss of roads', () => {
  it('gives to the last bit what a router says where no vehicle passes them', () => {
    fc.assert(
      fc.property(meshLines, delays, fc.nat(), (lines, restrictions, pick) => {
        const ground = meshGround(meshSide, lines)
        const stretches = roadStretches(ground.network, 4_000)
        fc.pre(stretches.length > 0)
        const { losses, bruteForce } = lossesOn(ground, restrictions)
        expect(losses.minutes).toEqual(bruteForce([]))
        const mostPeople = losses.mostPeople(ground.peopleCount)
        for (let i = 0; i < Math.min(4, stretches.length); i++) {
          const { edges } = stretches[(pick + i * 7) % stretches.length]!
          const loss = losses.without(edges)
          const minutes = losses.minutes.slice()
          loss.cells.forEach((cell, at) => {
            minutes[cell] = loss.minutes[at]!
          })
          expect(minutes).toEqual(bruteForce(edges))
          const touched = loss.cells.reduce((sum, cell) => sum + ground.peopleCount[cell]!, 0)
          expect(mostPeople(edges)).toBeGreaterThanOrEqual(touched - 1e-6)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('stretches of road', () => {
  it('hold every edge once, both ways, and end where roads meet or the limit is', () => {
    fc.assert(
      fc.property(meshLines, fc.integer({ min: 1, max: 20 }), (lines, kilometres) => {
        const { network } = meshGround(meshSide, lines)
        const stretches = roadStretches(network, 1000 * kilometres)
        const edges = stretches.flatMap((stretch) => stretch.edges)
        expect(edges.toSorted((a, b) => a - b)).toEqual([...network.edgeTarget.keys()])
        for (const stretch of stretches) {
          const { nodes, metres } = stretch
          expect(stretch.edges).toHaveLength(2 * (nodes.length - 1))
          expect(lineOf(network, stretch)).toHaveLength(nodes.length)
          if (nodes.length > 2) expect(metres).toBeLessThanOrEqual(1000 * kilometres)
          for (const node of nodes.slice(1, -1)) {
            expect(network.edgeOffsets[node + 1]! - network.edgeOffsets[node]!).toBe(2)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are cut at both ends of a bridge', () => {
    const { network } = ONE_ROAD
    const edgeCrossing = network.edgeCrossing.map((_, edge) => {
      const from = network.edgeOffsets.findIndex((offset) => offset > edge) - 1
      return Math.min(from, network.edgeTarget[edge]!) === 2 ? 1 : 0
    })
    const stretches = roadStretches({ ...network, edgeCrossing })
    expect(stretches.map(({ crossing }) => crossing)).toEqual([0, 1, 0])
    expect(new Set(stretches.map(({ chain }) => chain)).size).toBe(1)
  })
})

describe('critical stretches', () => {
  it('rank as trying every stretch on a fresh ground would (random roads)', () => {
    fc.assert(
      fc.property(meshLines, (lines) => {
        const ground = meshGround(meshSide, lines)
        const { losses, bruteForce } = lossesOn(ground, [])
        const counted = { peopleCount: ground.peopleCount, standardMinutes: STANDARD }
        const found = criticalStretches(ground.network, losses, {
          ...counted,
          atMostMetres: Number.POSITIVE_INFINITY,
        })
        expect(found.triedCount).toBe(found.usedCount)
        const now = bruteForce([])
        const rank = roadStretches(ground.network)
          .map(({ edges }) => {
            const after = bruteForce(edges)
            const sum = (of: (cell: number) => number) =>
              ground.peopleCount.reduce((all, people, cell) => all + people * of(cell), 0)
            const isLost = (cell: number) => !Number.isNaN(now[cell]!) && Number.isNaN(after[cell]!)
            return [
              sum((cell) => (isLost(cell) ? 1 : 0)),
              sum((cell) => (now[cell]! <= STANDARD && after[cell]! > STANDARD ? 1 : 0)),
              sum((cell) => (Number.isNaN(after[cell]!) ? 0 : after[cell]! - now[cell]!)),
            ] as const
          })
          .filter(([cutOff, , added]) => cutOff > 0 || added > 1e-9)
          .sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2])
        expect(found.losses).toHaveLength(rank.length)
        found.losses.forEach((loss, i) => {
          expect(loss.cutOffPeopleCount).toBeCloseTo(rank[i]![0], 6)
          expect(loss.beyondStandardPeopleCount).toBeCloseTo(rank[i]![1], 6)
          expect(loss.addedPeopleMinutes).toBeCloseTo(rank[i]![2], 4)
        })
      }),
      { numRuns: 12 },
    )
  })

  it('cut nobody off on a ring, and everybody beyond on a road without another', () => {
    const corners = [at(2, 2), at(14, 2), at(26, 2), at(26, 26), at(2, 26), at(2, 2)]
    const ring = meshGround(meshSide, [corners])
    const onRing = criticalStretches(ring.network, lossesOn(ring, []).losses, {
      peopleCount: ring.peopleCount,
      standardMinutes: STANDARD,
      atMostMetres: 12_000,
    })
    expect(onRing.losses.length).toBeGreaterThan(0)
    for (const { cutOffPeopleCount } of onRing.losses) expect(cutOffPeopleCount).toBe(0)
    const facts = accessFacts(ONE_ROAD)
    const losses = accessRouter(facts).under({ acting: [], isWet: false }).losses(facts.starts)
    const onRoad = criticalStretches(ONE_ROAD.network, losses, {
      peopleCount: ONE_ROAD.peopleCount,
      standardMinutes: STANDARD,
      atMostMetres: 10_500,
    })
    expect(onRoad.losses).toHaveLength(1)
    expect(onRoad.losses[0]!.stretch.nodes).toContain(0)
  })

  it('say what those left out could be when the search ends early', () => {
    const lines = [0, 6, 12, 18, 24].flatMap((y) => [
      [at(0, y), at(24, y)],
      [at(y, 0), at(y, 24)],
    ])
    const ground = meshGround(meshSide, lines)
    const { losses } = lossesOn(ground, [])
    const asked = {
      peopleCount: ground.peopleCount,
      standardMinutes: STANDARD,
      atMostMetres: Number.POSITIVE_INFINITY,
    }
    const all = criticalStretches(ground.network, losses, asked)
    const some = criticalStretches(ground.network, losses, { ...asked, mostVisits: 30 })
    expect(some.triedCount).toBeLessThan(all.triedCount)
    const tried = new Set(some.losses.map(({ stretch }) => stretch.edges[0]))
    for (const { stretch, cutOffPeopleCount, laterPeopleCount } of all.losses) {
      if (tried.has(stretch.edges[0])) continue
      expect(cutOffPeopleCount + laterPeopleCount).toBeLessThanOrEqual(
        some.untriedMostPeopleCount + 1e-6,
      )
    }
  })
})
