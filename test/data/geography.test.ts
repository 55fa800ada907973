import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { areaSquareKilometres, holds, selfCrossings } from '#core/geo/polygon.ts'
import type { MultiPolygon } from '#core/place.ts'
import {
  BASEMAP_ATTRIBUTIONS,
  BASEMAP_BORDERS,
  BASEMAP_LABELS,
  BASEMAP_LAND,
} from '#data/liberia-exercise/basemap.ts'
import { deriveTheatre } from '#data/liberia-exercise/derive/derive-theatre.ts'
import type { Provenance } from '#data/liberia-exercise/derive/geography.ts'
import { geographyText } from '#data/liberia-exercise/derive/geography-text.ts'
import { LIBERIA } from '#data/liberia-exercise/derive/liberia.ts'
import { plainAreaName, type TheatreRecipe } from '#data/liberia-exercise/derive/recipe.ts'
import { readTheatreSources } from '#data/liberia-exercise/derive/theatre-sources.ts'
import { LIBERIA_GEOGRAPHY } from '#data/liberia-exercise/index.ts'
import { readTables } from '#formats/registry.ts'

const FOLDER = 'data/liberia-exercise/geography'
const SOURCES = 'data/liberia-exercise/sources/package.json'
const PACKAGES = 'data/liberia-exercise/sources/node_modules'
const OCHA = '../shared/data/liberia/lbr_admbnda_adm1_ocha.zip'
const FILES = ['airfields.json', 'areas.json', 'land.json', 'towns.json']

const { areas, towns, airfields, outline } = LIBERIA_GEOGRAPHY

describe('the committed geography of Liberia', () => {
  it('is four files of 400 kB at most that say what they are derived from', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(FILES)
    const bytes = FILES.reduce((sum, file) => sum + statSync(`${FOLDER}/${file}`).size, 0)
    expect(bytes).toBeLessThanOrEqual(400_000)
    const pinned = (
      JSON.parse(readFileSync(SOURCES, 'utf8')) as {
        devDependencies: Record<string, string>
      }
    ).devDependencies
    for (const file of FILES) {
      const { provenance } = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as {
        provenance: Provenance
      }
      expect(provenance.sources.length).toBeGreaterThan(0)
      for (const source of provenance.sources) {
        expect(source.version).toBe(pinned[source.package])
        expect(source.licence).not.toBe('')
        expect(source.attribution).not.toBe('')
      }
    }
  })

  it('has 15 counties that fill the country without gap, overlap or crossing', () => {
    expect(areas.map(({ id }) => id)).toEqual(
      Array.from({ length: 15 }, (_, i) => `LR${String(i + 1).padStart(2, '0')}`),
    )
    expect(new Set(areas.map(({ isoCode }) => isoCode)).size).toBe(15)
    expect(areas.reduce((sum, { populationCount }) => sum + populationCount!, 0)).toBe(3_476_608)
    const country = areaSquareKilometres(outline)
    const sum = areas.reduce((total, area) => total + areaSquareKilometres(area.outline), 0)
    expect(Math.abs(sum / country - 1)).toBeLessThan(1e-4)
    expect(country).toBeGreaterThan(95_800)
    expect(country).toBeLessThan(96_700)
    for (const area of areas) {
      for (const polygon of area.outline) expect(selfCrossings(polygon)).toEqual([])
    }
  })

  it('knows counties by every spelling that is about', () => {
    const named = new Map(
      areas.flatMap(({ id, name, aliases }) =>
        [name, ...aliases].map((each) => [plainAreaName(each), id]),
      ),
    )
    for (const name of ['Gbapolu', 'Gbarpolu', 'gbarpolu county']) {
      expect(named.get(plainAreaName(name))).toBe('LR03')
    }
    for (const name of ['River Cess', 'Rivercess', 'RiverCess County']) {
      expect(named.get(plainAreaName(name))).toBe('LR14')
    }
    expect(named.get(plainAreaName('River Gbeh'))).toBe('LR13')
  })

  it('puts towns in the county of their GeoNames code, the ones in the sea too', () => {
    const town = (id: string) => towns.find((each) => each.id === id)!
    expect(towns.length).toBe(26)
    expect(new Set(towns.map(({ id }) => id)).size).toBe(26)
    expect([town('monrovia').areaId, town('buchanan').areaId]).toEqual(['LR11', 'LR04'])
    expect(town('monrovia')).toMatchObject({ class: 'capital', populationCount: 939_524 })
    const atSea = towns.filter(
      ({ position }) => !areas.some((area) => holds(area.outline, position)),
    )
    expect(atSea.map(({ id }) => id)).toEqual(['river-cess', 'robertsport'])
    expect(town('robertsport').areaId).toBe('LR05')
    expect(town('river-cess').areaId).toBe('LR14')
  })

  it('has Ganta once, where it is, and no alias that is another place', () => {
    const ganta = towns.filter(({ name }) => name === 'Ganta')
    expect(ganta).toMatchObject([{ position: [-8.98444, 7.235], populationCount: 13_802 }])
    const names = new Set([...towns, ...areas].map(({ name }) => name))
    for (const { aliases } of towns) {
      for (const alias of aliases) expect(names.has(alias), alias).toBe(false)
    }
  })

  it('has 16 airfields, with how far off each may be and no invented codes', () => {
    expect(airfields.length).toBe(16)
    expect(new Set(airfields.map((field) => field.positionErrorMetres))).toEqual(
      new Set([500, 1500, 5000]),
    )
    for (const { icaoCode } of airfields) expect(icaoCode ?? 'GL').toMatch(/^GL/)
  })
})

describe('the basemap', () => {
  it('shares its frontiers: every point of one lies on the country and on its neighbour', () => {
    const pointsOf = (name: string) =>
      new Set(
        BASEMAP_LAND.features
          .filter(({ properties }) => properties?.['name'] === name)
          .flatMap(({ geometry }) => geometry.coordinates.flat(2).map(String)),
      )
    const liberia = pointsOf('Liberia')
    const shared = BASEMAP_BORDERS.features.filter(({ properties }) => properties?.['isOfCountry'])
    const neighbours = new Map(
      ['Guinea', 'Sierra Leone', 'Côte d’Ivoire'].map((name) => [name, pointsOf(name)]),
    )
    expect(shared.length).toBeGreaterThan(3)
    for (const { properties, geometry } of shared) {
      const other = String(properties?.['names']).replace('Liberia / ', '')
      const onBoth = geometry.coordinates.filter(
        (point) => liberia.has(String(point)) && neighbours.get(other)?.has(String(point)),
      )
      expect(onBoth.length).toBe(geometry.coordinates.length)
    }
  })

  it('labels the neighbours on their own ground and the ocean at sea', () => {
    const labels = BASEMAP_LABELS.features.map(({ properties }) => properties?.['name'])
    expect(labels).toEqual(['Guinea', 'Sierra Leone', 'Côte d’Ivoire', 'Atlantic Ocean'])
    for (const { properties, geometry } of BASEMAP_LABELS.features) {
      const [lon, lat] = geometry.coordinates as [number, number]
      const under = BASEMAP_LAND.features.filter((land) =>
        holds(land.geometry.coordinates as never, [lon, lat]),
      )
      const expected = properties?.['kind'] === 'ocean' ? [] : [properties?.['name']]
      expect(under.map((land) => land.properties?.['name'])).toEqual(expected)
    }
    expect(BASEMAP_ATTRIBUTIONS).toContain('© OpenStreetMap contributors')
  })
})

describe.skipIf(!existsSync(OCHA))('beside the boundaries of OCHA', () => {
  it('has each county where it is: from 0.65 of the joint ground (Margibi) to 0.95 (Nimba)', () => {
    const read = readTables(OCHA, new Uint8Array(readFileSync(OCHA)))
    if (!read.ok) throw new Error(read.issues[0]?.message)
    const table = read.value[0]!
    const code = table.headings.indexOf('admin1Pcod')
    const ocha = new Map(
      table.records.map(({ cells, geometry }) => {
        if (geometry?.type !== 'polygons') throw new Error('not polygons')
        return [String(cells[code]), geometry.polygons]
      }),
    )
    const share = new Map(areas.map(({ id, outline: own }) => [id, jointShare(own, ocha.get(id)!)]))
    for (const [id, value] of share) expect(value, id).toBeGreaterThan(0.65)
    expect(share.get('LR12')).toBeGreaterThan(0.94)
  })
})

/** Common area over joint area, on a net of points 3 km apart. */
function jointShare(a: MultiPolygon, b: MultiPolygon): number {
  const [own, other] = [a.map(prepareOutline), b.map(prepareOutline)]
  let both = 0
  let either = 0
  for (let lon = -11.6; lon < -7.3; lon += 0.03) {
    for (let lat = 4.2; lat < 8.7; lat += 0.03) {
      const inOwn = own.some(({ holds: has }) => has(lon, lat))
      const inOther = other.some(({ holds: has }) => has(lon, lat))
      both += inOwn && inOther ? 1 : 0
      either += inOwn || inOther ? 1 : 0
    }
  }
  return both / either
}

const BOSNIA: TheatreRecipe = {
  country: { name: 'Bosnia and Herzegovina', alpha3: 'BIH', numeric: '070' },
  alpha2: 'BA',
  neighbours: [
    { name: 'Croatia', alpha3: 'HRV', numeric: '191' },
    { name: 'Serbia', alpha3: 'SRB', numeric: '688' },
    { name: 'Montenegro', alpha3: 'MNE', numeric: '499' },
  ],
  oceanName: 'Adriatic Sea',
  areas: [],
  trueTownPositions: {},
  toleranceDegrees: 0.0015,
}

describe.skipIf(!existsSync(PACKAGES))('deriving again from the packages', () => {
  const read = ({ alpha2, country }: TheatreRecipe) =>
    readTheatreSources(PACKAGES, { alpha2, alpha3: country.alpha3 })

  it('gives the committed files, byte for byte', async () => {
    const geography = deriveTheatre(LIBERIA, await read(LIBERIA))
    for (const [name, content] of Object.entries(geography)) {
      expect(geographyText(content) === readFileSync(`${FOLDER}/${name}.json`, 'utf8'), name).toBe(
        true,
      )
    }
  })

  it('works for another country: 18 units of Bosnia and Herzegovina fill it', async () => {
    const { areas: units, land, towns: places } = deriveTheatre(BOSNIA, await read(BOSNIA))
    expect(units.areas.length).toBe(18)
    const country = areaSquareKilometres(land.country.outline)
    const sum = units.areas.reduce((total, area) => total + areaSquareKilometres(area.outline), 0)
    expect(Math.abs(sum / country - 1)).toBeLessThan(1e-4)
    expect(places.towns.length).toBeGreaterThanOrEqual(290)
    expect(places.towns.filter(({ populationCount }) => populationCount !== null).length).toBe(241)
    const sarajevo = places.towns.find(({ name }) => name === 'Sarajevo')!
    expect(metresBetween(sarajevo.position, [18.413, 43.856])).toBeLessThan(5_000)
  })
})
