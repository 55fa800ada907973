import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { RawTable } from '#formats/raw-table.ts'
import { readTables } from '#formats/registry.ts'
import { dbfOf, shpOf, WGS84, zippedShapefile } from './shapefile-maker.ts'

const POINT = { code: 1, parts: [[[-10.8, 6.3]]] } as const
const NAMES = dbfOf(['NAME'], [['Ganta']])

function tableOf(bytes: Uint8Array): RawTable {
  const read = readTables('layer.zip', bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value[0]!
}

function codeOf(bytes: Uint8Array): string | undefined {
  const read = readTables('layer.zip', bytes)
  return read.ok ? 'ok' : read.issues[0]?.code
}

describe('zipped shapefiles', () => {
  it('tells holes from islands by the way their rings run', () => {
    const outer = [
      [0, 0],
      [0, 10],
      [10, 10],
      [10, 0],
      [0, 0],
    ] as const
    const hole = [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
      [4, 4],
    ] as const
    const island = [
      [20, 0],
      [20, 5],
      [25, 5],
      [25, 0],
      [20, 0],
    ] as const
    const shp = shpOf([{ code: 5, parts: [outer, island, hole] }])
    const [record] = tableOf(zippedShapefile({ shp, dbf: NAMES, prj: WGS84 })).records
    const { geometry } = record!
    if (geometry?.type !== 'polygons') throw new Error('polygons expected')
    expect(geometry.polygons.map((rings) => rings.length)).toEqual([2, 1])
    expect(record?.outlineFault).toBeNull()
  })

  it('keeps several lines of one record together', () => {
    const parts = [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [2, 2],
        [3, 3],
        [3, 3],
        [4, 4],
      ],
    ] as const
    const shp = shpOf([{ code: 3, parts }])
    const [record] = tableOf(zippedShapefile({ shp, dbf: NAMES, prj: WGS84 })).records
    const lines = record?.geometry?.type === 'lines' ? record.geometry.lines : []
    expect(lines.map((line) => line.length)).toEqual([2, 3])
  })

  it('names a record without geometry, and keeps its neighbours in step', () => {
    const shp = shpOf([POINT, { code: 0, parts: [] }, POINT])
    const dbf = dbfOf(['NAME'], [['one'], ['two'], ['three']])
    const table = tableOf(zippedShapefile({ shp, dbf, prj: WGS84 }))
    expect(table.refused.map(({ line, code }) => [line, code])).toEqual([[2, 'geometry-missing']])
    expect(table.records.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'one'],
      [3, 'three'],
    ])
  })

  it('turns metres of UTM 29N into degrees', () => {
    const prj =
      'PROJCS["WGS_1984_UTM_Zone_29N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",-9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
    const shp = shpOf([{ code: 1, parts: [[[500_000, 663_000]]] }])
    const [record] = tableOf(zippedShapefile({ shp, dbf: NAMES, prj })).records
    const points = record?.geometry?.type === 'points' ? record.geometry.points : []
    expect(points[0]?.[0]).toBeCloseTo(-9, 6)
    expect(points[0]?.[1]).toBeCloseTo(5.998, 2)
  })

  it('asks where metres come without a .prj, and takes degrees with a note', () => {
    const metres = shpOf([{ code: 1, parts: [[[300_000, 700_000]]] }])
    expect(codeOf(zippedShapefile({ shp: metres, dbf: NAMES }))).toBe('crs-missing')
    const table = tableOf(zippedShapefile({ shp: shpOf([POINT]), dbf: NAMES }))
    expect(table.issues.map(({ code }) => code)).toEqual(['crs-assumed'])
  })

  it('refuses what is not whole', () => {
    expect(codeOf(zippedShapefile({ shp: shpOf([POINT]), prj: WGS84 }))).toBe('dbf-missing')
    expect(codeOf(zippedShapefile({ shp: shpOf([POINT]), dbf: NAMES, prj: 'nonsense' }))).toBe(
      'crs-unknown',
    )
    expect(codeOf(zippedShapefile({ shp: strToU8('no shapes'), dbf: NAMES }))).toBe('shp-damaged')
  })

  it('reads names in the code page that the .cpg states', () => {
    const dbf = dbfOf(['NAME'], [['']])
    dbf.set([0xec, 0x9a], dbf.length - 21)
    const read = (cpg: string) =>
      tableOf(zippedShapefile({ shp: shpOf([POINT]), dbf, prj: WGS84, cpg })).records[0]?.cells[0]
    expect(read('1250')).toBe('ěš')
    expect(read('1252')).toBe('ìš')
  })
})
