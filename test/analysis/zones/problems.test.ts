import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DrawnZones, ZoneProblem } from '#analysis/zones/problems/problem.ts'
import { groundProblems, liveProblems, worstFirst } from '#analysis/zones/problems/registry.ts'
import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'
import type { Zone } from '#core/records/zone.ts'
import { aZone } from '#support/build.ts'
import { box, twoCounties } from '../small-ground.ts'
import { splits } from './random-zones.ts'

const ground = twoCounties()
const ALL = box(-9.6, 6.4, -9.0, 7.0)
const zone = (id: string, outline: Polygon, parts: Partial<Zone> = {}) =>
  aZone({ id, name: `Sector ${id}`, outline, ...parts })

function found(zones: readonly Zone[], parts: Partial<DrawnZones> = {}): ZoneProblem[] {
  return groundProblems({ ground, zones, theatre: [[[ALL]]], travelWithin: () => null, ...parts })
}
const kinds = (problems: readonly ZoneProblem[]) => problems.map(({ kind }) => kind)

describe('problems that outlines tell', () => {
  it('are none where two zones share all ground', () => {
    const zones = [
      zone('west', [box(-9.6, 6.4, -9.3, 7.0)]),
      zone('east', [box(-9.3, 6.4, -9.0, 7.0)]),
    ]
    expect(found(zones)).toEqual([])
  })

  it('are none of overlap and gap however a zone is split along shared corners', () => {
    fc.assert(
      fc.property(splits([[-9.31, 6.71]]), ({ whole, parts }) => {
        const zones = parts.map((outline, i) => zone(String(i), outline))
        const told = kinds(found(zones, { theatre: [[whole]] }))
        if (told.includes('selfCrossing')) return
        expect(told).not.toContain('gap')
        expect(told).not.toContain('overlap')
      }),
      { numRuns: 60 },
    )
  })

  it('tell an overlap of a few metres with its exact ground, and the gap on the other side', () => {
    const sliver = 1e-4
    const zones = [
      zone('west', [box(-9.6, 6.4, -9.3 + sliver, 7.0)]),
      zone('east', [box(-9.3, 6.4, -9.0 - sliver, 7.0)]),
    ]
    const problems = found(zones)
    expect(kinds(problems)).toEqual(['overlap', 'gap'])
    const exact = areaSquareKilometres([[box(-9.3, 6.4, -9.3 + sliver, 7.0)]])
    for (const { figure } of problems) expect(figure).toBeCloseTo(exact, 4)
    expect(problems[0]!.zoneId).toBe('west')
    expect(problems[0]!.sentence).toBe('Overlaps Sector east')
    expect(problems[0]!.extent[0]).toBeCloseTo(-9.3, 6)
    expect(problems[1]!.zoneId).toBeNull()
  })

  it('name who lives in a gap, and count the communities that no zone has', () => {
    const problems = found([zone('west', [box(-9.6, 6.4, -9.3, 7.0)])])
    expect(kinds(problems)).toEqual(['unassigned', 'gap'])
    const outside = [...ground.communityLonDegrees].filter((lon) => lon >= -9.3).length
    expect(problems[0]!.figure).toBe(1000 * outside)
    expect(problems[0]!.sentence).toMatch(
      new RegExp(`^Village \\d+ and ${outside - 1} others in no sector$`),
    )
    expect(problems[1]!.severity).toBe('bad')
    expect(problems[1]!.figure).toBeCloseTo(areaSquareKilometres([[box(-9.3, 6.4, -9, 7)]]), 2)
  })

  it('ask of areas of responsibility that they fill their sector and stay in it', () => {
    const sector = zone('one', [ALL])
    const child = zone('child', [box(-9.65, 6.4, -9.3, 7.0)], { kind: 'aor', parentId: 'one' })
    const problems = found([sector, child])
    expect(kinds(problems)).toEqual(['outsideParent', 'unassigned', 'gap'])
    expect(problems[0]!.figure).toBeCloseTo(areaSquareKilometres([[box(-9.65, 6.4, -9.6, 7)]]), 2)
    expect(problems[2]).toMatchObject({ zoneId: 'one', kind: 'gap' })
    const patrolBox = zone('box', [box(-9.5, 6.5, -9.4, 6.6)], { kind: 'patrolBox' })
    expect(found([sector, patrolBox])).toEqual([])
  })

  it('see a border that crosses itself', () => {
    const bow: Polygon = [
      [
        [-9.5, 6.5],
        [-9.2, 6.8],
        [-9.2, 6.5],
        [-9.5, 6.8],
        [-9.5, 6.5],
      ],
    ]
    const crossing = found([zone('bow', bow)]).find(({ kind }) => kind === 'selfCrossing')!
    expect(crossing.extent[0]).toBeLessThan(-9.35)
    expect(crossing.extent[2]).toBeGreaterThan(-9.35)
  })

  it('part those without a route in their zone from those out of reach', () => {
    const anyway = new Float64Array(ground.grid.cells.length).fill(30)
    const within = anyway.slice()
    const [around, around2, beyond] = [0, ground.grid.neighbours[0]!, ground.grid.cells.length - 1]
    within[around] = Number.NaN
    within[around2!] = Number.NaN
    within[beyond] = Number.NaN
    anyway[beyond] = Number.NaN
    const problems = found([zone('all', [box(-9.9, 6.1, -8.7, 7.3)])], {
      travelWithin: () => ({ anyway, within }),
    }).filter(({ unit }) => unit === 'people')
    expect(problems.map(({ kind, severity, figure }) => [kind, severity, figure])).toEqual([
      ['island', 'bad', 2000],
      ['beyond', 'watch', 1000],
    ])
    expect(problems[0]!.sentence).toMatch(/: no route inside its zone$/)
  })
})

describe('problems that statistics tell', () => {
  const statistics = (parts: object) =>
    ({
      workloadShare: 0.9,
      restrictedShare: 0.1,
      unknownPeopleCount: 0,
      peopleCount: 100,
      baseCount: 1,
      travel: { base: { name: 'Camp Alpha', by: 'inside' } },
      strength: { troopCount: 100, unitCount: 1 },
      ...parts,
    }) as unknown as ZoneStatistics
  const told = (parts: object, own: Partial<Zone> = {}) =>
    liveProblems(aZone(own), statistics(parts)).map(({ id, severity, sentence }) => [
      id,
      severity,
      sentence,
    ])

  it('are none of a zone that can be served', () => expect(told({})).toEqual([]))

  it('mark more work than can be done, and far more', () => {
    expect(told({ workloadShare: 1.03 })).toEqual([
      ['overloaded:zone-1', 'watch', 'Above capacity by 3 points'],
    ])
    expect(told({ workloadShare: 1.12 }, { isLocked: true })).toEqual([
      ['overloaded:zone-1', 'bad', 'Above capacity; locked'],
    ])
    expect(told({ workloadShare: Number.NaN })).toEqual([])
  })

  it('tell what is not known, and who has no base', () => {
    expect(told({ strength: { troopCount: Number.NaN, unitCount: 0 } })[0]![1]).toBe('unknown')
    expect(told({ unknownPeopleCount: 34 })).toEqual([
      ['unknownNeed:zone-1', 'unknown', 'Need not known for many'],
    ])
    const outside = { baseCount: 0, travel: { base: { name: 'Camp Alpha', by: 'outside' } } }
    expect(told(outside)[0]![2]).toBe('No base in it; served from Camp Alpha')
    expect(told({ baseCount: 0, travel: null })).toEqual([])
  })

  it('stand the worst first', () => {
    const list = [
      ...liveProblems(aZone({ id: 'a' }), statistics({ restrictedShare: 0.4 })),
      ...liveProblems(aZone({ id: 'b' }), statistics({ unknownPeopleCount: 50 })),
      ...liveProblems(aZone({ id: 'c' }), statistics({ workloadShare: 1.5 })),
      ...liveProblems(aZone({ id: 'd' }), statistics({ workloadShare: 1.9 })),
    ]
    expect(worstFirst(list).map(({ zoneId }) => zoneId)).toEqual(['d', 'c', 'a', 'b'])
  })
})
