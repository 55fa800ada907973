import { describe, expect, it } from 'vitest'
import { groundOf } from '#analysis/ground-of.ts'
import { numberColumn, textColumn } from '#core/columns/columns.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'
import { aBox, aCommunity } from '#support/build.ts'

const area = (parts: Partial<Area> = {}): Area => ({
  id: 'area-1',
  name: 'Alpha',
  level: 1,
  placeCode: null,
  parentId: null,
  aliases: [],
  outline: [aBox([-9.6, 6.4], 0.4)],
  populationCount: 10_000,
  ...parts,
})

const lay = (communities: readonly Community[], areas: readonly Area[] = [area()]) =>
  groundOf({ areas, communities, population: null, roads: [], gridResolution: 6 })

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

describe('groundOf', () => {
  it('sums people to the census of each area, whatever is known of its communities', () => {
    const known = aCommunity({ id: 'a', position: [-9.5, 6.5], populationCount: 4_000 })
    const unknown = aCommunity({ id: 'b', position: [-9.3, 6.6], populationCount: null })
    const some = lay([known, unknown])
    expect(sum(some.peopleCount)).toBeCloseTo(10_000, 6)
    expect([...some.communityPeopleCount]).toEqual([4_000, 6_000])
    const tooMany = lay([{ ...known, populationCount: 40_000 }])
    expect(sum(tooMany.peopleCount)).toBeCloseTo(10_000, 6)
    const none = lay([])
    expect(sum(none.peopleCount)).toBeCloseTo(10_000, 6)
  })

  it('loses nobody where a community is over the border of an empty county, in any order', () => {
    const west = area({ id: 'west' })
    const east = area({ id: 'east', outline: [aBox([-9.2, 6.4], 0.4)] })
    const beyond = aCommunity({ areaId: 'west', position: [-9.0, 6.6], populationCount: null })
    for (const areas of [
      [west, east],
      [east, west],
    ]) {
      const ground = lay([beyond], areas)
      expect(sum(ground.areaPeopleCount)).toBe(20_000)
      expect(sum(ground.peopleCount)).toBeCloseTo(20_000, 6)
      const cell = ground.communityCell[0]!
      expect(ground.peopleCount[cell]!).toBeGreaterThanOrEqual(ground.communityPeopleCount[0]!)
    }
  })

  it('shares what is left by class: a county capital has 150 villages’ people', () => {
    const place = { position: [-9.5, 6.5], populationCount: null } as const
    const ground = lay([
      aCommunity({ ...place, id: 'a', class: 'countyCapital' }),
      aCommunity({ ...place, id: 'b', class: 'village' }),
    ])
    expect(ground.communityPeopleCount[0]! / ground.communityPeopleCount[1]!).toBeCloseTo(150, 6)
  })

  it('takes what is known where there is no census', () => {
    const known = aCommunity({ position: [-9.5, 6.5], populationCount: 4_000 })
    const ground = lay([known], [area({ populationCount: null })])
    expect(ground.areaPeopleCount[0]).toBe(4_000)
    expect(sum(ground.peopleCount)).toBe(4_000)
  })

  it('puts a community into the county that its district belongs to', () => {
    const district = area({ id: 'd', level: 2, parentId: 'east' })
    const counties = [area({ id: 'west' }), area({ id: 'east', outline: [aBox([-9.2, 6.4], 0.4)] })]
    const town = aCommunity({ areaId: 'd', position: [-9.5, 6.5] })
    const ground = lay([town], [...counties, district])
    expect(ground.areaIds).toEqual(['east', 'west'])
    expect(ground.areaIds[ground.communityAreaIndex[0]!]).toBe('east')
  })

  it('keeps a town whose cell has its centre at sea, and drops none of its people', () => {
    const ground = lay([aCommunity({ position: [-9.605, 6.6], populationCount: null })])
    expect(ground.communityCell[0]).toBeGreaterThanOrEqual(0)
    expect(sum(ground.peopleCount)).toBeCloseTo(10_000, 6)
  })

  it('takes people from a dataset of cells as they are', () => {
    const [cell = '', other = ''] = lay([]).grid.cells
    const ground = groundOf({
      areas: [area()],
      communities: [],
      population: {
        rowCount: 3,
        geometry: { type: 'none' },
        fields: {
          cell: textColumn([cell, other, '860000000000000']),
          peopleCount: numberColumn([700, null, 5]),
        },
      },
      roads: [],
      gridResolution: 6,
    })
    expect(ground.peopleCount[ground.grid.cells.indexOf(cell)]).toBe(700)
    expect(sum(ground.peopleCount)).toBe(700)
    expect(ground.areaPeopleCount[0]).toBe(700)
  })
})
