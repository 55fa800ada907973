import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import { zoneCells } from '#analysis/cells/zone-cells.ts'
import { type ServedZone, workloadBound } from '#analysis/zones/bound/workload-bound.ts'
import { patrolDaysOfVisit, visitsNeeded } from '#analysis/zones/patrol-rhythm.ts'
import { servedZones } from '#analysis/zones/served-zones.ts'
import type { ServiceFacts } from '#analysis/zones/zone-facts.ts'
import { zoneForceOf, zoneStrength } from '#analysis/zones/zone-strength.ts'
import { zoneTravel } from '#analysis/zones/zone-travel.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import type { LonLat, Polygon } from '#core/place.ts'
import { aBase, aPosting, aUnit, aZone } from '#support/build.ts'
import { box, NOW, twoCounties } from '../small-ground.ts'
import { STARS, splits } from './random-zones.ts'

const ground = twoCounties()
const { grid } = ground
const cellCount = grid.cells.length
const BASES = [
  aBase({ id: 'west', name: 'Camp West', position: [-9.5, 6.7] }),
  aBase({ id: 'east', name: 'Camp East', position: [-9.1, 6.7] }),
]
const UNITS = [
  aUnit({ id: 'a', baseId: 'west', strengthCount: 140 }),
  aUnit({ id: 'b', baseId: 'east', strengthCount: 210 }),
  aUnit({ id: 'c', baseId: 'east', strengthCount: null }),
]
const forceOf = (parts: object = {}) =>
  zoneForceOf(
    {
      operation: { planningAt: NOW },
      bases: BASES,
      units: UNITS,
      postings: [],
      resourceTypes: DEFAULT_RESOURCE_TYPES,
      ...parts,
    },
    ground,
  )
/** Minutes by distance; every 17th cell is out of reach of the first base. */
const minutes = Float32Array.from({ length: 2 * cellCount }, (_, i) => {
  const [base, cell] = [Math.floor(i / cellCount), i % cellCount]
  if (base === 0 && cell % 17 === 0) return Number.NaN
  const [lon, lat] = BASES[base]!.position
  return 400 * Math.hypot(grid.lonDegrees[cell]! - lon, grid.latDegrees[cell]! - lat)
})
const facts: ServiceFacts = {
  ground,
  needScore: Float64Array.from(grid.cells, (_, cell) => (cell % 11 ? cell % 10 : Number.NaN)),
  force: forceOf(),
  travel: { baseIds: ['west', 'east'], minutes },
}
const HALVES: readonly Polygon[] = [[box(-9.7, 6.3, -9.31, 7.1)], [box(-9.31, 6.3, -8.9, 7.1)]]

function travelOf(outline: Polygon, baseId: string | null = null) {
  const prepared = prepareOutline(outline)
  const cells = zoneCells(grid, prepared)
  return { cells, travel: zoneTravel(facts, cells, { zone: { baseId }, holds: prepared.holds })! }
}

describe('zoneTravel', () => {
  it('equals a count person by person, in whole minutes', () => {
    fc.assert(
      fc.property(STARS, (outline) => {
        const { cells, travel } = travelOf(outline, 'west')
        const people = [...cells.cells].flatMap((cell, i) =>
          Array.from({ length: cells.parts[i]! }, () => minutes[cell]!),
        )
        const reached = people.filter((each) => !Number.isNaN(each)).map(Math.round)
        reached.sort((a, b) => a - b)
        expect(travel.unreachedPeopleCount).toBe(40 * (people.length - reached.length))
        if (reached.length === 0) return
        const mean = reached.reduce((sum, each) => sum + each, 0) / reached.length
        expect(travel.meanMinutes).toBeCloseTo(mean, 9)
        expect(travel.minutes95).toBe(reached[Math.ceil(0.95 * reached.length - 1e-9) - 1])
        const needed = [...cells.cells].reduce((sum, cell, i) => {
          if (Number.isNaN(minutes[cell]!)) return sum
          const visits = visitsNeeded(1000, facts.needScore[cell]!)
          return sum + (cells.parts[i]! / 25) * visits * patrolDaysOfVisit(minutes[cell]!)
        }, 0)
        expect(travel.neededSum / 25_600).toBeCloseTo(needed, 1)
      }),
    )
  })

  it('takes the base that is named, else the one inside, else the nearest', () => {
    expect(travelOf(HALVES[0]!).travel.base).toMatchObject({ id: 'west', by: 'inside' })
    expect(travelOf(HALVES[0]!, 'east').travel.base).toMatchObject({ id: 'east', by: 'named' })
    expect(travelOf(HALVES[0]!, 'gone').travel.base).toMatchObject({ id: 'west', by: 'inside' })
    const corner: Polygon = [box(-9.2, 6.85, -9.05, 7.0)]
    expect(travelOf(corner).travel.base).toMatchObject({ id: 'east', by: 'outside' })
  })

  it('adds up over a split, bit for bit, from one base', () => {
    fc.assert(
      fc.property(splits([[-9.31, 6.71]]), ({ whole, parts }) => {
        const sums = [...parts, whole].map((each) => travelOf(each, 'east').travel.neededSum)
        expect(sums[0]! + sums[1]!).toBe(sums[2])
      }),
    )
  })
})

describe('zoneStrength', () => {
  const west = prepareOutline(HALVES[0]!).holds
  const east = prepareOutline(HALVES[1]!).holds
  const none = { unitIds: [] }

  it('counts whose base is in the zone, a patrol a day for seventy', () => {
    expect(zoneStrength(forceOf(), none, west)).toMatchObject({ troopCount: 140, patrolDays: 60 })
    expect(zoneStrength(forceOf(), none, east)).toMatchObject({
      troopCount: 210,
      unitCount: 2,
      unknownUnitCount: 1,
    })
  })

  it('counts whom the zone names instead, wherever they are', () => {
    const strength = zoneStrength(forceOf(), { unitIds: ['a', 'b'] }, west)
    expect(strength).toMatchObject({ troopCount: 350, by: 'units' })
  })

  it('moves people with the postings, and counts none twice', () => {
    const place = ground.communityIds.findIndex((_, i) => ground.communityLonDegrees[i]! > -9.2)
    const away = aPosting({ fromBaseId: 'west', placeId: ground.communityIds[place]!, count: 2 })
    const force = forceOf({ postings: [away] })
    expect(zoneStrength(force, none, west).troopCount).toBe(70)
    expect(zoneStrength(force, none, east).troopCount).toBe(280)
    expect(zoneStrength(force, { unitIds: ['a'] }, east).troopCount).toBe(140)
    const ended = { ...away, endsAt: '2026-01-01T00:00:00Z' }
    expect(zoneStrength(forceOf({ postings: [ended] }), none, west).troopCount).toBe(140)
  })

  it('is unknown where no strength is known, never 0', () => {
    expect(zoneStrength(forceOf(), { unitIds: ['c'] }, west).patrolDays).toBeNaN()
    expect(zoneStrength(forceOf({ units: [] }), none, west).troopCount).toBeNaN()
  })
})

describe('workloadBound', () => {
  const drawn = (outlines: readonly Polygon[], locked: readonly boolean[] = []) =>
    servedZones(
      facts,
      outlines.map((outline, i) =>
        aZone({
          id: String(i),
          outline,
          isLocked: locked[i] ?? false,
          baseId: ['west', 'east'][i]!,
          unitIds: [['a'], ['b']][i]!,
        }),
      ),
    )
  const bound = (zones: readonly ServedZone[]) => workloadBound(facts, facts.travel!, zones)!

  it('is never above what is drawn, wherever the border runs', () => {
    const places: LonLat[] = [...grid.cells.keys()].map((c) => [
      grid.lonDegrees[c]!,
      grid.latDegrees[c]!,
    ])
    fc.assert(
      fc.property(splits(places), ({ parts }) => {
        const { boundShare, drawnShare, zoneCount } = bound(drawn(parts))
        expect(boundShare).toBeLessThanOrEqual(drawnShare + 1e-12)
        expect(boundShare).toBeGreaterThan(0)
        expect(zoneCount).toBe(2)
      }),
      { numRuns: 60 },
    )
  })

  it('holds for every border of the same ground where both bases reach all of it', () => {
    const reaching: ServiceFacts = {
      ...facts,
      travel: { baseIds: ['west', 'east'], minutes: minutes.map((m) => (m > 0 ? m : 60)) },
    }
    const at = (lon: number) => {
      const outlines = [[box(-9.7, 6.3, lon, 7.1)], [box(lon, 6.3, -8.9, 7.1)]]
      const zones = outlines.map((outline, i) =>
        aZone({ id: String(i), outline, baseId: BASES[i]!.id, unitIds: [UNITS[i]!.id] }),
      )
      return workloadBound(reaching, reaching.travel!, servedZones(reaching, zones))!
    }
    const all = Array.from({ length: 30 }, (_, i) => at(-9.6 + 0.02 * i))
    for (const { boundShare, drawnShare } of all) {
      expect(boundShare).toBeCloseTo(all[0]!.boundShare, 12)
      expect(drawnShare).toBeGreaterThanOrEqual(boundShare - 1e-12)
    }
    const best = Math.min(...all.map(({ drawnShare }) => drawnShare))
    expect(best / all[0]!.boundShare).toBeLessThan(1.2)
  })

  it('leaves a locked zone its ground', () => {
    const { boundShare } = bound(drawn(HALVES, [true, true]))
    const zones = drawn(HALVES, [true, true])
    expect(boundShare).toBe(Math.max(...zones.map(({ workloadShare }) => workloadShare)))
    expect(bound(drawn(HALVES, [false, true])).boundShare).toBeGreaterThanOrEqual(
      bound(drawn(HALVES)).boundShare - 1e-12,
    )
  })

  it('says nothing where a workload is not known', () => {
    const [one, other] = drawn(HALVES)
    const unknown = { ...other!, workloadShare: Number.NaN }
    expect(workloadBound(facts, facts.travel!, [one!, unknown])).toBeNull()
    expect(workloadBound(facts, facts.travel!, [one!])).toBeNull()
  })
})
