import { describe, expect, it } from 'vitest'
import { categoriesOf, labelAt, numbersOf, textsOf } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { shapesOf } from '#core/columns/shape-columns.ts'
import { anOperation } from '#support/build.ts'
import { planOfText } from './plan-of-text.ts'

const LINE = {
  type: 'LineString',
  coordinates: [
    [-9.5, 6.5],
    [-9.4, 6.6],
  ],
}
const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const LAKE = {
  type: 'Polygon',
  coordinates: [square(-9.5, 6.5, 0.1), square(-9.47, 6.53, 0.02).reverse()],
}

function collection(
  rows: readonly (readonly [geometry: object, properties: Readonly<Record<string, unknown>>])[],
): string {
  const features = rows.map(([geometry, properties]) => ({
    type: 'Feature',
    geometry,
    properties,
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

const plan = (file: string, rows: Parameters<typeof collection>[0]) =>
  planOfText(file, collection(rows), anOperation())

describe('rivers and lakes', () => {
  it('come in from OpenStreetMap with class, width and name', () => {
    const { kind, batches, rowsAccepted } = plan('a.geojson', [
      [LINE, { waterway: 'river', width: '45', name: 'Saint Paul River' }],
      [LINE, { waterway: 'stream', width: '', name: '' }],
      [LAKE, { waterway: 'reservoir', width: '', name: 'Mount Coffee' }],
    ])
    expect([kind, rowsAccepted]).toEqual(['waterways', 3])
    const { columns, dataset } = batches[0]!
    expect(columnsFault('waterways', columns)).toBeNull()
    expect([dataset.kind, dataset.rowCount]).toEqual(['waterways', 4])
    const classes = categoriesOf(columns, 'waterClass')
    expect([0, 1, 2, 3].map((row) => labelAt(classes, row))).toEqual([
      'river',
      'stream',
      'lake',
      'lake',
    ])
    expect([...numbersOf(columns, 'widthMetres')]).toEqual([45, Number.NaN, Number.NaN, Number.NaN])
    expect(textsOf(columns, 'name')[3]).toBe('Mount Coffee')
    expect(shapesOf(columns)[2]?.shape).toEqual({ type: 'polygons', polygons: [LAKE.coordinates] })
  })

  it.each([
    ['VMAP by code', { F_CODE_DES: 'River/Stream', HYC: 8, NAM: 'CAVALLA' }, 'river'],
    ['VMAP that dries up', { F_CODE_DES: 'River/Stream', HYC: 6, NAM: 'UNK' }, 'stream'],
    ['VMAP in words', { HYC_DESCRI: 'Non-Perennial/Intermittent/Fluctuating' }, 'stream'],
    ['French', { classe: 'x', type: 'Rivière', nom: 'Sankuru' }, 'river'],
    ['French brook', { type: 'Ruisseau', nom: '' }, 'stream'],
    ['Spanish', { type: 'Río', nombre: 'Cauca' }, 'river'],
    ['Portuguese', { type: 'Lagoa', nome: 'Grande' }, 'lake'],
    ['Geofabrik', { fclass: 'canal', name: '' }, 'canal'],
  ])('of %s are known', (_, properties, waterClass) => {
    const { kind, batches } = plan('data.geojson', [[LINE, properties]])
    expect(kind).toBe('waterways')
    expect(labelAt(categoriesOf(batches[0]!.columns, 'waterClass'), 0)).toBe(waterClass)
  })

  it('of no known class are rivers, and lakes where drawn as outlines, with a warning', () => {
    const { kind, batches, issues } = plan('rivers_2020.geojson', [
      [LINE, { name: 'Mano' }],
      [LAKE, { name: '' }],
    ])
    expect(kind).toBe('waterways')
    const classes = categoriesOf(batches[0]!.columns, 'waterClass')
    expect([labelAt(classes, 0), labelAt(classes, 1)]).toEqual(['river', 'lake'])
    expect(issues.filter(({ code }) => code === 'water-class-guessed').length).toBe(2)
  })

  it('are not roads, nor roads rivers', () => {
    const roads = plan('a.geojson', [[LINE, { highway: 'primary', name: 'River Road' }]])
    expect(roads.kind).toBe('roads')
    expect(plan('Water_Road.geojson', [[LINE, { name: 'x' }]]).kind).toBe('roads')
  })

  it('need a line or an outline', () => {
    const point = { type: 'Point', coordinates: [-9.5, 6.5] }
    const { rowsRefused, issues } = plan('a.geojson', [
      [LINE, { waterway: 'river' }],
      [LINE, { waterway: 'river' }],
      [point, { waterway: 'waterfall' }],
    ])
    expect(rowsRefused).toBe(1)
    expect(issues.some(({ code }) => code === 'geometry-type')).toBe(true)
  })
})

describe('land cover', () => {
  it.each([
    ['Tree cover', 'forest'],
    ['Shrubland', 'shrub'],
    ['Grassland', 'grass'],
    ['Cropland', 'grass'],
    ['Built-up', 'bare'],
    ['Bare / sparse vegetation', 'bare'],
    ['Permanent water bodies', 'water'],
    ['Herbaceous wetland', 'wetland'],
    ['Mangroves', 'wetland'],
    ['Cultivated and managed terrestrial areas', 'grass'],
    ['Forêt dense', 'forest'],
    ['Zone humide', 'wetland'],
    ['Cultivo', 'grass'],
    ['Bosque', 'forest'],
    ['Floresta', 'forest'],
    ['10', 'forest'],
    [95, 'wetland'],
  ])('"%s" is %s', (word, cover) => {
    const { kind, batches } = plan('data.geojson', [[LAKE, { land_cover: word }]])
    expect(kind).toBe('landCover')
    const { columns } = batches[0]!
    expect(columnsFault('landCover', columns)).toBeNull()
    expect(labelAt(categoriesOf(columns, 'cover'), 0)).toBe(cover)
    expect(shapesOf(columns)[0]?.shape).toEqual({ type: 'polygons', polygons: [LAKE.coordinates] })
  })

  it('of a word that nobody knows stays out, and says what to call it', () => {
    const { rowsAccepted, issues } = plan('data.geojson', [
      ...Array.from({ length: 9 }, () => [LAKE, { land_cover: 'Forest' }] as const),
      [LAKE, { land_cover: 'Blorp' }],
    ])
    expect(rowsAccepted).toBe(9)
    const told = issues.find(({ code }) => code === 'land-cover-unknown')
    expect(told?.message).toContain('"Blorp" is no land cover known here')
  })

  it('is not taken for administrative areas, nor these for it', () => {
    const areas = plan('a.geojson', [[LAKE, { admin1name: 'Forest', admin1Pcod: 'X1' }]])
    expect(areas.kind).toBe('areas')
  })
})

describe('roads that say nothing new', () => {
  const back = { ...LINE, coordinates: [...LINE.coordinates].reverse() }
  const dot = { type: 'LineString', coordinates: [LINE.coordinates[0], LINE.coordinates[0]] }

  it('are left out and counted: repeated, or of no length', () => {
    const { batches, issues } = plan('a.geojson', [
      [LINE, { highway: 'primary', name: 'A' }],
      [back, { highway: 'primary', name: 'A' }],
      [LINE, { highway: 'primary', name: 'A' }],
      [LINE, { highway: 'track', name: 'A' }],
      [dot, { highway: 'primary', name: 'A' }],
    ])
    const told = (code: string) =>
      issues.filter((each) => each.code === code).map((each) => each.message)
    expect(batches[0]?.columns.rowCount).toBe(2)
    expect(told('geometry-empty')).toEqual(['Feature 4: its line has no length.'])
    expect(told('road-repeated')).toEqual(['a.geojson: 2 lines repeat others and were left out.'])
  })
})

describe('one-way roads', () => {
  const told = (marks: readonly (string | number | null)[]) =>
    plan(
      'a.geojson',
      marks.map((oneway, i) => [LINE, { highway: 'primary', name: `Road ${i}`, oneway }] as const),
    ).issues.filter(({ code }) => code === 'road-one-way')

  it('come in as open both ways, which the import says once', () => {
    expect(told(['yes', '-1', 1, 'F', 'T', 'no', 'B', 'f', null, 0])).toMatchObject([
      {
        severity: 'note',
        message:
          'a.geojson: 5 roads are marked one-way; that is not heeded, and ways may lead along them in both directions.',
      },
    ])
    expect(told(['no', 'B', null])).toEqual([])
  })
})
