import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { column, type ExportCell, type ExportTable, pointAt } from '#formats/export/export-table.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { exportLayers } from '#formats/export/plan-export.ts'
import { readWkt, wktOf } from '#formats/geometry/wkt.ts'
import { guarded } from '#formats/marks/formula-guard.ts'
import type { RawGeometry } from '#formats/raw-table.ts'
import { readFile } from '#formats/read-file.ts'
import { ABOUT } from './about.ts'
import { NOW, randomOperation, SCENARIO } from './random-operation.ts'

function tableOf(cells: readonly ExportCell[]): ExportTable {
  return {
    id: 'cells',
    layer: 'incidents',
    title: 'Cells',
    stem: 'cells',
    columns: [column('title', 'text'), column('severity', 'number')],
    rows: cells.map((cell) => ({
      cells: typeof cell === 'number' ? ['-', cell] : [cell, -1.5],
      geometry: pointAt([1, 2]),
    })),
    provenance: { sources: [], licence: '', asOf: null, files: [] },
    sensitivity: 'low',
    isExercise: false,
    styledBy: null,
  }
}

async function fileOf(format: string, cells: readonly ExportCell[]) {
  const write = await EXPORT_FORMATS.find(({ id }) => id === format)!.load()
  return write([tableOf(cells)], ABOUT)
}

const FORMULAS = ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', "'=1", "''=1", '＝1']

describe('formulas', () => {
  it('have a quote before them in CSV, and numbers have none', async () => {
    const { bytes } = await fileOf('csv', FORMULAS)
    const text = strFromU8(unzipSync(bytes)['cells.csv']!)
    const cells = [...text.matchAll(/(?:^|,)"((?:[^"]|"")*)"/gm)].map(([, cell]) => cell!)
    expect(cells.length).toBeGreaterThanOrEqual(FORMULAS.length)
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝]/.test(cell))).toEqual([])
    expect(text).toContain(',-1.5,2,1,')
  })

  it('are guarded texts in a workbook, which holds no formula', async () => {
    const { bytes } = await fileOf('xlsx', FORMULAS)
    const text = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
    const texts = [...text.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, t]) => t!)
    expect(texts).toContain('&#9;=1'.replace('&#9;', "'&#9;"))
    expect(texts.filter((cell) => /^([=+\-@＝]|&#)/.test(cell))).toEqual([])
    expect(text).not.toMatch(/<f[ >]/)
    expect(text).toContain('<v>-1.5</v>')
  })

  it.each(['csv', 'xlsx'])('come back from %s as they were', async (format) => {
    const { bytes } = await fileOf(format, FORMULAS)
    const read = await readFile('x.zip', bytes)
    const [table] = read.ok ? read.value : []
    expect(table?.records.map(({ cells }) => cells[0])).toEqual(FORMULAS)
  })

  it('are left alone in tables of others', async () => {
    const read = await readFile('x.csv', strToU8("name,note\na,'=1\n"))
    expect(read.ok && read.value[0]?.records[0]?.cells[1]).toBe("'=1")
  })

  it('are guarded whatever follows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n]/)
        expect([text, `'${text}`]).toContain(guarded(text))
      }),
    )
  })
})

it('tells of a text that a shapefile cannot hold, and cuts it at a letter', async () => {
  const { bytes, told } = await fileOf('shapefile', ['é'.repeat(200), 'short'])
  expect(told.join()).toContain('1 text of "title" longer than 254 bytes')
  expect(strFromU8(unzipSync(bytes)['README.txt']!)).toContain('longer than 254 bytes')
  const read = await readFile('x.zip', bytes)
  const [first] = read.ok ? (read.value[0]?.records ?? []) : []
  expect(first?.cells[0]).toBe(`${'é'.repeat(125)}…`)
})

it('has short names for shapefiles that are unlike each other', () => {
  fc.assert(
    fc.property(randomOperation, (contents) => {
      for (const layer of EXPORT_LAYERS) {
        for (const { columns } of layer.tablesOf({ contents, scenarioId: SCENARIO })) {
          for (const key of ['name', 'shortName'] as const) {
            expect(new Set(columns.map((one) => one[key])).size).toBe(columns.length)
          }
          expect(columns.filter(({ shortName }) => shortName.length > 10)).toEqual([])
        }
      }
    }),
    { numRuns: 2 },
  )
})

describe('well-known text', () => {
  const degrees = (limit: number) =>
    fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0)
  const position = fc.tuple(degrees(180), degrees(90))
  const line = fc.uniqueArray(position, { minLength: 2, maxLength: 5, selector: String })
  it('comes back to the last bit', () => {
    const geometry: fc.Arbitrary<RawGeometry> = fc.oneof(
      fc.array(position, { minLength: 1, maxLength: 4 }).map((points) => ({
        type: 'points' as const,
        points,
      })),
      fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => ({
        type: 'lines' as const,
        lines,
      })),
    )
    fc.assert(
      fc.property(geometry, (own) => {
        const read = readWkt(wktOf(own))
        expect('geometry' in read && read.geometry).toEqual(own)
      }),
    )
  })

  it.each([
    ['MULTIPOINT ((1 2), (3 4))', 'points'],
    ['SRID=4326;LINESTRING Z (1 2 3, 3 4 5)', 'lines'],
    ['polygon ((0 0, 1 0, 1 1, 0 0))', 'polygons'],
  ])('reads %s', (text, type) => {
    const read = readWkt(text)
    expect('geometry' in read && read.geometry.type).toBe(type)
  })

  it.each(['POINT EMPTY', 'POINT (1)', 'POLYGON ((1 2', 'LINESTRING (a b, c d)', 'CIRCLE (1 2)'])(
    'refuses %s',
    (text) => {
      expect(readWkt(text)).toHaveProperty('fault')
    },
  )
})

it('puts a layer of several sorts of geometry into a shapefile for each', async () => {
  const [contents] = fc.sample(randomOperation, { numRuns: 1, seed: 5 })
  const wish = {
    layers: ['restrictions'],
    format: 'shapefile',
    audience: 'severe',
    now: NOW,
  } as const
  const file = await exportLayers({ contents: contents!, scenarioId: SCENARIO }, wish)
  const names = file.ok ? Object.keys(unzipSync(file.value.bytes)) : []
  const stems = new Set(names.map((name) => name.replace(/\..*/, '')))
  for (const stem of stems) {
    if (stem === 'README') continue
    for (const part of ['shp', 'shx', 'dbf', 'prj', 'cpg'])
      expect(names).toContain(`${stem}.${part}`)
  }
})
