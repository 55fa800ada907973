import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '#core/document.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { Area } from '#core/records/area.ts'
import type { Community } from '#core/records/community.ts'
import { editsBetween } from '#formats/import/gazetteer/edits-between.ts'
import { gazetteerOf, type PlaceWords } from '#formats/import/gazetteer/gazetteer.ts'
import { nameKeys } from '#formats/import/gazetteer/name-keys.ts'

function anArea(id: string, name: string, parts: Partial<Area> & { west?: number } = {}): Area {
  const { west = -10, ...rest } = parts
  const [east, south, north] = [west + 1, 6, 7]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const
  return {
    id,
    name,
    level: 1,
    placeCode: id,
    parentId: null,
    aliases: [],
    outline: [[ring]],
    populationCount: null,
    ...rest,
  }
}

function aCommunity(name: string, lon: number, parts: Partial<Community> = {}): Community {
  return {
    id: `${name} ${lon}`,
    name,
    position: [lon, 6.5],
    class: 'village',
    areaId: null,
    populationCount: null,
    aliases: [],
    ...parts,
  }
}

const AREAS = [
  anArea('LR03', 'Gbarpolu', { west: -11 }),
  anArea('LR14', 'Rivercess', { west: -10, aliases: ['River Cestos'] }),
  anArea('LR13', 'River Gee', { west: -9 }),
  anArea('LR05', 'Grand Cape Mount', { west: -8 }),
  anArea('LR12', 'Nimba', { west: -7 }),
  anArea('LR1402', 'Central Rivercess', { west: -10, level: 2, parentId: 'LR14' }),
]
const COMMUNITIES = [
  aCommunity('Yarpah Town', -9.5, { areaId: 'LR14' }),
  aCommunity('Yarpah Town', -6.5, { areaId: 'LR12' }),
  aCommunity('Ganta', -6.6, { class: 'town', aliases: ['Gompa City'] }),
  aCommunity('Rivercess', -9.4),
  aCommunity('Nimba', -8.5),
  aCommunity('Venla II', -9.3),
  aCommunity('Sanniquellie', -6.4, { class: 'countyCapital' }),
  aCommunity('الفاشر', -6.2),
  aCommunity('Kartoe', -7.5),
  aCommunity('Kartie', -7.4),
]
const find = gazetteerOf(documentOf('test', { areas: AREAS, communities: COMMUNITIES }))

const words = (place: string, county = '', district = ''): PlaceWords => ({
  place,
  county: county === '' ? [] : [county],
  district: district === '' ? [] : [district],
})
/** The place and the spelling, or the code of the refusal. */
function told(asked: PlaceWords): string {
  const joined = find(asked)
  return joined.ok ? `${joined.place.name} ${joined.spelling}` : joined.code
}

describe('an area by its name', () => {
  it.each([
    ['Gbarpolu', 'Gbarpolu same'],
    ['LR03', 'Gbarpolu same'],
    ['Gbapolu', 'Gbarpolu near'],
    ['River Cess', 'Rivercess other'],
    ['Rivercess', 'Rivercess same'],
    ['RiverChess County', 'Rivercess near'],
    ['RIVER-CESS COUNTY', 'Rivercess other'],
    ['River Cestos', 'Rivercess other'],
    ['Grand Cape Mount County', 'Grand Cape Mount other'],
    ['Grand Cape  Mount', 'Grand Cape Mount same'],
    ['Bong', 'area-unknown'],
    ['Gee', 'area-unknown'],
  ])('%s: %s', (county, expected) => {
    expect(told(words('', county))).toBe(expected)
  })

  it('is as wide as the way from its middle to its furthest corner', () => {
    const joined = find(words('', 'Nimba'))
    if (!joined.ok) throw new Error(joined.why)
    const { position, errorMetres } = joined.place
    expect(position[0]).toBeCloseTo(-6.5, 6)
    expect(position[1]).toBeCloseTo(6.5, 6)
    expect(errorMetres).toBeCloseTo(metresBetween(position, [-7, 6]), -2)
  })
})

describe('a place by its name', () => {
  it.each([
    [words('Ganta'), 'Ganta same'],
    [words('GANTA CITY'), 'Ganta other'],
    [words('Gompa City'), 'Ganta other'],
    [words('Saniquellie'), 'Sanniquellie near'],
    [words('Sanniquelleh'), 'Sanniquellie near'],
    [words('Yarpah Town'), 'place-ambiguous'],
    [words('Yarpah Town', 'Rivercess'), 'Yarpah Town same'],
    [words('Yarpah', 'River Cess'), 'Yarpah Town other'],
    [words('Yarpah Town', 'Gbarpolu'), 'place-elsewhere'],
    [words('Yarpah Town', 'Kailahun'), 'area-unknown'],
    [words('Rivercess'), 'Rivercess same'],
    [words('Nimba'), 'place-ambiguous'],
    [words('Venla III'), 'place-unknown'],
    [words('Kartae'), 'place-ambiguous'],
    [words('Ganda'), 'Ganta near'],
    [words('Gant'), 'place-unknown'],
    [words('\u0671لفاشر'), 'الفاشر same'],
    [words('فاشر'), 'الفاشر other'],
    [words('Nowhere'), 'place-unknown'],
    [words(''), 'coordinate-missing'],
  ])('%j: %s', (asked, expected) => {
    expect(told(asked)).toBe(expected)
  })

  it('names the candidates where it cannot choose', () => {
    const joined = find(words('Yarpah Town'))
    expect(joined).toMatchObject({
      why: '2 places are called "Yarpah Town": Yarpah Town in Rivercess, Yarpah Town in Nimba; say which, by county or by position',
    })
  })

  it('is one place where it was listed twice, wide enough for both', () => {
    const twice = [
      aCommunity('Robertsport', -9.5, { class: 'countyCapital' }),
      aCommunity('Robertsport', -9.475),
      aCommunity('Robertsport', -6.5),
    ]
    const join = gazetteerOf(documentOf('test', { areas: AREAS, communities: twice }))
    const joined = join(words('Robertsport', 'Rivercess'))
    if (!joined.ok) throw new Error(joined.why)
    expect(joined.place.position).toEqual([-9.5, 6.5])
    expect(joined.place.errorMetres).toBeCloseTo(
      1000 + metresBetween([-9.5, 6.5], [-9.475, 6.5]),
      -1,
    )
    expect(join(words('Robertsport'))).toMatchObject({ code: 'place-ambiguous' })
    const apart = [aCommunity('Zoweta', -9.5), aCommunity('Zoweta', -9.4)]
    const other = gazetteerOf(documentOf('test', { areas: AREAS, communities: apart }))
    expect(other(words('Zoweta', 'Rivercess'))).toMatchObject({
      why: expect.stringContaining('Zoweta (6.500, -9.500), Zoweta (6.500, -9.400)'),
    })
  })

  it('is its district or county, and that wide, where nobody knows it there', () => {
    const county = find(words('Nowhere', 'Rivercess'))
    const district = find(words('Nowhere', 'Rivercess', 'Central Rivercess'))
    expect([county, district].map((joined) => joined.ok && joined.place.area?.id)).toEqual([
      'LR14',
      'LR1402',
    ])
    expect(county).toMatchObject({ unknownPlace: 'Nowhere' })
  })

  it('means the area where a village in it bears its name, and the town where a town does', () => {
    const joined = find(words('Rivercess'))
    expect(joined.ok && joined.place.area?.id).toBe('LR14')
    const town = aCommunity('Rivercess', -9.4, { class: 'town' })
    const other = gazetteerOf(documentOf('test', { areas: AREAS, communities: [town] }))
    const joinedTown = other(words('Rivercess'))
    expect(joinedTown.ok && joinedTown.place.community?.id).toBe(town.id)
  })
})

describe('names in general', () => {
  const syllables = fc.array(fc.constantFrom('ba', 'ga', 'to', 'wn', 'kr', 'é', 'zo', ' ', '-'), {
    minLength: 2,
    maxLength: 7,
  })
  const names = syllables.map((parts) => parts.join('')).filter((name) => /\p{L}/u.test(name))

  it('join to themselves, and never to one of several', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 30 }), (list) => {
        const communities = list.map((name, index) => aCommunity(name, index / 10))
        const join = gazetteerOf(documentOf('test', { communities }))
        for (const name of list) {
          const key = nameKeys(name).words
          const sameCount = list.filter((other) => nameKeys(other).words === key).length
          const joined = join(words(name))
          expect(joined.ok).toBe(sameCount === 1)
          if (joined.ok) expect(joined.place.name).toBe(name)
          else expect(joined.code).toBe('place-ambiguous')
        }
      }),
    )
  })

  it('are near by the same number of edits either way, and none to themselves', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(editsBetween(a, a, 2)).toBe(0)
        expect(editsBetween(a, b, 2)).toBe(editsBetween(b, a, 2))
      }),
    )
    expect(editsBetween('ganta', 'gatna', 2)).toBe(1)
  })

  it('join whatever one slip makes of them, unless they are short', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 6, maxLength: 14 })
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom('drop', 'swap', 'add'), (name, at, slip) => {
        const i = at % (name.length - 1)
        const made = {
          drop: name.slice(0, i) + name.slice(i + 1),
          swap: name.slice(0, i) + name[i + 1] + name[i] + name.slice(i + 2),
          add: `${name.slice(0, i)}x${name.slice(i)}`,
        }[slip]
        const join = gazetteerOf(documentOf('test', { communities: [aCommunity(name, 0)] }))
        const joined = join(words(made))
        expect(joined.ok && joined.place.name).toBe(name)
      }),
    )
  })
})

it('takes the widest areas inside the country for counties where none is of the first level', () => {
  const areas = [
    anArea('LR', 'Liberia', { west: -10, level: 0 }),
    anArea('LR14', 'Rivercess', { level: 2 }),
    anArea('LR1402', 'Central Rivercess', { level: 3, parentId: 'LR14' }),
  ]
  const join = gazetteerOf(documentOf('test', { areas, communities: [] }))
  const joinedTo = (asked: PlaceWords) => {
    const found = join(asked)
    return found.ok ? found.place.area?.id : found.code
  }
  expect(joinedTo(words('', 'Rivercess'))).toBe('LR14')
  expect(joinedTo(words('', 'Central Rivercess'))).toBe('area-unknown')
  expect(joinedTo(words('', 'Rivercess', 'Central Rivercess'))).toBe('LR1402')
})
