import { describe, expect, it } from 'vitest'
import { groundOf } from '#analysis/ground-of.ts'
import { networkReport, networkSentences } from '#analysis/reach/network-report.ts'
import { postFaults } from '#analysis/reach/posts-off-roads.ts'
import { travelOf } from '#analysis/reach/reach.ts'
import { roadIndex } from '#analysis/reach/road-index.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { LonLat } from '#core/place.ts'
import { aCommunity } from '#support/build.ts'
import { waterColumns } from './small-land.ts'
import { at, roadColumns } from './small-roads.ts'

const operation = {
  ...operationOf(newOperation({ id: 'o', name: 'O', planningAt: '2026-11-22T12:00:00Z' })),
  season: 'dry' as const,
  maxFootMinutes: 100,
}
const vehicle = DEFAULT_VEHICLES.find(({ id }) => id === 'vehicle-4x4')!
const road = (y: number, from: number, to: number): LonLat[] =>
  Array.from({ length: to - from + 1 }, (_, i) => at(from + i, y))
const box = [at(0, -20), at(60, -20), at(60, 20), at(0, 20), at(0, -20)]

/** 60 × 40 km: 60 km of road with a gap of 30 m in it, 8 km apart from it, and a river beside it. */
const ground = groundOf({
  areas: [
    {
      id: 'a',
      name: 'A',
      level: 1,
      placeCode: null,
      parentId: null,
      aliases: [],
      outline: [[box]],
      populationCount: 1000,
    },
  ],
  communities: [
    aCommunity({ id: 'on', position: at(10, 0), areaId: 'a', populationCount: 600 }),
    aCommunity({ id: 'apart', position: at(44, 15), areaId: 'a', populationCount: 300 }),
    aCommunity({ id: 'far', position: at(4, 18), areaId: 'a', populationCount: 100 }),
  ],
  population: null,
  roads: [
    roadColumns([
      { line: road(0, 0, 30) },
      { line: [at(30.03, 0), ...road(0, 31, 60)] },
      { line: road(15, 40, 48) },
    ]),
  ],
  waterways: [waterColumns([{ line: [at(0, -1), at(60, -1)], waterClass: 'river' }])],
  gridResolution: 6,
})

describe('networkReport', () => {
  const report = networkReport(ground)

  it('parts the roads, with the length of each and the people near it', () => {
    expect(report.parts.map(({ kilometres }) => Math.round(kilometres))).toEqual([60, 8])
    expect(report.parts.map(({ peopleCount }) => Math.round(peopleCount))).toEqual([600, 300])
    expect(Math.round(report.farPeopleCount)).toBe(100)
  })

  it('counts the ends that were joined, and the longest gap', () => {
    expect(report.joinCount).toBe(2)
    expect(report.longestJoinMetres).toBeCloseTo(30, 0)
  })

  it('says so in plain sentences', () => {
    expect(networkSentences(report)).toEqual([
      'The roads that hang together are 60 km long and nearest to 600 people.',
      '1 other part joins no other road: 8.0 km, nearest to 300 people; the longest has 8.0 km. Nobody drives from there to the rest.',
      '2 ends that nearly touch another road were joined to it, over 30 m at most.',
      '100 people live further than 10 km from any road.',
    ])
    const none = { parts: [], farPeopleCount: 0, joinCount: 0, longestJoinMetres: 0 }
    expect(networkSentences(none)).toEqual(['There are no roads.'])
  })
})

describe('postFaults', () => {
  const faultOf = postFaults(ground, { operation, vehicle })
  const saidOf = (position: LonLat) => {
    const fault = faultOf({ name: 'COB X', position })
    return fault && [fault.severity, fault.code, fault.message]
  }

  it('is silent beside the road', () => {
    expect(saidOf(at(10, 0.2))).toBeNull()
  })

  it('tells how far off the road a post is', () => {
    expect(saidOf(at(10, 3.2))).toEqual([
      'note',
      'post-off-road',
      'COB X is 3.2 km from the nearest road; journeys begin off the road.',
    ])
  })

  it('tells of one too far off, one behind water, one on roads that stand apart and one at sea', () => {
    expect(saidOf(at(10, 9))?.[2]).toBe(
      'COB X is 9.0 km from the nearest road, too far to go off the road: no journey by road begins there. Check its position, or add the road that leads to it.',
    )
    expect(saidOf(at(10, -2))?.[2]).toMatch(
      /^COB X is 2\.0 km .* water or thick ground lies between/,
    )
    expect(saidOf(at(44, 15.1))?.[2]).toMatch(/^COB X stands on 8\.0 km of road that join no other/)
    expect(saidOf(at(-300, 0))?.slice(1)).toEqual([
      'post-outside',
      'COB X lies outside the theatre or in the sea; check its position.',
    ])
  })

  it('calls unreachable what the router cannot enter the roads from, and only that', () => {
    const travel = travelOf({ ground, operation, restrictions: [] }, vehicle)
    for (let x = 8; x < 60; x += 7) {
      for (let y = -9; y < 10; y += 1.5) {
        const isUnreachable = saidOf(at(x, y))?.[1] === 'post-unreachable'
        const [row] = travel.among([at(x, y), at(x > 30 ? 5 : 55, 0)], 10_000)
        expect([x, y, Number.isFinite(row?.[1])]).toEqual([x, y, !isUnreachable])
      }
    }
  })

  it('has nothing to compare with where there are no roads', () => {
    const bare = groundOf({
      areas: [],
      communities: [],
      population: null,
      roads: [],
      gridResolution: 6,
    })
    expect(postFaults(bare, { operation, vehicle })({ name: 'X', position: at(1, 1) })).toBeNull()
  })
})

describe('roadIndex', () => {
  it('finds the nearest road, not the nearest vertex, and none beyond the limit', () => {
    const { nearest } = roadIndex(ground.network)
    expect(nearest(at(10.5, 2), 10_000)?.metres).toBeCloseTo(2000, -1)
    expect(nearest(at(10.5, 2), 1_999)).toBeNull()
    expect(nearest(at(44, 14), 10_000)?.island).not.toBe(nearest(at(10, 1), 10_000)?.island)
  })
})
