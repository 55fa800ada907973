import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { gzipSync, zipSync } from 'fflate'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js'
import { describe, expect, it } from 'vitest'
import { readGeometry } from '#formats/geometry/read-geometry.ts'
import { readWkb } from '#formats/geometry/read-wkb.ts'
import { readFile } from '#formats/read-file.ts'

const SHARED = '../shared/data/imports'

type Geometry = { readonly type: string; readonly coordinates: unknown }
const CODES = [
  '',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
]

/** Well-known binary of a geometry, little or big end first, with or without heights. */
function wkbOf({ type, coordinates }: Geometry, isLittle = true, hasZ = false): Uint8Array {
  const bytes: number[] = []
  const put = (size: number, write: (view: DataView) => void) => {
    const view = new DataView(new ArrayBuffer(size))
    write(view)
    bytes.push(...new Uint8Array(view.buffer))
  }
  const count = (value: number) => put(4, (view) => view.setUint32(0, value, isLittle))
  const position = (at: readonly number[]) => {
    for (const value of hasZ ? [...at, 7] : at) {
      put(8, (view) => view.setFloat64(0, value, isLittle))
    }
  }
  const list = <T>(items: readonly T[], each: (item: T) => void) => {
    count(items.length)
    items.forEach(each)
  }
  const line = (points: readonly (readonly number[])[]) => list(points, position)
  const write = (name: string, value: unknown) => {
    bytes.push(isLittle ? 1 : 0)
    count(CODES.indexOf(name) + (hasZ ? 1000 : 0))
    if (name === 'Point') position(value as number[])
    else if (name === 'LineString') line(value as number[][])
    else if (name === 'Polygon') list(value as number[][][], line)
    else list(value as unknown[], (part) => write(name.slice(5), part))
  }
  write(type, coordinates)
  return Uint8Array.from(bytes)
}

const square = (west: number, south: number) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
  [west, south],
]
const SHAPES: readonly Geometry[] = [
  { type: 'Point', coordinates: [-10.5, 6.25] },
  {
    type: 'LineString',
    coordinates: [
      [-10, 6],
      [-9.5, 6.5],
    ],
  },
  { type: 'Polygon', coordinates: [square(-10, 6)] },
  {
    type: 'MultiPoint',
    coordinates: [
      [-10, 6],
      [-9, 7],
    ],
  },
  {
    type: 'MultiLineString',
    coordinates: [
      [
        [-10, 6],
        [-9, 7],
      ],
    ],
  },
  { type: 'MultiPolygon', coordinates: [[square(-10, 6)], [square(-8, 6)]] },
]

describe('well-known binary', () => {
  it.each(SHAPES)(
    '$type reads as the same shape in GeoJSON does, either end first, with heights',
    (shape) => {
      const expected = readGeometry(shape.type, shape.coordinates)
      for (const isLittle of [true, false]) {
        for (const hasZ of [true, false]) {
          expect(readWkb(wkbOf(shape, isLittle, hasZ), null)).toEqual(expected)
        }
      }
    },
  )

  it('ends with a reading or a fault whatever the bytes are', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.tuple(fc.constantFrom(...SHAPES), fc.nat(), fc.nat(255)).map(([shape, at, byte]) => {
        const sound = wkbOf(shape)
        sound[at % sound.length] = byte
        return sound
      }),
    )
    fc.assert(
      fc.property(bytes, (given) => {
        const reading = readWkb(given, null)
        expect('fault' in reading || 'geometry' in reading).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

/** A GeoPackage made by SQLite itself; `more` can spoil it. */
async function geopackage(more = '', srsId = 4326): Promise<Uint8Array> {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run(
    `CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
     CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
     CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
     INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, ''), (32629, 'EPSG', 32629, ''), (99, 'NONE', 99, 'undefined');
     CREATE TABLE "odd ""name" (fid INTEGER, geom BLOB, name TEXT);
     INSERT INTO gpkg_contents VALUES ('odd "name', 'features');
     INSERT INTO gpkg_geometry_columns VALUES ('odd "name', 'geom', ${srsId});`,
  )
  const [lon, lat] = srsId === 32629 ? [500_000, 700_000] : [-9, 6.33]
  const header = [0x47, 0x50, 0, 1, 0, 0, 0, 0]
  const point = Uint8Array.from([...header, ...wkbOf({ type: 'Point', coordinates: [lon, lat] })])
  database.run('INSERT INTO "odd ""name" VALUES (1, ?, ?), (2, NULL, ?)', [
    point,
    'Ganta',
    'Zorzor',
  ])
  if (more !== '') database.run(more)
  const bytes = database.export()
  database.close()
  return bytes
}

async function tableOf(name: string, bytes: Uint8Array) {
  const read = await readFile(name, bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value[0]!
}

const codeOf = async (name: string, bytes: Uint8Array) => {
  const read = await readFile(name, bytes)
  return read.ok ? 'ok' : read.issues[0]?.code
}

describe('GeoPackage', () => {
  it('has its layers as tables, and names rows without a place', async () => {
    const table = await tableOf('a.gpkg', await geopackage())
    expect(table.headings).toEqual(['fid', 'name'])
    expect(table.records.map(({ cells, geometry }) => [cells, geometry])).toEqual([
      [[1, 'Ganta'], { type: 'points', points: [[-9, 6.33]] }],
    ])
    expect(table.refused.map(({ line, code }) => [line, code])).toEqual([[1, 'geometry-missing']])
  })

  it('is reprojected, and refused where nobody can say how', async () => {
    const { records } = await tableOf('a.gpkg', await geopackage('', 32629))
    const [point] = records[0]!.geometry?.type === 'points' ? records[0]!.geometry.points : []
    expect(point![0]).toBeCloseTo(-9, 6)
    expect(point![1]).toBeCloseTo(6.33, 1)
    expect(await codeOf('a.gpkg', await geopackage('', 99))).toBe('crs-unknown')
  })

  it('is not caught in a view without an end', async () => {
    const view =
      'DROP TABLE "odd ""name"; CREATE VIEW "odd ""name" AS WITH RECURSIVE r(geom) AS (SELECT 1 UNION ALL SELECT geom + 1 FROM r) SELECT * FROM r;'
    expect(await codeOf('a.gpkg', await geopackage(view))).toBe('no-rows')
  })
})

const FEATURES = {
  type: 'FeatureCollection' as const,
  features: SHAPES.slice(0, 1).map((geometry, i) => ({
    type: 'Feature' as const,
    geometry: geometry as never,
    properties: { name: `Place ${i}`, people: 120 },
  })),
}

describe('binary formats, packed', () => {
  it('are read gzipped, and in a zip beside others', async () => {
    const gpkg = await geopackage()
    expect((await tableOf('a.gpkg.gz', gzipSync(gpkg))).records.length).toBe(1)
    const csv = new TextEncoder().encode('name,lat,lon\nGanta,7.2,-8.98\n')
    const zip = zipSync({ 'in/a.gpkg': gpkg, 'b.fgb': serialize(FEATURES), 'c.csv': csv })
    const read = await readFile('all.zip', zip)
    expect(read.ok && read.value.map(({ format }) => format)).toEqual([
      'GeoPackage',
      'FlatGeobuf',
      'CSV',
    ])
    const lone = await readFile('lone.zip', zipSync({ 'a.gpkg': gpkg, 'readme.md': csv }))
    expect([lone.ok, lone.issues]).toEqual([true, []])
    expect(await codeOf('bad.zip', zipSync({ 'a.gpkg': new Uint8Array(64) }))).toBe('not-text')
  })
})

describe('binary formats, spoilt', () => {
  it('never throw, and account for every row they say they have', async () => {
    const files = [
      ['a.fgb', serialize(FEATURES)],
      ['a.gpkg', await geopackage()],
    ] as const
    const change = fc.record({
      file: fc.constantFrom(...files),
      cut: fc.double({ min: 0.1, max: 1, noNaN: true }),
      at: fc.nat(),
      byte: fc.nat(255),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ file: [name, sound], cut, at, byte }) => {
        const spoilt = sound.slice(0, Math.ceil(sound.length * cut))
        if (spoilt.length > 8) spoilt[8 + (at % (spoilt.length - 8))] = byte
        const read = await readFile(name, spoilt)
        if (!read.ok) expect(read.issues[0]!.message.length).toBeGreaterThan(10)
      }),
      { numRuns: 150 },
    )
  })
})

describe.skipIf(!existsSync(SHARED))('real files', () => {
  it.each([
    ['geopackage/nc.gpkg', 100],
    ['geopackage/rivers_small.gpkg', 1],
    ['geopackage/rte.gpkg', 4],
    ['geoparquet/airports.parquet', 1000],
    ['flatgeobuf/lbr-districts.fgb', 136],
    ['flatgeobuf/lbr-county-capitals-utm29.fgb', 15],
  ])('%s', async (file, count) => {
    const bytes = new Uint8Array(readFileSync(`${SHARED}/${file}`))
    const table = await tableOf(file, bytes)
    expect(table.records.length).toBe(count)
    expect(await codeOf(file, bytes.slice(0, bytes.length / 2))).toMatch(/-damaged$|ok/)
  })

  it('a FlatGeobuf in UTM lies where its places are', async () => {
    const file = 'flatgeobuf/lbr-county-capitals-utm29.fgb'
    const { records } = await tableOf(file, new Uint8Array(readFileSync(`${SHARED}/${file}`)))
    for (const { geometry } of records) {
      const [lon, lat] = geometry?.type === 'points' ? geometry.points[0]! : [0, 0]
      expect(lon > -11.6 && lon < -7.3 && lat > 4.2 && lat < 8.6).toBe(true)
    }
  })
})
