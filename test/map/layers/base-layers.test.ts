import { describe, expect, it } from 'vitest'
import { type Columns, categoryColumn, textColumn } from '#core/columns/columns.ts'
import { operationOf } from '#core/document.ts'
import { COUNTY_BORDERS } from '#map/layers/county-borders/index.ts'
import { LAND_COVER } from '#map/layers/land-cover/index.ts'
import { ROADS } from '#map/layers/roads/index.ts'
import { TOWNS } from '#map/layers/towns/index.ts'
import { WATERWAYS } from '#map/layers/waterways/index.ts'
import { aCommunity, aDataset, anOperation } from '#support/build.ts'
import { coverColumns, waterColumns } from '../../analysis/reach/small-land.ts'
import { at } from '../../analysis/reach/small-roads.ts'
import { aScene } from '../a-scene.ts'

/** Two stretches, one of an unknown class. */
const ROAD_COLUMNS: Columns = {
  rowCount: 2,
  geometry: {
    type: 'lines',
    positions: Float64Array.from([-9.5, 6.5, -9.4, 6.5, -9.4, 6.6, -9.4, 6.5, -9.3, 6.4]),
    offsets: Uint32Array.from([0, 3, 5]),
    vertexEpochMinutes: null,
  },
  fields: {
    roadClass: categoryColumn(['paved', null]),
    name: textColumn(['Main road', '']),
  },
}

function roadScene(asOf: string) {
  const dataset = aDataset(ROAD_COLUMNS, {
    id: 'roads',
    kind: 'roads',
    asOf,
    expectedEveryHours: 72,
  })
  return aScene({
    document: anOperation({ datasets: [dataset] }),
    columns: new Map([['roads', ROAD_COLUMNS]]),
  })
}

describe('towns', () => {
  const communities = [
    aCommunity({ id: 'a', name: 'Alpha', class: 'capital' }),
    aCommunity({ id: 'b', name: 'Bravo', class: 'village', position: [-9.1, 6.9] }),
  ]
  const scene = aScene({ document: anOperation({ communities }) })

  it('are points whose ids lead back to their rows', () => {
    const points = TOWNS.style?.(scene, 1).sources['towns']?.features ?? []
    expect(points.map(({ properties }) => [properties?.['name'], properties?.['rank']])).toEqual([
      ['Alpha', 0],
      ['Bravo', 4],
    ])
    const picked = { index: 1, deckLayerId: 'towns/village', position: [-9.1, 6.9] as const }
    const facts = TOWNS.facts(scene, picked)
    expect(facts?.title).toBe('Bravo')
    expect(facts?.selection).toEqual({ type: 'row', table: 'communities', id: 'b' })
  })

  it('are found again by what is selected', () => {
    const selection = { type: 'row', table: 'communities', id: 'b' } as const
    expect(TOWNS.find?.(scene, selection)?.index).toBe(1)
    expect(TOWNS.find?.(scene, { ...selection, table: 'bases' })).toBeNull()
    expect(TOWNS.find?.(scene, { ...selection, id: 'gone' })).toBeNull()
  })

  it('say of people nobody counted that they are not known', () => {
    const document = anOperation({ communities: [aCommunity({ populationCount: null })] })
    const facts = TOWNS.facts(aScene({ document }), {
      index: 0,
      deckLayerId: 'towns/town',
      position: [0, 0],
    })
    expect(facts?.rows).toEqual([{ label: 'People', value: 'not known' }])
  })

  it('are counted in view', () => {
    expect(TOWNS.legend(scene, [-9.2, 6.8, -9, 7])?.counts).toEqual({ inView: 1, all: 2 })
    expect(TOWNS.legend(scene, null)?.counts).toEqual({ inView: null, all: 2 })
  })
})

describe('roads', () => {
  it('are lines as drawn, tracks where no class is said', () => {
    const scene = roadScene('2026-11-22T00:00:00Z')
    const lines = ROADS.style?.(scene, 1).sources['roads']?.features ?? []
    expect(lines.map(({ geometry }) => geometry)).toEqual([
      {
        type: 'LineString',
        coordinates: [
          [-9.5, 6.5],
          [-9.4, 6.5],
          [-9.4, 6.6],
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [-9.4, 6.5],
          [-9.3, 6.4],
        ],
      },
    ])
    const counted = ROADS.legend(scene, null)?.lines.map(({ label, count }) => [label, count])
    expect(counted).toEqual([
      ['paved', 1],
      ['earth, dry season', 1],
    ])
  })

  it('lose their colour with age, and are a hatched band when their status is stale', () => {
    const partsOf = (asOf: string) =>
      ROADS.style?.(roadScene(asOf), 0.8).lines.map(({ id }) => id.slice('roads/'.length))
    expect(partsOf('2026-11-21T00:00:00Z')).toEqual(['earth', 'gravel', 'paved'])
    expect(partsOf('2026-11-18T00:00:00Z')).toEqual(['earth', 'gravel', 'paved'])
    expect(partsOf('2026-11-10T00:00:00Z')).toEqual(['band', 'earth', 'gravel', 'paved', 'hatch'])
    const pavedOf = (asOf: string) => {
      const line = ROADS.style?.(roadScene(asOf), 0.8).lines.find(({ id }) => id === 'roads/paved')
      return line?.type === 'line' ? line.paint?.['line-color'] : null
    }
    const colors = ['2026-11-21T00:00:00Z', '2026-11-18T00:00:00Z', '2026-11-10T00:00:00Z']
    expect(new Set(colors.map(pavedOf)).size).toBe(3)
  })

  it('are not listed where there are none', () => {
    expect(ROADS.legend(aScene(), null)).toBeNull()
  })
})

describe('county borders', () => {
  it('are the first level of areas, whatever its number', () => {
    const scene = aScene()
    expect(COUNTY_BORDERS.style?.(scene, 1).sources['county-borders']?.features).toHaveLength(1)
    expect(COUNTY_BORDERS.legend(scene, [0, 0, 1, 1])?.counts).toEqual({ inView: 0, all: 1 })
    const [west, south, east, north] = operationOf(scene.document).extentDegrees
    expect(COUNTY_BORDERS.legend(scene, [west, south, east, north])?.counts?.inView).toBe(1)
  })
})

describe('rivers, lakes and land cover', () => {
  const water = waterColumns([
    { line: [at(0, 0), at(1, 1)], waterClass: 'river', name: 'Mano' },
    { line: [at(0, 0), at(2, 1)], waterClass: 'stream' },
    { polygon: [[at(0, 0), at(1, 0), at(1, 1), at(0, 0)]], waterClass: 'lake' },
  ])
  const cover = coverColumns([
    { polygon: [[at(0, 0), at(1, 0), at(1, 1), at(0, 0)]], cover: 'forest' },
    { polygon: [[at(0, 0), at(1, 0), at(1, 1), at(0, 0)]], cover: 'water' },
  ])
  const scene = aScene({
    document: anOperation({
      datasets: [
        aDataset(water, { id: 'water', kind: 'waterways' }),
        aDataset(cover, { id: 'cover', kind: 'landCover' }),
      ],
    }),
    columns: new Map([
      ['water', water],
      ['cover', cover],
    ]),
  })

  it('show what nobody walks across apart from what is waded', () => {
    const part = WATERWAYS.style?.(scene, 1)
    const features = part?.sources['waterways']?.features ?? []
    expect(features.map(({ geometry }) => geometry.type)).toEqual([
      'MultiLineString',
      'MultiLineString',
      'MultiPolygon',
    ])
    expect(features.map(({ properties }) => properties?.['isBarrier'])).toEqual([true, false, true])
    expect(WATERWAYS.legend(scene, null)?.lines.map(({ count }) => count)).toEqual([2, 1])
  })

  it('say how fast people walk over each cover', () => {
    expect(LAND_COVER.legend(scene, null)?.lines.map(({ label }) => label)).toEqual([
      'Forest, 2 km/h on foot',
      'Water, nobody walks',
    ])
  })

  it('are left out of the list where there are none', () => {
    expect(WATERWAYS.legend(aScene(), null)).toBeNull()
    expect(LAND_COVER.legend(aScene(), null)).toBeNull()
  })
})
