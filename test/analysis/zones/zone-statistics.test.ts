import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellSamples } from '#analysis/cells/cell-samples.ts'
import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import { zoneCells } from '#analysis/cells/zone-cells.ts'
import { placeIncidents } from '#analysis/incidents/incident-cells.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { CELL_SUMS } from '#analysis/zones/cell-sums.ts'
import { type ZoneFacts, zoneFactsOf } from '#analysis/zones/zone-facts.ts'
import { zoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { DEFAULT_INDICATORS } from '#core/defaults/indicators.ts'
import { areaSquareKilometres, polygonHolds } from '#core/geo/polygon.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { box, incidentColumns, situationInput, twoCounties } from '../small-ground.ts'
import { STARS, splits } from './random-zones.ts'

const ground = twoCounties()
const { grid } = ground
const count = grid.cells.length
const input = situationInput(ground, {
  indicators: DEFAULT_INDICATORS.filter(({ measure }) => measure === 'travelToTown'),
  incidents: [
    incidentColumns(
      Array.from({ length: 60 }, (_, i) => ({
        at: [-9.6 + (i % 10) * 0.06, 6.4 + Math.floor(i / 10) * 0.1] as LonLat,
        ageDays: i * 7,
      })),
    ),
  ],
})
const situation = situationOf(input, {
  responseMinutes: Float64Array.from({ length: count }, (_, c) => (c % 9 ? c * 2 : Number.NaN)),
  travelToTownMinutes: Float64Array.from({ length: count }, (_, cell) => 30 + cell * 2),
})
const facts: ZoneFacts = zoneFactsOf({
  ...input,
  situation,
  incidents: placeIncidents(grid, input.incidents),
  travel: null,
})

describe('prepareOutline', () => {
  it('answers as core does, with a hole too', () => {
    const hole = box(-9.36, 6.62, -9.25, 6.74)
    const point = fc.tuple(
      fc.double({ min: -9.7, max: -8.9, noNaN: true }),
      fc.double({ min: 6.3, max: 7.1, noNaN: true }),
    )
    fc.assert(
      fc.property(STARS, fc.array(point), (outline, points) => {
        for (const pierced of [outline, [...outline, hole]]) {
          const { holds } = prepareOutline(pierced)
          for (const [lon, lat] of points) {
            expect(holds(lon, lat)).toBe(polygonHolds(pierced, lon, lat))
          }
        }
      }),
    )
  })
})

/** Per cell, which of its samples an outline holds. */
function masksOf(outline: Polygon): Uint32Array {
  const masks = new Uint32Array(count)
  const found = zoneCells(grid, prepareOutline(outline))
  found.cells.forEach((cell, i) => {
    masks[cell] = found.masks[i]!
  })
  return masks
}

describe('zoneStatistics', () => {
  it('equals a recomputation that looks at every cell in full', () => {
    fc.assert(
      fc.property(STARS, (outline) => {
        const found = zoneStatistics(facts, outline)
        const whole = zoneCells(grid, prepareOutline(outline))
        const shares = new Map([...whole.cells].map((cell, i) => [cell, whole.parts[i]! / 25]))
        const people = [...shares].reduce((sum, [, share]) => sum + share * 1000, 0)
        expect(found.peopleCount).toBeCloseTo(people, 6)
        const villages = [...Array(count).keys()].filter((cell) =>
          polygonHolds(outline, grid.lonDegrees[cell]!, grid.latDegrees[cell]!),
        )
        expect(found.communityCount).toBe(villages.length)
        for (const village of villages) expect(shares.get(village)).toBeGreaterThan(0)
        const unreached = [...shares].filter(([cell]) => cell % 9 === 0)
        expect(found.outOfReachPeopleCount).toBeCloseTo(
          unreached.reduce((sum, [, share]) => sum + share * 1000, 0),
          6,
        )
      }),
    )
  })

  it('knows people wherever it counts a village, in the narrowest outline too', () => {
    const cell = grid.cells.findIndex((_, i) => grid.lonDegrees[i]! > -9.35)
    const lon = grid.lonDegrees[cell]!
    const lat = grid.latDegrees[cell]!
    const sliver = zoneStatistics(facts, [box(lon - 2e-5, lat - 1e-3, lon + 2e-5, lat + 1e-3)])
    expect(sliver.communityCount).toBe(1)
    expect(sliver.peopleCount).toBe(1000 / 25)
  })

  it('takes of each cell what the outline holds, within a few of its 25 samples', () => {
    const cellArea = Math.max(...grid.areaSquareKilometres)
    fc.assert(
      fc.property(STARS, (outline) => {
        const isOutside = outline[0]!.some(
          ([lon, lat]) => lon < -9.5 || lon > -9.1 || lat < 6.5 || lat > 6.9,
        )
        fc.pre(!isOutside)
        const { cells, parts } = zoneCells(grid, prepareOutline(outline))
        const found = cells.reduce(
          (sum, cell, i) => sum + (parts[i]! / 25) * grid.areaSquareKilometres[cell]!,
          0,
        )
        const crossedCount = parts.filter((part) => part < 25).length
        const exact = areaSquareKilometres([outline])
        expect(Math.abs(found - exact)).toBeLessThan(
          0.02 * exact + (crossedCount + 1) * cellArea * 0.2,
        )
        expect(zoneStatistics(facts, outline).areaSquareKilometres).toBe(exact)
      }),
      { numRuns: 200 },
    )
  })

  it('is the sum of two halves, but for means', () => {
    const west = zoneStatistics(facts, [box(-9.7, 6.3, -9.31, 7.1)])
    const east = zoneStatistics(facts, [box(-9.31, 6.3, -8.9, 7.1)])
    const all = zoneStatistics(facts, [box(-9.7, 6.3, -8.9, 7.1)])
    expect(all.peopleCount).toBeCloseTo(count * 1000, 6)
    for (const field of ['peopleCount', 'underservedPeopleCount', 'communityCount'] as const) {
      expect(west[field] + east[field]).toBeCloseTo(all[field], 6)
    }
    expect(all.incidentCounts).toEqual([5, 13, 53])
    expect(west.incidentCounts.map((one, w) => one + east.incidentCounts[w]!)).toEqual(
      all.incidentCounts,
    )
    const needSum = west.needMean * west.peopleCount + east.needMean * east.peopleCount
    expect(needSum / all.peopleCount).toBeCloseTo(all.needMean, 9)
  })

  it('leaves a hole out', () => {
    const outer = box(-9.7, 6.3, -8.9, 7.1)
    const hole = box(-9.4, 6.6, -9.2, 6.8)
    const pierced = zoneStatistics(facts, [outer, hole]).peopleCount
    const inside = zoneStatistics(facts, [hole]).peopleCount
    expect(pierced + inside).toBeCloseTo(count * 1000, 6)
  })

  it('shows nothing where there is nothing', () => {
    const found = zoneStatistics(facts, [box(20, 20, 21, 21)])
    expect(found.peopleCount).toBe(0)
    expect(found.needMean).toBeNaN()
    expect(found.meanResponseMinutes).toBeNaN()
  })

  it('of two parts that share a chain of corners adds up to the whole, bit for bit', () => {
    const places: LonLat[] = [
      ...[...cellSamples(grid)].flatMap((lon, at, all): LonLat[] =>
        at % 2 === 0 && at % 94 === 0 ? [[lon, all[at + 1]!]] : [],
      ),
      ...input.incidents.flatMap(({ geometry }) =>
        geometry.type === 'points'
          ? [...geometry.positions].flatMap((lon, at, all): LonLat[] =>
              at % 8 === 0 ? [[lon, all[at + 1]!]] : [],
            )
          : [],
      ),
    ]
    const counted: LonLat[] = [
      ...places,
      ...input.incidents.flatMap(({ geometry }) =>
        geometry.type === 'points'
          ? [...geometry.positions].flatMap((lon, at, all): LonLat[] =>
              at % 2 === 0 ? [[lon, all[at + 1]!]] : [],
            )
          : [],
      ),
    ]
    fc.assert(
      fc.property(splits(places), ({ whole, parts: [one, other] }) => {
        // Where the chain crosses itself or the ring, a part holds by parity what is no piece of the
        // whole, and the sum of both is the whole plus twice what lies outside of it.
        const [a, b, all] = [one!, other!, whole].map((outline) => {
          const { holds } = prepareOutline(outline)
          return (lon: number, lat: number) => Number(holds(lon, lat))
        })
        const isOdd = ([lon, lat]: LonLat) => (a!(lon, lat) + b!(lon, lat)) % 2 !== all!(lon, lat)
        expect(places.filter(isOdd)).toEqual([])
        const [ofOne, ofOther, ofAll] = [one!, other!, whole].map(masksOf)
        expect(ofOne!.map((mask, cell) => mask ^ ofOther![cell]!)).toEqual(ofAll!)
        fc.pre(ofAll!.every((_, cell) => (ofOne![cell]! & ofOther![cell]!) === 0))
        fc.pre(counted.every(([lon, lat]) => a!(lon, lat) + b!(lon, lat) < 2))
        const [left, right, both] = [one!, other!, whole].map((outline) =>
          zoneStatistics(facts, outline),
        )
        for (const name of CELL_SUMS) {
          expect(left!.sums[name] + right!.sums[name]).toBe(both!.sums[name])
        }
        expect(left!.communityCount + right!.communityCount).toBe(both!.communityCount)
        expect(left!.underservedCommunityCount + right!.underservedCommunityCount).toBe(
          both!.underservedCommunityCount,
        )
        both!.incidentsByType.forEach(({ counts }, type) => {
          counts.forEach((count, w) => {
            const ofParts = [left!, right!].map((part) => part.incidentsByType[type]!.counts[w]!)
            expect(ofParts[0]! + ofParts[1]!).toBe(count)
          })
        })
      }),
      { numRuns: 300 },
    )
  })
})
